import * as z from 'zod/mini'

export const INDUSTRY_EDITION = 'GB/T 4754-2017'

/** Sections (门类) of《国民经济行业分类》GB/T 4754-2017. English: our translation, shortened. */
export const INDUSTRY_SECTIONS = {
  A: { name: '农、林、牧、渔业', english: 'Agriculture, forestry, animal husbandry and fishery' },
  B: { name: '采矿业', english: 'Mining' },
  C: { name: '制造业', english: 'Manufacturing' },
  D: { name: '电力、热力、燃气及水生产和供应业', english: 'Electricity, heat, gas and water' },
  E: { name: '建筑业', english: 'Construction' },
  F: { name: '批发和零售业', english: 'Wholesale and retail trade' },
  G: { name: '交通运输、仓储和邮政业', english: 'Transport, storage and post' },
  H: { name: '住宿和餐饮业', english: 'Hotels and catering' },
  I: {
    name: '信息传输、软件和信息技术服务业',
    english: 'Information transmission, software and IT services',
  },
  J: { name: '金融业', english: 'Finance' },
  K: { name: '房地产业', english: 'Real estate' },
  L: { name: '租赁和商务服务业', english: 'Leasing and business services' },
  M: { name: '科学研究和技术服务业', english: 'Scientific research and technical services' },
  N: {
    name: '水利、环境和公共设施管理业',
    english: 'Water conservancy, environment and public facilities',
  },
  O: { name: '居民服务、修理和其他服务业', english: "Residents' services, repair and others" },
  P: { name: '教育', english: 'Education' },
  Q: { name: '卫生和社会工作', english: 'Health and social work' },
  R: { name: '文化、体育和娱乐业', english: 'Culture, sports and entertainment' },
  S: {
    name: '公共管理、社会保障和社会组织',
    english: 'Public administration, social security and organisations',
  },
  T: { name: '国际组织', english: 'International organisations' },
} as const satisfies Record<string, { name: string; english: string }>

export type IndustrySection = keyof typeof INDUSTRY_SECTIONS

export type Industry = {
  /** Section and division, "C33". */
  code: string
  name: string
  english: string
}

