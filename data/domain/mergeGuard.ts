import { isSupervised, say, type Guard } from './hiddenDangerFacts.ts'
import { HIDDEN_DANGER_STATES, isOpen, isOverdue } from './hiddenDangers.ts'

/** 合并: what stays must be as grave, and no later, than what goes into it. */
export const merge: Guard<'merge'> = ({ into }, facts, context) => {
  const target = context.into
  if (into === facts.code) {
    return [say('不能并入自身,请选择另一条隐患。', 'It cannot be merged into itself.')]
  }
  if (!target) {
    return [
      say(
        `没有编号为 ${into} 的隐患,请核对编号。`,
        `There is no hidden danger ${into}: check its code.`,
      ),
    ]
  }
  const state = HIDDEN_DANGER_STATES[target.state].labels
  const isMajor = facts.severity === 'major'
  return [
    target.parkCode !== facts.parkCode &&
      say(
        `${into} 属于另一园区,只能并入同一园区的隐患。`,
        `${into} is of another park: merge within one park only.`,
      ),
    !isOpen(target.state) &&
      say(
        `${into} 现为“${state['zh-CN']}”,只能并入未销号的隐患。`,
        `${into} is “${state.en}”: merge into one that is open.`,
      ),
    isMajor &&
      target.severity === 'general' &&
      say(
        `重大事故隐患不能并入一般事故隐患 ${into}。请先核定 ${into},或将其并入本条。`,
        `A major hidden danger cannot be merged into the general one ${into}: assess that first, or merge it into this one.`,
      ),
    !isMajor &&
      facts.suspectedMajor &&
      (facts.state === 'pendingAssessment' || facts.state === 'returnedToRegistrant') &&
      target.severity === 'general' &&
      !target.suspectedMajor &&
      say(
        `本条疑似重大,尚未核定,不能并入一般事故隐患 ${into}。请先核定本条。`,
        `It is suspected to be major and not assessed, so it cannot be merged into the general one ${into}: assess it first.`,
      ),
    isSupervised(facts) &&
      say(
        '挂牌督办中,不能合并。请先核销督办。',
        'It is under supervision: end that before it is merged.',
      ),
    isOverdue(facts, context.today) &&
      !isOverdue(target, context.today) &&
      say(
        `本条已逾期(期限 ${facts.deadline}),不能并入未逾期的 ${into}。请将 ${into} 并入本条。`,
        `It is overdue (${facts.deadline}) and cannot be merged into ${into}, which is not: merge that into this one.`,
      ),
  ]
}
