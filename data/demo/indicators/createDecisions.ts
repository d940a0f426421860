import { addDays } from '../../domain/clock.ts'
import type { DecidedEntity, DecisionKind } from '../../domain/decisions.ts'

/** A major hidden danger that is open, as far as a decision on it needs to know. */
export type UrgentDanger = {
  code: string
  areaCode: string
  parkCode: string
  parkName: string
  streetName: string
  deadline: string
}

export type DemoDecision = {
  /** 1, 2, 3 …: what a reply refers to. */
  number: number
  answers: number | null
  entity: DecidedEntity
  code: string
  areaCode: string
  kind: DecisionKind
  text: string
  toUnit: string | null
  dueOn: string | null
  by: string
  at: string
}

const LEADER = '演示区领导A01'
const OFFICE = '演示区安委办A02'
const STREET_OFFICER = '演示街道安监员'

type Task = Pick<DemoDecision, 'kind' | 'text' | 'by' | 'toUnit'> & {
  /** Days before the day of the demo that it was written, and after it that a reply is wanted. */
  daysBefore: number
  dueIn: number | null
  reply?: { daysBefore: number; text: string }
}

/**
 * What was decided about the gravest matters of the demo: one that waits for its reply, one whose
 * reply is late and was urged, and two that were replied to.
 */
export function createDecisions(
  urgent: readonly UrgentDanger[],
  street: { code: string; name: string },
  asOfDay: string,
): DemoDecision[] {
  const decisions: DemoDecision[] = []
  const write = (
    item: Pick<DemoDecision, 'entity' | 'code' | 'areaCode'>,
    { daysBefore, dueIn, reply, ...task }: Task,
  ) => {
    const number = decisions.length + 1
    const at = (days: number) => `${addDays(asOfDay, -days)}T08:30:00+08:00`
    const dueOn = dueIn === null ? null : addDays(asOfDay, dueIn)
    decisions.push({ number, answers: null, ...item, ...task, dueOn, at: at(daysBefore) })
    if (!reply) return
    decisions.push({
      ...{ number: number + 1, answers: number, ...item, kind: 'reply', text: reply.text },
      ...{ toUnit: null, dueOn: null, by: STREET_OFFICER, at: at(reply.daysBefore) },
    })
  }
  const [first, second, third] = urgent
  if (first) {
    const item = dangerItem(first)
    write(item, {
      ...{ kind: 'instruction', by: LEADER, daysBefore: 10, dueIn: -3 },
      text: `${first.parkName}重大事故隐患已过期限(${first.deadline}),请街道提级督办,落实停用和专人盯守,并报整改方案。`,
      toUnit: `${first.streetName}应急管理办公室`,
    })
    write(item, {
      ...{ kind: 'urging', by: OFFICE, daysBefore: 2, dueIn: 1 },
      text: '前项批示回告已过期,请说明整改进度和不能按期的原因。',
      toUnit: `${first.streetName}应急管理办公室`,
    })
  }
  if (second) {
    write(dangerItem(second), {
      ...{ kind: 'instruction', by: LEADER, daysBefore: 6, dueIn: 4 },
      text: `请明确${second.parkName}重大事故隐患的整改资金和完成时间。`,
      toUnit: `${second.streetName}办事处`,
      reply: { daysBefore: 3, text: '资金已落实,设备月底前到货,其间该工序停用。' },
    })
  }
  if (third) {
    const item = { entity: 'park', code: third.parkCode, areaCode: third.areaCode } as const
    write(item, {
      ...{ kind: 'referral', by: OFFICE, daysBefore: 12, dueIn: -5 },
      text: `转请核查${third.parkName}运营方统一协调管理职责落实情况。`,
      toUnit: `${third.streetName}办事处`,
      reply: { daysBefore: 7, text: '已约谈运营方,补签安全管理协议,每月检查一次。' },
    })
  }
  write(
    { entity: 'area', code: street.code, areaCode: street.code },
    {
      ...{ kind: 'instruction', by: LEADER, daysBefore: 4, dueIn: 7 },
      text: `${street.name}按期整改率偏低,请分析逾期原因,列出清单逐件销号。`,
      toUnit: `${street.name}办事处`,
    },
  )
  return decisions
}

const dangerItem = ({ code, areaCode }: UrgentDanger) =>
  ({ entity: 'hiddenDanger', code, areaCode }) as const
