import * as z from 'zod/mini'
import type { HighRiskClass } from './enterprises.ts'
import type { Labels } from './locales.ts'
import { recordCodeSchema } from './recordCode.ts'
import type { StandardReference } from './standards.ts'

export const campaignCodeSchema = recordCodeSchema('the code of a campaign')

type CampaignKindEntry = {
  labels: Labels
  /** The enterprises it is about; null: every park. */
  highRiskClass: HighRiskClass | null
}

/** The three campaigns of《深圳经济特区安全生产监督管理条例》's 高危 units, and that of the parks themselves. */
export const CAMPAIGN_KINDS = {
  dust: {
    highRiskClass: 'dust',
    labels: { 'zh-CN': '粉尘涉爆专项整治', en: 'Explosive dust' },
  },
  ammonia: {
    highRiskClass: 'ammonia',
    labels: { 'zh-CN': '涉氨制冷专项整治', en: 'Ammonia refrigeration' },
  },
  lithiumBattery: {
    highRiskClass: 'lithiumBattery',
    labels: { 'zh-CN': '锂电池专项整治', en: 'Lithium batteries' },
  },
  parkRectification: {
    highRiskClass: null,
    labels: { 'zh-CN': '园区安全整治与提升', en: 'Rectification of parks' },
  },
} as const satisfies Record<string, CampaignKindEntry>
export type CampaignKind = keyof typeof CAMPAIGN_KINDS
export const CAMPAIGN_KIND_ORDER = Object.keys(CAMPAIGN_KINDS) as [CampaignKind, ...CampaignKind[]]
export const campaignKindSchema = z.enum(CAMPAIGN_KIND_ORDER)

export type ChecklistItem = {
  labels: Labels
  /** Number of the finding in the clause library that a failure is, where it is one. */
  clauseNumber: number | null
  /** What it rests on; null: 建议值, by the practice of inspections. */
  reference: StandardReference | null
}

const check = (
  chinese: string,
  english: string,
  reference: StandardReference | null,
  clauseNumber: number | null = null,
): ChecklistItem => ({ labels: { 'zh-CN': chinese, en: english }, clauseNumber, reference })
const orderTen = (clause: string): StandardReference => ({
  standard: 'tradeMajorHiddenDangers',
  clause,
})
const of = (standard: StandardReference['standard'], clause: string | null = null) => ({
  standard,
  clause,
})

