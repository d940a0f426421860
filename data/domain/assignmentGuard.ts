import {
  beforeDiscovery,
  say,
  type Guard,
  type HiddenDangerFacts,
  type Missing,
} from './hiddenDangerFacts.ts'
import {
  FIVE_REQUIREMENT_ORDER,
  FIVE_REQUIREMENTS,
  PLAN_ITEM_ORDER,
  PLAN_ITEMS,
} from './hiddenDangers.ts'
import type { Labels } from './locales.ts'

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

/** 派单: to whom, until when, and for a 重大事故隐患 the five requirements and the plan. */
export const assign: Guard<'assign'> = (body, facts, { today }) => {
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
    facts.mergedFrom.length > 0 &&
      deadline > facts.deadline &&
      say(
        `${facts.mergedFrom.join('、')} 已并入本条,期限 ${facts.deadline} 只能提前。请按原期限派单,再申请延期。`,
        `${facts.mergedFrom.join(', ')} were merged into it, so its deadline ${facts.deadline} may only be earlier: assign it so, then request an extension.`,
      ),
    deadline < facts.foundOn
      ? beforeDiscovery(deadline, facts.foundOn)
      : deadline < today &&
        say(
          `整改期限 ${deadline} 早于今天(${today}),请改为今天或以后。`,
          `The deadline ${deadline} is before today (${today}): choose today or later.`,
        ),
  ]
}
