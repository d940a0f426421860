import { assign } from './assignmentGuard.ts'
import {
  isSupervised,
  say,
  type Action,
  type BodyOf,
  type Guard,
  type GuardContext,
  type HiddenDangerFacts,
  type Missing,
} from './hiddenDangerFacts.ts'
import { effectiveDeadline, HANDLING_LEVELS, HIDDEN_DANGER_SEVERITIES } from './hiddenDangers.ts'
import { possibleActions, type HiddenDangerAction } from './hiddenDangerActions.ts'
import type { Labels } from './locales.ts'
import { merge } from './mergeGuard.ts'
import { findClause, noSuchClause } from './proposeSeverity.ts'

const nothingMissing = (): readonly Missing[] => []
const supervise: Guard<'supervise'> = ({ level, deadline }, facts, { today }) => [
  facts.severity !== 'major' &&
    say(
      '只有重大事故隐患可以挂牌督办。请先重新核定等级。',
      'Only a major hidden danger is supervised: assess it anew first.',
    ),
  deadline < today &&
    say(
      `督办期限 ${deadline} 早于今天(${today}),请改为今天或以后。`,
      `The deadline of the supervision ${deadline} is before today (${today}): choose today or later.`,
    ),
  isSupervised(facts) &&
    !(level === 'district' && facts.supervision?.level === 'street') &&
    say(
      `已由${HANDLING_LEVELS[facts.supervision?.level ?? level].labels['zh-CN']}挂牌督办,无须再次挂牌。`,
      `It is under supervision already, by the ${facts.supervision?.level ?? level}.`,
    ),
]

const requestExtension: Guard<'requestExtension'> = ({ deadline }, facts, { today }) => {
  const present = effectiveDeadline(facts)
  return [
    deadline <= present
      ? say(
          `延期后的期限 ${deadline} 不晚于现期限 ${present},请填写更晚的日期。`,
          `The deadline ${deadline} is not later than the present one, ${present}: ask for a later day.`,
        )
      : deadline < today &&
        say(
          `延期后的期限 ${deadline} 早于今天(${today}),请改为今天或以后。`,
          `The deadline ${deadline} is before today (${today}): ask for today or later.`,
        ),
  ]
}

const notRectified = (facts: HiddenDangerFacts): Missing =>
  facts.rectifiedOn === null &&
  say(
    '尚未报整改完成。请先报整改完成,再复查、销号。',
    'It was not reported as rectified: report that first, then re-check and close.',
  )

/** What each step needs beyond the shape of its body. */
const GUARDS: { [A in Action]: Guard<A> } = {
  assess: ({ severity, basis }) => [
    severity === 'major' &&
      !basis &&
      say(
        '核定为重大事故隐患须写明依据(条款和理由)。',
        'To assess it as major, name the basis: the clause and why.',
      ),
  ],
  returnToRegistrant: nothingMissing,
  resubmit: ({ action, ...fields }) => [
    typeof fields.clauseNumber === 'number' &&
      !findClause(fields.clauseNumber) &&
      noSuchClause(fields.clauseNumber),
    Object.values(fields).every((value) => value === undefined) &&
      say(
        '没有补充任何内容。请修改部位、问题、类别、条款,或写明说明。',
        `Nothing was completed: change place, description, category or clause, or write a note (${action}).`,
      ),
  ],
  dismiss: (_, { mergedFrom }) => [
    mergedFrom.length > 0 &&
      say(
        `${mergedFrom.join('、')} 已并入本条,不能不予认定。请先核定本条,再按流程办理。`,
        `It stands for others too (${mergedFrom.join(', ')} were merged into it) and cannot be dismissed: assess it and go on from there.`,
      ),
  ],
  assign,
  submitRectification: ({ rectifiedOn }, { foundOn }, { today }) => [
    rectifiedOn < foundOn &&
      say(
        `整改完成日 ${rectifiedOn} 早于发现日 ${foundOn},请核对。`,
        `The day of rectification ${rectifiedOn} is before the day of discovery ${foundOn}.`,
      ),
    rectifiedOn > today &&
      say(
        `整改完成日 ${rectifiedOn} 晚于今天(${today}),完成后再报。`,
        `The day of rectification ${rectifiedOn} is after today (${today}): report it once it is done.`,
      ),
  ],
  passReview: (_, facts) => [notRectified(facts)],
  failReview: nothingMissing,
  close: (_, facts) => [
    notRectified(facts),
    isSupervised(facts) &&
      say(
        '挂牌督办尚未核销。请先核销督办,再销号。',
        'The supervision has not ended: end it, then close.',
      ),
  ],
  requestExtension,
  approveExtension: (_, { requestedDeadline }, { today }) => [
    requestedDeadline !== null &&
      requestedDeadline < today &&
      say(
        `所申请的期限 ${requestedDeadline} 已过。请不同意延期,由整改单位重新申请。`,
        `The deadline that was asked for, ${requestedDeadline}, has passed: reject it and have a later one requested.`,
      ),
  ],
  rejectExtension: nothingMissing,
  reassess: ({ severity }, facts) => [
    severity === facts.severity &&
      say(
        `等级没有改变,仍是${HIDDEN_DANGER_SEVERITIES[severity].labels['zh-CN']},无须重新核定。`,
        `It is a ${HIDDEN_DANGER_SEVERITIES[severity].labels.en.toLowerCase()} already: there is nothing to assess anew.`,
      ),
    // As with a risk point, whoever lowers it is not whoever is in arrears with it.
    severity === 'general' &&
      facts.severity === 'major' &&
      facts.handlingLevel !== 'district' &&
      say(
        '重大事故隐患改定为一般事故隐患须由区级办理。请先升级到区级。',
        'Only the district assesses a major hidden danger as general: escalate it to the district first.',
      ),
    severity === 'general' &&
      isSupervised(facts) &&
      say(
        '挂牌督办中,不能改定为一般事故隐患。请先核销督办。',
        'It is under supervision and cannot be assessed as general: end the supervision first.',
      ),
  ],
  escalate: ({ level }, { handlingLevel }) => [
    HANDLING_LEVELS[level].rank <= HANDLING_LEVELS[handlingLevel].rank &&
      say(
        `现由${HANDLING_LEVELS[handlingLevel].labels['zh-CN']}负责,只能向上升级。`,
        `The ${handlingLevel} answers for it at present: it can only be raised above that.`,
      ),
  ],
  supervise,
  endSupervision: (_, facts) => [
    !isSupervised(facts) &&
      say('未在挂牌督办中,无须核销。', 'It is not under supervision: there is nothing to end.'),
  ],
  control: nothingMissing,
  transfer: nothingMissing,
  returnFromEnforcement: nothingMissing,
  merge,
}

/** What a step still lacks, a sentence each: what is missing and what to do; none: it may be done. */
export function missingFor<A extends Action>(
  body: BodyOf<A> & { action: A },
  facts: HiddenDangerFacts,
  context: GuardContext,
): Labels[] {
  const guard = GUARDS[body.action] as Guard<A>
  return guard(body, facts, context).filter((each): each is Labels => each !== false)
}

/** The actions that a state allows, without those that the record itself rules out at once. */
export function offeredActions(
  facts: Pick<HiddenDangerFacts, 'state' | 'severity' | 'handlingLevel' | 'supervision'>,
): HiddenDangerAction[] {
  const ruledOut: Partial<Record<HiddenDangerAction, boolean>> = {
    endSupervision: !isSupervised(facts),
    supervise: facts.severity !== 'major',
    escalate: facts.handlingLevel === 'district',
  }
  return possibleActions(facts.state).filter((action) => !ruledOut[action])
}
