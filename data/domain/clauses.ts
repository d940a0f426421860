import type { HiddenDangerCategory } from './hiddenDangers.ts'
import type { Labels } from './locales.ts'
import type { StandardKey, StandardReference } from './standards.ts'

/** What a clause suggests a finding to be; a person decides (疑似,由人核定). */
export const CLAUSE_SUGGESTIONS = {
  majorHiddenDanger: {
    labels: { 'zh-CN': '疑似重大事故隐患', en: 'Suspected major hidden danger' },
  },
  hiddenDanger: { labels: { 'zh-CN': '一般事故隐患', en: 'General hidden danger' } },
} as const satisfies Record<string, { labels: Labels }>
export type ClauseSuggestion = keyof typeof CLAUSE_SUGGESTIONS

type ClauseReference = StandardReference & {
  /** Whether the number of the clause was read in the text (high) or is common knowledge. */
  confidence: 'high' | 'medium' | 'low'
}

export type Clause = {
  number: number
  /** The finding in words, as an inspector picks it. */
  text: string
  suggests: ClauseSuggestion
  /** What a finding of it is registered under, unless somebody says otherwise. */
  category: HiddenDangerCategory
  references: readonly [ClauseReference, ...ClauseReference[]]
}

const reference =
  (standard: StandardKey, confidence: ClauseReference['confidence']) =>
  (clause: string | null): ClauseReference => ({ standard, clause, confidence })

/** 应急管理部令第10号, whose clauses 3(一), 7(七) and 8(七) were read. */
const orderTenRead = reference('tradeMajorHiddenDangers', 'high')
const orderTen = reference('tradeMajorHiddenDangers', 'medium')
const workSafety = reference('workSafetyLaw', 'medium')
const fire = reference('fireLaw', 'medium')
const specialEquipment = reference('specialEquipmentLaw', 'medium')

type References = Clause['references']
const major = (
  number: number,
  category: HiddenDangerCategory,
  text: string,
  ...references: References
): Clause => ({
  number,
  category,
  text,
  suggests: 'majorHiddenDanger',
  references,
})
const general = (
  number: number,
  category: HiddenDangerCategory,
  text: string,
  ...references: References
): Clause => ({
  number,
  category,
  text,
  suggests: 'hiddenDanger',
  references,
})

/** The findings an inspector picks from (CONTENT.md 5.5), with the clauses they offend. */
export const CLAUSES: readonly Clause[] = [
  major(
    1,
    'management',
    '园区只收租,未对承租企业统一协调管理、未定期检查',
    orderTenRead('第3条(一)'),
    workSafety('第49条'),
  ),
  major(2, 'management', '焊工无证上岗', orderTen('第3条(二)'), workSafety('第30条')),
  major(3, 'specialCampaign', '铝抛光设在砖混多层厂房', orderTen('第11条(一)')),
  major(4, 'specialCampaign', '铝粉与木质粉尘共用除尘系统', orderTen('第11条(二)')),
  major(5, 'specialCampaign', '干式除尘无泄爆、惰化、抑爆', orderTen('第11条(三)')),
  major(6, 'specialCampaign', '木质粉尘用重力沉降室', orderTen('第11条(五)')),
  major(7, 'specialCampaign', '木质粉尘除尘器无锁气卸灰', orderTen('第11条(六)')),
  major(8, 'specialCampaign', '砂光机风管无火花探测消除', orderTen('第11条(八)')),
  major(9, 'specialCampaign', '抛光车间积尘严重,未清理', orderTen('第11条(十)')),
  major(10, 'specialCampaign', '分割间空调氨直接蒸发', orderTen('第12条(一)')),
  major(11, 'specialCampaign', '速冻间作业12人', orderTen('第12条(二)')),
  major(12, 'specialCampaign', '故障电池与成品混放,无物理隔离', orderTenRead('第8条(七)')),
  major(13, 'chemicalsAndGas', '机械企业溶剂型漆喷漆室无可燃气报警', orderTenRead('第7条(七)')),
  major(14, 'confinedSpace', '清淤未审批、未检测、无监护', orderTen('第13条(二)')),
  major(15, 'chemicalsAndGas', '上述喷漆室报警器断电停用', orderTen('第14条')),
  general(16, 'fire', '疏散通道堆货', fire('第28条'), workSafety('第42条')),
  general(
    17,
    'fire',
    '安全出口上锁',
    workSafety('第42条'),
    // Where a fire hazard is meant: by the rules for 重大火灾隐患.
    reference('majorFireHiddenDangers', 'low')(null),
  ),
  general(18, 'fire', '灭火器压力不足', fire('第16条')),
  general(19, 'fire', '消火栓被遮挡', fire('第28条')),
  general(20, 'fire', '货车占消防车通道', fire('第28条')),
  general(21, 'electrical', '配电箱缺盖、私拉电线', reference('electricitySafety', 'low')(null)),
  general(22, 'mechanical', '冲床光电保护被短接', workSafety('第36条')),
  general(23, 'mechanical', '砂轮机无防护罩', workSafety('第36条')),
  general(24, 'chemicalsAndGas', '化学品无安全标签', reference('hazardousChemicals', 'low')(null)),
  general(25, 'specialEquipment', '叉车司机无证', specialEquipment('第14条')),
  general(26, 'specialEquipment', '储气罐安全阀未校验', specialEquipment('第39条')),
  general(27, 'management', '未如实记录隐患治理', workSafety('第41条')),
  general(28, 'management', '新员工未培训上岗', workSafety('第28条')),
  general(29, 'fire', '动火未审批、无人监护', workSafety('第43条'), fire('第21条')),
  general(30, 'management', '未按期演练', workSafety('第81条')),
]
