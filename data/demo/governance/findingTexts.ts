import type { HighRiskClass } from '../../domain/enterprises.ts'
import type { HiddenDangerCategory } from '../../domain/hiddenDangers.ts'
import { findClause } from '../../domain/proposeSeverity.ts'
import type { Tenant } from '../createEnterprises.ts'
import type { Activity } from '../industries.ts'
import type { TemplateName } from '../riskPointTemplates.ts'

/** A finding as inspectors word it; `clause` is its entry in the clause library, if it has one. */
export type FindingText = {
  clause: number | null
  category: HiddenDangerCategory
  texts: readonly string[]
  places: readonly string[]
  /** Who can have it: a class, anybody with one of these activities, or anybody at all. */
  highRiskClass?: HighRiskClass
  activities?: readonly Activity[]
  /** Not one of these activities but all of them. */
  needsAll?: boolean
  /** How the class of GB/T 4754 begins. */
  industry?: string
  /** Risk points that it is a failing of. */
  points: readonly TemplateName[]
  weight: number
}

export function fits(text: FindingText, { highRiskClass, industry, trade }: Tenant): boolean {
  if (text.highRiskClass && highRiskClass !== text.highRiskClass) return false
  if (text.industry && !industry.startsWith(text.industry)) return false
  const has = (activity: Activity) => trade.activities.includes(activity)
  if (!text.activities) return true
  return text.needsAll ? text.activities.every(has) : text.activities.some(has)
}

const MACHINES = ['stamping', 'polishing', 'wood', 'moulding', 'dieCasting'] as const
const CHEMICALS = ['spraying', 'solvent', 'plating', 'battery', 'gas', 'laboratory'] as const
const FACTORY = [...MACHINES, 'assembly', 'warehouse', 'boiler', 'ammonia', 'plating'] as const
const WET = ['plating', 'boiler', 'ammonia', 'solvent', 'spraying', 'moulding'] as const

/** One line of the tables. */
export const text = (
  category: HiddenDangerCategory,
  clause: number | null,
  weight: number,
  texts: readonly string[],
  places: readonly string[],
  rest: Partial<Omit<FindingText, 'category' | 'clause' | 'weight' | 'texts' | 'places'>> = {},
): FindingText => ({ category, clause, weight, texts, places, points: [], ...rest })

/** A line that is an entry of the clause library, whose category it has. */
export function ofClause(
  clause: number,
  weight: number,
  texts: readonly string[],
  places: readonly string[],
  rest: Parameters<typeof text>[5] = {},
): FindingText {
  const entry = findClause(clause)
  if (!entry) throw new Error(`No entry ${clause} in the clause library`)
  return text(entry.category, clause, weight, texts, places, rest)
}