/** What is looked at in each target; a failure of an item with 第11至14条 is a 疑似重大事故隐患. */
export const CHECKLISTS = {
  dust: {
    building: check(
      '作业场所非多层砖混结构,不含人员聚集场所',
      'No masonry multi-storey building, no gathering place',
      orderTen('第11条(一)'),
      3,
    ),
    separateSystems: check(
      '不同类别可燃性粉尘除尘系统不共用、不互联',
      'Dusts of different kinds share no collector',
      orderTen('第11条(二)'),
      4,
    ),
    explosionControl: check(
      '干式除尘有泄爆、惰化或抑爆',
      'Dry collectors vented, inerted or suppressed',
      orderTen('第11条(三)'),
      5,
    ),
    positivePressure: check(
      '正压除尘有火花探测与消除',
      'Positive pressure with spark detection',
      orderTen('第11条(四)'),
    ),
    settlingChamber: check(
      '不用重力沉降室、巷道式构筑物除尘',
      'No settling chamber',
      orderTen('第11条(五)'),
      6,
    ),
    airlock: check('除尘器有锁气卸灰', 'Collectors with an air lock', orderTen('第11条(六)'), 7),
    zone20: check(
      '20区电气设备防爆',
      'Explosion-proof equipment in zone 20',
      orderTen('第11条(七)'),
    ),
    sparks: check(
      '进入除尘系统前有除杂或火花探测消除',
      'Foreign bodies and sparks removed before the collector',
      orderTen('第11条(八)'),
      8,
    ),
    wetMetal: check(
      '遇湿自燃金属粉尘收集、堆放处通风防水',
      'Water-reactive metal dust kept dry and ventilated',
      orderTen('第11条(九)'),
    ),
    cleaning: check('按制度清理积尘', 'Settled dust cleaned', orderTen('第11条(十)'), 9),
  },
  ammonia: {
    airConditioning: check(
      '包装、分割、产品整理间不用氨直接蒸发空调',
      'No direct ammonia cooling of workrooms',
      orderTen('第12条(一)'),
      10,
    ),
    quickFreezing: check(
      '快速冻结装置单独设间,作业不超过 9 人',
      'Quick freezing in a room of its own, at most nine people',
      orderTen('第12条(二)'),
      11,
    ),
    alarm: check('氨浓度报警有效', 'Ammonia alarm works', null),
    ventilation: check('事故排风与报警联锁', 'Emergency ventilation interlocked', null),
    spray: check('储氨器喷淋有效', 'Water spray at the receiver', null),
    eyewash: check('洗眼器、防护用品、双人值守', 'Eyewash, protection, two on duty', null),
    stock: check(
      '在线氨量核实,10 t 以上已辨识重大危险源',
      'Stock known; from 10 t on identified as a major hazard source',
      of('majorHazardSources'),
    ),
  },
  lithiumBattery: {
    faultyCells: check(
      '故障电池单独存放,有物理隔离',
      'Faulty cells apart behind a barrier',
      orderTen('第8条(七)'),
      12,
    ),
    formation: check(
      '化成、老化间 2.00 h 防火隔墙、甲级防火门',
      'Formation and ageing behind 2 h walls',
      of('lithiumBatteryPlants', '第6.2.7条'),
    ),
    interlock: check('事故排风与烟温感联锁', 'Ventilation interlocked with detectors', null),
    store: check('仓库防火分区不大于 250 m²', 'Store compartments of at most 250 m²', null),
    climate: check('仓库 −5–35 ℃、相对湿度不大于 75 %', 'Store −5–35 ℃, at most 75 % RH', null),
    electrolyte: check('电解液限量、防静电、防爆', 'Electrolyte limited, anti-static', null),
    charging: check('充放电柜温烟断电保护', 'Chargers cut off on heat or smoke', null),
  },
  parkRectification: {
    body: check('有安全管理机构和专职人员', 'Safety body and staff', of('workSafetyLaw', '第49条')),
    rules: check('有安全管理制度并执行', 'Safety rules, and kept', null),
    coordination: check(
      '对承租企业统一协调管理、定期检查',
      'Tenants coordinated and regularly checked',
      orderTen('第3条(一)'),
      1,
    ),
    files: check('一企一档、安全管理协议齐全', 'Files and agreements complete', null),
    fireLane: check('消防车通道畅通', 'Fire lanes clear', of('fireLaw', '第28条'), 20),
    escape: check('疏散通道、安全出口畅通', 'Escape routes clear', of('fireLaw', '第28条'), 16),
    hydrants: check('消火栓完好、未遮挡', 'Hydrants in order', of('fireLaw', '第28条'), 19),
    electricity: check('无私拉电线,配电箱完好', 'Wiring in order', of('electricitySafety'), 21),
    station: check('微型消防站建成,3 分钟到场', 'Micro fire station, there in 3 minutes', null),
    permits: check(
      '动火、有限空间作业审批监护',
      'Permits and watch for dangerous work',
      of('workSafetyLaw', '第43条'),
      29,
    ),
    drills: check('按期演练', 'Drills in time', of('workSafetyLaw', '第81条'), 30),
  },
} as const satisfies Record<CampaignKind, Record<string, ChecklistItem>>

export const checklistOf = (kind: CampaignKind): Readonly<Record<string, ChecklistItem>> =>
  CHECKLISTS[kind]

/** The answers to an item of a checklist. */
export const CHECK_RESULTS = {
  conforms: { labels: { 'zh-CN': '符合', en: 'Conforms' } },
  fails: { labels: { 'zh-CN': '不符合', en: 'Fails' } },
  notApplicable: { labels: { 'zh-CN': '不涉及', en: 'Does not apply' } },
} as const satisfies Record<string, { labels: Labels }>
export type CheckResult = keyof typeof CHECK_RESULTS
export const checkResultSchema = z.enum(['conforms', 'fails', 'notApplicable'])
export const checklistResultsSchema = z.record(z.string(), checkResultSchema)
export type ChecklistResults = z.infer<typeof checklistResultsSchema>

/** What is wrong with the answers to a checklist: items without one, and keys that are no items. */
export function checklistProblems(
  kind: CampaignKind,
  results: ChecklistResults,
): { missing: string[]; unknown: string[] } {
  const items = Object.keys(CHECKLISTS[kind])
  return {
    missing: items.filter((key) => !(key in results)),
    unknown: Object.keys(results).filter((key) => !items.includes(key)),
  }
}

export const failedItems = (results: ChecklistResults): string[] =>
  Object.keys(results).filter((key) => results[key] === 'fails')
