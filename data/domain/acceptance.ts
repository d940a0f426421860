import * as z from 'zod/mini'
import type { Labels } from './locales.ts'
import type { ParkGrade } from './parks.ts'

/**
 * The seven aspects in which Longgang documented an A-level park. The text of the official
 * 《龙岗区工业园区安全整治效果验收标准》 was not found: weights, items, points and bands are 建议值.
 */
export const ACCEPTANCE_ASPECTS = {
  management: { weight: 20, labels: { 'zh-CN': '基础管理', en: 'Basic management' } },
  site: { weight: 20, labels: { 'zh-CN': '现场管理', en: 'Site' } },
  tenants: { weight: 15, labels: { 'zh-CN': '内部管理', en: 'Tenants' } },
  emergency: { weight: 15, labels: { 'zh-CN': '应急队伍', en: 'Emergency team' } },
  supervision: { weight: 15, labels: { 'zh-CN': '监督管理', en: 'Supervision' } },
  dangerousWork: { weight: 10, labels: { 'zh-CN': '危险作业', en: 'Dangerous work' } },
  surroundings: { weight: 5, labels: { 'zh-CN': '周边环境', en: 'Surroundings' } },
} as const satisfies Record<string, { weight: number; labels: Labels }>
export type AcceptanceAspect = keyof typeof ACCEPTANCE_ASPECTS
export const ACCEPTANCE_ASPECT_ORDER = Object.keys(ACCEPTANCE_ASPECTS) as AcceptanceAspect[]

type Item = {
  aspect: AcceptanceAspect
  points: number
  labels: Labels
  /** What an evaluator looks at. */
  evidence: Labels
}
const item = (
  aspect: AcceptanceAspect,
  points: number,
  labels: Labels,
  evidence: Labels,
): Item => ({ aspect, points, labels, evidence })
const say = (chinese: string, english: string): Labels => ({ 'zh-CN': chinese, en: english })

/** What is scored, each from 0 to its points in steps of half a point; 100 points altogether. */
export const ACCEPTANCE_ITEMS = {
  bodyDocument: item(
    'management',
    4,
    say('安全管理机构发文', 'Safety body set up in writing'),
    say('成立文件、成员名单', 'The paper that set it up and its members'),
  ),
  fullTimeStaff: item(
    'management',
    4,
    say('专职安全管理人员', 'Full-time safety staff'),
    say('任命书、社保或劳动合同、培训证', 'Appointment, contract, certificate'),
  ),
  rules: item(
    'management',
    4,
    say('安全管理制度', 'Safety rules'),
    say('制度汇编及发布记录', 'The rules and how they were issued'),
  ),
  responsibilityLetters: item(
    'management',
    3,
    say('安全责任书', 'Letters of responsibility'),
    say('抽查承租企业责任书', 'Letters of some tenants'),
  ),
  training: item(
    'management',
    3,
    say('安全教育培训', 'Safety training'),
    say('年度计划、签到、考核', 'Plan, attendance, tests'),
  ),
  ledgers: item(
    'management',
    2,
    say('安全台账', 'Ledgers'),
    say('检查、隐患、培训、设备台账', 'Checks, hidden dangers, training, equipment'),
  ),
  fireLane: item(
    'site',
    5,
    say('消防车通道净宽、净高均不小于 4 m', 'Fire lane at least 4 m wide and high'),
    say('现场测量,注明点位', 'Measured on site, with the places'),
  ),
  fireEquipment: item(
    'site',
    6,
    say('消火栓、喷淋、报警完好', 'Hydrants, sprinklers and alarms in order'),
    say('末端试水、报警联动抽测', 'Tested on site'),
  ),
  fireSeparation: item(
    'site',
    4,
    say('防火间距与违建', 'Fire separation and illegal structures'),
    say('现场核对总平面图', 'Site compared with its plan'),
  ),
  electricity: item(
    'site',
    3,
    say('用电安全', 'Electrical safety'),
    say('配电房、线路、检测报告', 'Switch room, wiring, test report'),
  ),
  signs: item(
    'site',
    2,
    say('安全标识', 'Safety signs'),
    say('疏散、禁止、警告标识', 'Escape, prohibition and warning signs'),
  ),
  enterpriseFiles: item(
    'tenants',
    5,
    say('一企一档', 'A file for each enterprise'),
    say('抽查档案与现场一致', 'Files compared with the site'),
  ),
  agreements: item(
    'tenants',
    5,
    say('安全管理协议', 'Safety agreements'),
    say('与承租企业、二手房东的协议', 'With tenants and sublessors'),
  ),
  admission: item(
    'tenants',
    3,
    say('企业准入审查', 'Admission of tenants'),
    say('准入审查表、禁限目录', 'Admission forms, prohibited trades'),
  ),
  riskBoard: item(
    'tenants',
    2,
    say('风险公告栏', 'Risk notice board'),
    say('四色图、岗位告知卡', 'Four-colour map, notice cards'),
  ),
  station: item(
    'emergency',
    4,
    say('微型消防站不少于 6 人', 'Micro fire station of at least six'),
    say('花名册、值班表、现场点名', 'Roll, roster, roll call'),
  ),
  stationEquipment: item(
    'emergency',
    3,
    say('微型消防站器材', 'Equipment of the station'),
    say('灭火器、水枪水带、电话、对讲机', 'Extinguishers, hoses, telephone, radios'),
  ),
  arrival: item(
    'emergency',
    4,
    say('3 分钟到场实测', 'Arrival in three minutes, measured'),
    say('拉动测试用时', 'Time of a drill'),
  ),
  plans: item(
    'emergency',
    2,
    say('应急预案', 'Emergency plans'),
    say('预案及备案、现场处置方案', 'Plans and their filing'),
  ),
  drills: item(
    'emergency',
    2,
    say('应急演练', 'Drills'),
    say('演练记录、评估', 'Records and evaluation'),
  ),
  regularChecks: item(
    'supervision',
    5,
    say('定期检查承租企业', 'Regular checks of tenants'),
    say('检查计划与记录', 'Plan and records'),
  ),
  timelyRectification: item(
    'supervision',
    6,
    say('隐患按期整改率', 'Hidden dangers rectified in time'),
    say('按本系统近 90 日按期整改率核对', 'Compared with the rate of the last 90 days'),
  ),
  reviewRecords: item(
    'supervision',
    4,
    say('复查记录', 'Records of re-checks'),
    say('复查意见、销号材料', 'Re-checks and close-outs'),
  ),
  hotWork: item(
    'dangerousWork',
    4,
    say('动火作业审批与监护', 'Hot work: approval and watch'),
    say('作业票、监护人、现场照片', 'Permits and watchmen'),
  ),
  confinedSpace: item(
    'dangerousWork',
    4,
    say('有限空间作业审批与监护', 'Confined space: approval and watch'),
    say('台账、作业票、检测记录', 'Ledger, permits, gas tests'),
  ),
  workAtHeight: item(
    'dangerousWork',
    2,
    say('高处作业审批与监护', 'Work at height: approval and watch'),
    say('作业票、安全带', 'Permits, harnesses'),
  ),
  sensitiveTargets: item(
    'surroundings',
    3,
    say('周边敏感目标', 'Sensitive targets around'),
    say('学校、宿舍等距离核对', 'Distances to schools, dormitories'),
  ),
  externalHazards: item(
    'surroundings',
    2,
    say('外部危险源', 'Hazards outside'),
    say('相邻加油站、燃气、边坡等', 'Petrol stations, gas, slopes nearby'),
  ),
} as const satisfies Record<string, Item>
export type AcceptanceItem = keyof typeof ACCEPTANCE_ITEMS
export const ACCEPTANCE_ITEM_ORDER = Object.keys(ACCEPTANCE_ITEMS) as [
  AcceptanceItem,
  ...AcceptanceItem[],
]
export const acceptanceItemSchema = z.enum(ACCEPTANCE_ITEM_ORDER)

