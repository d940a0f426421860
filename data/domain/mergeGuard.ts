import {
  isSupervised,
  say,
  type Guard,
  type HiddenDangerFacts,
  type Missing,
} from './hiddenDangerFacts.ts'
import {
  HANDLING_LEVELS,
  HIDDEN_DANGER_STATES,
  isOpen,
  isOverdue,
  isUnassessed,
} from './hiddenDangers.ts'

/**
 * 合并: what stays is as far, as grave, as high and no later than what goes into it, so that nothing
 * escapes its assessment, its handling or the deadline of the statistics by it.
 */
export const merge: Guard<'merge'> = ({ into }, facts, { into: target, today }) => {
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
    isUnassessed(target.state) &&
      !isUnassessed(facts.state) &&
      say(
        `${into} 尚未核定,本条已核定,不能并入。请先核定 ${into},或将其并入本条。`,
        `${into} is not assessed and this one is: assess that first, or merge it into this one.`,
      ),
    graver(target, facts),
    isSupervised(facts) &&
      say(
        '挂牌督办中,不能合并。请先核销督办。',
        'It is under supervision: end that before it is merged.',
      ),
    HANDLING_LEVELS[target.handlingLevel].rank < HANDLING_LEVELS[facts.handlingLevel].rank &&
      say(
        `本条由${HANDLING_LEVELS[facts.handlingLevel].labels['zh-CN']}负责,${into} 由${HANDLING_LEVELS[target.handlingLevel].labels['zh-CN']}负责,不能并入。请先升级 ${into},或将其并入本条。`,
        `The ${facts.handlingLevel} answers for it and the ${target.handlingLevel} for ${into}: escalate that first, or merge it into this one.`,
      ),
    later(target, facts, today),
  ]
}

/** One that is major, or may be, into one that is neither. */
function graver(target: HiddenDangerFacts, facts: HiddenDangerFacts): Missing {
  const into = target.code
  if (target.severity === 'major') return false
  if (facts.severity === 'major') {
    return say(
      `重大事故隐患不能并入一般事故隐患 ${into}。请先核定 ${into},或将其并入本条。`,
      `A major hidden danger cannot be merged into the general one ${into}: assess that first, or merge it into this one.`,
    )
  }
  const isSuspected = ({ suspectedMajor, state }: HiddenDangerFacts): boolean =>
    suspectedMajor && isUnassessed(state)
  return (
    isSuspected(facts) &&
    !isSuspected(target) &&
    say(
      `本条疑似重大事故隐患,尚未核定,不能并入一般事故隐患 ${into}。请先核定本条。`,
      `It is suspected to be major and not assessed, so it cannot be merged into the general one ${into}: assess it first.`,
    )
  )
}

/** One into another of which the original deadline is later. */
function later(target: HiddenDangerFacts, facts: HiddenDangerFacts, today: string): Missing {
  const into = target.code
  if (target.deadline <= facts.deadline) return false
  const overdue = isOverdue(facts, today)
  return say(
    `${into} 的期限 ${target.deadline} 晚于本条的期限 ${facts.deadline}${overdue ? '(本条已逾期)' : ''},不能并入。请将 ${into} 并入本条,或分别办理。`,
    `The deadline of ${into}, ${target.deadline}, is later than that of this one, ${facts.deadline}${overdue ? ', which is overdue' : ''}: merge that into this one, or go on with both.`,
  )
}
