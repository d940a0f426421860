import type { HiddenDangerEventBody } from '../contract/hiddenDangerBodies.ts'
import {
  effectiveDeadline,
  FIVE_REQUIREMENT_ORDER,
  FIVE_REQUIREMENTS,
  HANDLING_LEVELS,
  HIDDEN_DANGER_STATES,
  isOpen,
  isOverdue,
  PLAN_ITEM_ORDER,
  PLAN_ITEMS,
  type HandlingLevel,
  type HiddenDangerSeverity,
  type HiddenDangerState,
} from './hiddenDangers.ts'
import type { Labels } from './locales.ts'

/** What a step is judged by: the record as it stands before it. */
export type HiddenDangerFacts = {
  code: string
  parkCode: string
  state: HiddenDangerState
  severity: HiddenDangerSeverity
  suspectedMajor: boolean
  handlingLevel: HandlingLevel
  foundOn: string
  deadline: string
  extendedDeadline: string | null
  requestedDeadline: string | null
  /** Whether it was assigned before: from then on its deadline is the one of the statistics. */
  assignedBefore: boolean
  responsibleUnit: string | null
  responsiblePerson: string | null
  fiveRequirements: Readonly<Record<string, string>>
  rectificationPlan: Readonly<Record<string, string>>
  rectifiedOn: string | null
  supervision: { level: 'street' | 'district'; endedAt: string | null } | null
}

/** Beside the record: the civil day, and the one that it is to be merged into; null: there is none. */
export type GuardContext = { today: string; into?: HiddenDangerFacts | null }

type Action = HiddenDangerEventBody['action']
type BodyOf<A extends Action> = Extract<HiddenDangerEventBody, { action: A }>
/** One sentence, or nothing where nothing is missing. */
type Missing = Labels | false
type Guard<A extends Action> = (
  body: BodyOf<A>,
  facts: HiddenDangerFacts,
  context: GuardContext,
) => readonly Missing[]

const say = (chinese: string, english: string): Labels => ({ 'zh-CN': chinese, en: english })
const nothingMissing = (): readonly Missing[] => []
const isSupervised = ({ supervision }: HiddenDangerFacts): boolean =>
  supervision !== null && supervision.endedAt === null

/** Which entries of a registry have no text yet, named in one sentence. */
function missingTexts<K extends string>(
  keys: readonly K[],
  registry: Record<K, { labels: Labels }>,
  given: Readonly<Record<string, string | undefined>>,
  what: Labels,
): Missing {
  const missing = keys.filter((key) => !given[key])
  if (missing.length === 0) return false
  const names = (locale: keyof Labels) =>
    missing.map((key) => registry[key].labels[locale]).join(locale === 'en' ? ', ' : '、')
  return say(
    `重大事故隐患派单前须补齐${what['zh-CN']},尚缺:${names('zh-CN')}。`,
    `A major hidden danger needs the whole of ${what.en} before it is assigned; still missing: ${names('en')}.`,
  )
}

const assign: Guard<'assign'> = (body, facts, { today }) => {
  const isMajor = facts.severity === 'major'
  return [
    !(body.responsibleUnit ?? facts.responsibleUnit) &&
      say('未写明责任单位,请填写后派单。', 'No unit is responsible yet: name it to assign.'),
    isMajor &&
      !(body.responsiblePerson ?? facts.responsiblePerson) &&
      say(
        '重大事故隐患须写明责任人,请填写后派单。',
        'A major hidden danger needs a person responsible: name one to assign.',
      ),
    ...newDeadline(body.deadline, facts, today),
    isMajor &&
      missingTexts(
        FIVE_REQUIREMENT_ORDER,
        FIVE_REQUIREMENTS,
        { ...facts.fiveRequirements, ...body.fiveRequirements },
        say('五落实', 'the five requirements'),
      ),
    isMajor &&
      missingTexts(
        PLAN_ITEM_ORDER,
        PLAN_ITEMS,
        { ...facts.rectificationPlan, ...body.rectificationPlan },
        say('治理方案六项', 'the six items of the plan'),
      ),
  ]
}

/** A deadline that the assignment sets; the one of the registration stands where it sets none. */
function newDeadline(
  deadline: string | undefined,
  facts: HiddenDangerFacts,
  today: string,
): readonly Missing[] {
  if (deadline === undefined || deadline === facts.deadline) return []
  if (facts.assignedBefore || facts.deadline < today) {
    return [
      say(
        `${facts.assignedBefore ? '已派过单' : '已逾期'},原期限 ${facts.deadline} 不再更改。请按原期限派单,再申请延期。`,
        `The original deadline ${facts.deadline} stands once ${facts.assignedBefore ? 'it was assigned' : 'it has passed'}: assign it so, then request an extension.`,
      ),
    ]
  }
  return [
    deadline < facts.foundOn
      ? beforeDiscovery(deadline, facts.foundOn)
      : deadline < today &&
        say(
          `整改期限 ${deadline} 早于今天(${today}),请改为今天或以后。`,
          `The deadline ${deadline} is before today (${today}): choose today or later.`,
        ),
  ]
}

/** A deadline that ends before there was anything to rectify. */
export function beforeDiscovery(deadline: string, foundOn: string): Labels {
  return say(
    `整改期限 ${deadline} 早于发现日 ${foundOn},请改为发现日或以后。`,
    `The deadline ${deadline} is before the day of discovery ${foundOn}: choose that day or later.`,
  )
}

const merge: Guard<'merge'> = ({ into }, facts, context) => {
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
    Object.values(fields).every((value) => value === undefined) &&
      say(
        '没有补充任何内容。请修改部位、问题、类别、条款,或写明说明。',
        `Nothing was completed: change place, description, category or clause, or write a note (${action}).`,
      ),
  ],
  dismiss: nothingMissing,
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