/** Scores come in halves. */
export const SCORE_STEP = 0.5
/** The least total of each grade, the best first (建议值). */
export const GRADE_BANDS = [
  ['A', 90],
  ['B', 75],
  ['C', 60],
  ['D', 0],
] as const satisfies readonly (readonly [ParkGrade, number])[]
/** From how many points on an acceptance is passed (建议值). */
export const ACCEPTANCE_PASS = 75

/** Who judges, and whose record it is: 四方机制. */
export const PARTIES = {
  government: { labels: { 'zh-CN': '政府', en: 'Government' } },
  park: { labels: { 'zh-CN': '园区业主和企业', en: 'Park and enterprises' } },
  intermediary: { labels: { 'zh-CN': '中介机构', en: 'Intermediary' } },
  association: { labels: { 'zh-CN': '行业协会', en: 'Trade association' } },
} as const satisfies Record<string, { labels: Labels }>
export type Party = keyof typeof PARTIES
export const partySchema = z.enum(['government', 'park', 'intermediary', 'association'])

/** One item as it was scored. Evidence is required where points are taken off. */
export const itemScoreSchema = z.object({
  item: acceptanceItemSchema,
  points: z.number().check(z.nonnegative()),
  evidence: z.nullable(z.string()),
})
export type ItemScore = z.infer<typeof itemScoreSchema>

export function totalOf(scores: readonly { points: number }[]): number {
  return scores.reduce((sum, { points }) => sum + points, 0)
}

/** Points of each aspect, of its weight. */
export function pointsByAspect(scores: readonly ItemScore[]): Record<AcceptanceAspect, number> {
  const points = Object.fromEntries(ACCEPTANCE_ASPECT_ORDER.map((aspect) => [aspect, 0])) as Record<
    AcceptanceAspect,
    number
  >
  for (const score of scores) points[ACCEPTANCE_ITEMS[score.item].aspect] += score.points
  return points
}

/** The grade that a total of 0–100 points gives. */
export function gradeOfTotal(total: number): ParkGrade {
  return GRADE_BANDS.find(([, least]) => total >= least)?.[0] ?? 'D'
}