/** Divisions (大类) 01 to 97 by code. */
export const INDUSTRIES = {
  A01: { code: 'A01', name: '农业', english: 'Farming' },
  A02: { code: 'A02', name: '林业', english: 'Forestry' },
  A03: { code: 'A03', name: '畜牧业', english: 'Animal husbandry' },
  A04: { code: 'A04', name: '渔业', english: 'Fishery' },
  A05: {
    code: 'A05',
    name: '农、林、牧、渔专业及辅助性活动',
    english: 'Services in support of agriculture',
  },
  B06: { code: 'B06', name: '煤炭开采和洗选业', english: 'Coal' },
  B07: { code: 'B07', name: '石油和天然气开采业', english: 'Petroleum and natural gas' },
  B08: { code: 'B08', name: '黑色金属矿采选业', english: 'Ferrous metal ores' },
  B09: { code: 'B09', name: '有色金属矿采选业', english: 'Non-ferrous metal ores' },
  B10: { code: 'B10', name: '非金属矿采选业', english: 'Non-metal ores' },
  B11: { code: 'B11', name: '开采专业及辅助性活动', english: 'Services in support of mining' },
  B12: { code: 'B12', name: '其他采矿业', english: 'Other mining' },
  C13: { code: 'C13', name: '农副食品加工业', english: 'Processing of agricultural food' },
  C14: { code: 'C14', name: '食品制造业', english: 'Food' },
  C15: {
    code: 'C15',
    name: '酒、饮料和精制茶制造业',
    english: 'Liquor, beverages and refined tea',
  },
  C16: { code: 'C16', name: '烟草制品业', english: 'Tobacco' },
  C17: { code: 'C17', name: '纺织业', english: 'Textiles' },
  C18: { code: 'C18', name: '纺织服装、服饰业', english: 'Garments' },
  C19: {
    code: 'C19',
    name: '皮革、毛皮、羽毛及其制品和制鞋业',
    english: 'Leather, fur, feather and footwear',
  },
  C20: {
    code: 'C20',
    name: '木材加工和木、竹、藤、棕、草制品业',
    english: 'Wood, bamboo, rattan, palm and straw',
  },
  C21: { code: 'C21', name: '家具制造业', english: 'Furniture' },
  C22: { code: 'C22', name: '造纸和纸制品业', english: 'Paper' },
  C23: { code: 'C23', name: '印刷和记录媒介复制业', english: 'Printing and recorded media' },
  C24: {
    code: 'C24',
    name: '文教、工美、体育和娱乐用品制造业',
    english: 'Culture, crafts, sports and toys',
  },
  C25: {
    code: 'C25',
    name: '石油、煤炭及其他燃料加工业',
    english: 'Petroleum, coal and other fuels',
  },
  C26: { code: 'C26', name: '化学原料和化学制品制造业', english: 'Chemicals' },
  C27: { code: 'C27', name: '医药制造业', english: 'Medicines' },
  C28: { code: 'C28', name: '化学纤维制造业', english: 'Chemical fibres' },
  C29: { code: 'C29', name: '橡胶和塑料制品业', english: 'Rubber and plastics' },
  C30: { code: 'C30', name: '非金属矿物制品业', english: 'Non-metallic mineral products' },
  C31: {
    code: 'C31',
    name: '黑色金属冶炼和压延加工业',
    english: 'Smelting and rolling of ferrous metals',
  },
  C32: {
    code: 'C32',
    name: '有色金属冶炼和压延加工业',
    english: 'Smelting and rolling of non-ferrous metals',
  },
  C33: { code: 'C33', name: '金属制品业', english: 'Metal products' },
  C34: { code: 'C34', name: '通用设备制造业', english: 'General machinery' },
  C35: { code: 'C35', name: '专用设备制造业', english: 'Special machinery' },
  C36: { code: 'C36', name: '汽车制造业', english: 'Automobiles' },
  C37: {
    code: 'C37',
    name: '铁路、船舶、航空航天和其他运输设备制造业',
    english: 'Railway, ships, aircraft and other transport equipment',
  },
  C38: { code: 'C38', name: '电气机械和器材制造业', english: 'Electrical machinery' },
  C39: {
    code: 'C39',
    name: '计算机、通信和其他电子设备制造业',
    english: 'Computers, communication and electronics',
  },
  C40: { code: 'C40', name: '仪器仪表制造业', english: 'Instruments and meters' },
  C41: { code: 'C41', name: '其他制造业', english: 'Other manufacturing' },
  C42: { code: 'C42', name: '废弃资源综合利用业', english: 'Recycling of waste' },
  C43: {
    code: 'C43',
    name: '金属制品、机械和设备修理业',
    english: 'Repair of metal products and machinery',
  },
  D44: { code: 'D44', name: '电力、热力生产和供应业', english: 'Electricity and heat' },
  D45: { code: 'D45', name: '燃气生产和供应业', english: 'Gas' },
  D46: { code: 'D46', name: '水的生产和供应业', english: 'Water' },
  E47: { code: 'E47', name: '房屋建筑业', english: 'Buildings' },
  E48: { code: 'E48', name: '土木工程建筑业', english: 'Civil engineering' },
  E49: { code: 'E49', name: '建筑安装业', english: 'Installation' },
  E50: {
    code: 'E50',
    name: '建筑装饰、装修和其他建筑业',
    english: 'Decoration and other construction',
  },
  F51: { code: 'F51', name: '批发业', english: 'Wholesale' },
  F52: { code: 'F52', name: '零售业', english: 'Retail' },
  G53: { code: 'G53', name: '铁路运输业', english: 'Railway transport' },
  G54: { code: 'G54', name: '道路运输业', english: 'Road transport' },
  G55: { code: 'G55', name: '水上运输业', english: 'Water transport' },
  G56: { code: 'G56', name: '航空运输业', english: 'Air transport' },
  G57: { code: 'G57', name: '管道运输业', english: 'Pipeline transport' },
  G58: {
    code: 'G58',
    name: '多式联运和运输代理业',
    english: 'Multimodal transport and forwarding',
  },
  G59: { code: 'G59', name: '装卸搬运和仓储业', english: 'Handling and storage' },
  G60: { code: 'G60', name: '邮政业', english: 'Post' },
  H61: { code: 'H61', name: '住宿业', english: 'Hotels' },
  H62: { code: 'H62', name: '餐饮业', english: 'Catering' },
  I63: {
    code: 'I63',
    name: '电信、广播电视和卫星传输服务',
    english: 'Telecommunication, broadcasting and satellites',
  },
  I64: { code: 'I64', name: '互联网和相关服务', english: 'Internet services' },
  I65: { code: 'I65', name: '软件和信息技术服务业', english: 'Software and IT services' },
  J66: { code: 'J66', name: '货币金融服务', english: 'Monetary services' },
  J67: { code: 'J67', name: '资本市场服务', english: 'Capital markets' },
  J68: { code: 'J68', name: '保险业', english: 'Insurance' },
  J69: { code: 'J69', name: '其他金融业', english: 'Other finance' },
  K70: { code: 'K70', name: '房地产业', english: 'Real estate' },
  L71: { code: 'L71', name: '租赁业', english: 'Leasing' },
  L72: { code: 'L72', name: '商务服务业', english: 'Business services' },
  M73: { code: 'M73', name: '研究和试验发展', english: 'Research and development' },
  M74: { code: 'M74', name: '专业技术服务业', english: 'Professional technical services' },
  M75: {
    code: 'M75',
    name: '科技推广和应用服务业',
    english: 'Promotion and application of technology',
  },
  N76: { code: 'N76', name: '水利管理业', english: 'Water conservancy' },
  N77: { code: 'N77', name: '生态保护和环境治理业', english: 'Ecology and environment' },
  N78: { code: 'N78', name: '公共设施管理业', english: 'Public facilities' },
  N79: { code: 'N79', name: '土地管理业', english: 'Land management' },
  O80: { code: 'O80', name: '居民服务业', english: "Residents' services" },
  O81: {
    code: 'O81',
    name: '机动车、电子产品和日用产品修理业',
    english: 'Repair of vehicles, electronics and household goods',
  },
  O82: { code: 'O82', name: '其他服务业', english: 'Other services' },
  P83: { code: 'P83', name: '教育', english: 'Education' },
  Q84: { code: 'Q84', name: '卫生', english: 'Health' },
  Q85: { code: 'Q85', name: '社会工作', english: 'Social work' },
  R86: { code: 'R86', name: '新闻和出版业', english: 'News and publishing' },
  R87: {
    code: 'R87',
    name: '广播、电视、电影和录音制作业',
    english: 'Radio, television, film and sound',
  },
  R88: { code: 'R88', name: '文化艺术业', english: 'Culture and arts' },
  R89: { code: 'R89', name: '体育', english: 'Sports' },
  R90: { code: 'R90', name: '娱乐业', english: 'Entertainment' },
  S91: { code: 'S91', name: '中国共产党机关', english: 'Organs of the Communist Party of China' },
  S92: { code: 'S92', name: '国家机构', english: 'State organs' },
  S93: {
    code: 'S93',
    name: '人民政协、民主党派',
    english: "People's Political Consultative Conference and democratic parties",
  },
  S94: { code: 'S94', name: '社会保障', english: 'Social security' },
  S95: {
    code: 'S95',
    name: '群众团体、社会团体和其他成员组织',
    english: 'Mass, social and other member organisations',
  },
  S96: { code: 'S96', name: '基层群众自治组织', english: 'Grass-roots self-governance' },
  T97: { code: 'T97', name: '国际组织', english: 'International organisations' },
} as const satisfies Record<`${IndustrySection}${number}`, Industry>

export type IndustryCode = keyof typeof INDUSTRIES
const INDUSTRY_CODES = Object.keys(INDUSTRIES) as [IndustryCode, ...IndustryCode[]]
export const industryCodeSchema = z.enum(INDUSTRY_CODES)

/**
 * Reads an industry as records carry it: "C33", "C33 金属制品业", or a class below it, "C3311 …".
 * Null where no division has that code, or the name that follows a division is another one.
 */
export function industryOf(text: string): Industry | null {
  const [, division, below, name] = /^([A-T]\d{2})(\d{0,2})(?!\d)\s*(.*)$/.exec(text.trim()) ?? []
  if (!division || !Object.hasOwn(INDUSTRIES, division)) return null
  const industry = INDUSTRIES[division as IndustryCode]
  return below || !name || name === industry.name ? industry : null
}