/** 一般: entries 16 to 30 of CONTENT.md 5.5 with variations, and the kinds that it has no entry for. */
export const GENERAL_FINDINGS: readonly FindingText[] = [
  ofClause(
    16,
    11,
    ['疏散通道堆货', '疏散通道堆放半成品,净宽不足', '楼梯间堆放纸箱'],
    ['疏散通道', '楼梯间', '包装车间通道'],
    { points: ['打包堆码', '高位货架'] },
  ),
  ofClause(
    17,
    6,
    ['安全出口上锁', '安全出口用铁链锁闭', '疏散门被货物堵住,无法开启'],
    ['安全出口', '仓库后门', '员工宿舍出口'],
    { points: ['员工宿舍'] },
  ),
  ofClause(
    18,
    8,
    ['灭火器压力不足', '灭火器压力不足2具,未更换', '灭火器过期未检'],
    ['灭火器箱', '仓库', '配电房门口'],
    { points: ['配电房', '办公用电'] },
  ),
  ofClause(
    19,
    6,
    ['消火栓被遮挡', '消火栓箱前堆放物料', '消火栓箱内缺水带'],
    ['消火栓', '走廊', '装配线旁'],
    { points: ['装配流水线', '打包堆码'] },
  ),
  ofClause(
    20,
    3,
    ['货车占消防车通道', '消防车通道停放货车,无法通行'],
    ['厂房北侧道路', '装卸区道路'],
    { points: ['装卸月台'] },
  ),
  ofClause(
    29,
    3,
    ['动火未审批、无人监护', '焊接作业未办动火证,旁有可燃物'],
    ['维修区', '模具车间'],
    { points: ['动火作业', '氧气乙炔瓶间'], activities: [...MACHINES, 'gas', 'boiler'] },
  ),

  ofClause(
    21,
    7,
    ['配电箱缺盖、私拉电线', '配电箱缺盖,接线裸露', '私拉电线,插座串接'],
    ['配电箱', '装配车间', '仓库', '办公区'],
    { points: ['配电房', '手持电动工具', '办公用电'] },
  ),
  text(
    'electrical',
    null,
    3,
    ['漏电保护器失效', '设备外壳未接地', '电缆破损用胶布缠绕'],
    ['生产线配电柜', '设备电源'],
    { points: ['配电房', '手持电动工具'] },
  ),
  text(
    'electrical',
    null,
    2,
    ['电动车在室内充电', '充电棚线路无短路保护'],
    ['电动车充电处', '楼梯间'],
    { points: ['电动车充电棚'] },
  ),

  ofClause(
    27,
    5,
    ['未如实记录隐患治理', '隐患台账缺整改记录', '自查记录与现场不符'],
    ['安全台账', '办公室'],
  ),
  ofClause(
    28,
    5,
    ['新员工未培训上岗', '新员工三级培训记录缺失', '转岗未再培训'],
    ['培训档案', '生产车间'],
  ),
  ofClause(
    30,
    5,
    ['未按期演练', '半年内未做疏散演练', '应急预案未备案、未演练'],
    ['应急台账', '办公室'],
  ),

  ofClause(22, 5, ['冲床光电保护被短接', '冲床双手按钮失效'], ['冲压车间'], {
    activities: ['stamping'],
    points: ['冲压作业'],
  }),
  ofClause(
    23,
    4,
    ['砂轮机无防护罩', '砂轮机托架间隙过大', '台钻无防护罩'],
    ['模具车间', '维修间'],
    { activities: [...MACHINES, 'gas'], points: ['手持电动工具', '动火作业'] },
  ),
  text('mechanical', null, 4, ['注塑机安全门联锁失效', '注塑机后门无联锁'], ['注塑车间'], {
    activities: ['moulding'],
    points: ['注塑合模'],
  }),
  text('mechanical', null, 3, ['皮带轮无护罩', '流水线急停按钮失效', '传动链条外露'], ['装配线'], {
    activities: ['assembly', 'wood', 'warehouse', 'boiler'],
    points: ['装配流水线'],
  }),

  ofClause(
    24,
    5,
    ['化学品无安全标签', '分装溶剂无安全标签', '化学品无安全技术说明书'],
    ['化学品仓', '丝印车间', '调漆间'],
    { activities: CHEMICALS, points: ['溶剂清洗', '喷漆调漆间', '电镀酸槽', '实验试剂柜'] },
  ),
  text(
    'chemicalsAndGas',
    null,
    3,
    ['溶剂超量存放于车间', '化学品仓无通风', '气瓶无防倾倒装置'],
    ['车间中间仓', '化学品仓', '气瓶存放处'],
    { activities: CHEMICALS, points: ['危化品仓库', '氧气乙炔瓶间', '溶剂清洗'] },
  ),
  text('chemicalsAndGas', null, 1, ['食堂燃气报警器未通电', '燃气软管老化'], ['食堂燃气间'], {
    points: ['食堂燃气间'],
  }),

  text(
    'specialCampaign',
    null,
    4,
    [
      '除尘系统点检记录不全',
      '吸尘罩破损,吸力不足',
      '除尘风管压差表损坏',
      '粉尘作业岗位未佩戴防尘口罩',
    ],
    ['抛光车间', '砂光车间', '除尘间'],
    {
      highRiskClass: 'dust',
      points: ['铝镁抛光除尘', '木工砂光除尘'],
    },
  ),
  text(
    'specialCampaign',
    null,
    4,
    ['氨气报警器标定超期', '洗眼器水压不足', '氨机房防毒面具过期', '氨管道色标脱落'],
    ['氨机房', '冷库机房'],
    { highRiskClass: 'ammonia', points: ['氨机房储氨器', '氨冷凝管道'] },
  ),
  text(
    'specialCampaign',
    null,
    4,
    ['电池成品库温感探头脱落', '老化柜烟感故障未修', '电池周转箱叠放过高', '电池防爆箱无标识'],
    ['电池成品库', '老化间', '电芯车间'],
    {
      highRiskClass: 'lithiumBattery',
      points: ['电池成品库', '化成老化间', '注液间', '电解液中间仓'],
    },
  ),

  ofClause(25, 4, ['叉车司机无证', '叉车司机证件过期', '叉车未定期检验'], ['装卸区', '厂内道路'], {
    activities: FACTORY,
    points: ['叉车通道', '装卸月台'],
  }),
  ofClause(26, 4, ['储气罐安全阀未校验', '储气罐压力表超期', '安全阀铅封缺失'], ['空压站'], {
    activities: FACTORY,
    points: ['储气罐', '蒸汽锅炉'],
  }),
  text('specialEquipment', null, 2, ['货梯层门联锁失效', '货梯检验标志过期'], ['货梯'], {
    activities: FACTORY,
    points: ['货梯平台', '行车吊装'],
  }),

  text(
    'confinedSpace',
    null,
    4,
    [
      '污水池未设有限空间警示牌',
      '气体检测仪未检定',
      '有限空间作业台账缺失',
      '清淤作业三脚架、安全绳未配',
    ],
    ['污水站', '污水池', '化粪池'],
    { activities: WET, points: ['污水池清淤'] },
  ),
]
