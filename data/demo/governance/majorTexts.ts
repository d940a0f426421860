import {
  FIVE_REQUIREMENT_ORDER,
  PLAN_ITEM_ORDER,
  type FiveRequirement,
  type PlanItem,
} from '../../domain/hiddenDangers.ts'
import { CLAUSES } from '../../domain/clauses.ts'
import { citation } from '../../domain/standards.ts'

/** 五落实 of a 重大 of the demo. */
export function fiveRequirementsOf(
  unit: string,
  person: string,
  deadline: string,
  fundsYuan: number,
): Record<FiveRequirement, string> {
  const texts = {
    responsibility: `${unit}主要负责人负总责,${person}具体负责`,
    measures: '停用相关设备,按整改方案改造,完成前不得复用',
    funds: `企业自筹 ${fundsYuan} 元,已列支(演示)`,
    timeLimit: `${deadline} 前完成并报复查`,
    contingencyPlan: '已修订现场处置方案,整改期间双人监护',
  } satisfies Record<FiveRequirement, string>
  return Object.fromEntries(FIVE_REQUIREMENT_ORDER.map((key) => [key, texts[key]])) as typeof texts
}

/** The six items of the plan (总局令第16号第15条). */
export function rectificationPlanOf(
  words: string,
  unit: string,
  person: string,
  deadline: string,
  fundsYuan: number,
): Record<PlanItem, string> {
  const texts = {
    goals: `消除“${words}”,达到判定标准以外`,
    methods: '委托有能力的单位设计改造,改造后经验收再投用',
    resources: `经费 ${fundsYuan} 元,设备和人员由${unit}落实(演示)`,
    organisation: `${unit}成立整改小组,${person}负责`,
    schedule: `7日内定方案,${deadline} 前完成`,
    safety: '整改期间停用、断电、警戒,设专人监护,备应急物资',
  } satisfies Record<PlanItem, string>
  return Object.fromEntries(PLAN_ITEM_ORDER.map((key) => [key, texts[key]])) as typeof texts
}

/** The clause and the reason, as a person decided on that day. */
export function severityBasisOf(clauseNumber: number, words: string, day: string): string {
  const clause = CLAUSES.find(({ number }) => number === clauseNumber)!
  return `${citation(clause.references[0], day)}:现场核实“${words}”,核定为重大事故隐患(演示)`
}
