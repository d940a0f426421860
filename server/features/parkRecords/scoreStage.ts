import type { ScoredInput } from '#data/contract/parkRecordBodies'
import type { OpenMajor } from '#data/contract/parkRecordResponses'
import {
  ACCEPTANCE_ITEM_ORDER,
  ACCEPTANCE_ITEMS,
  totalOf,
  type ItemScore,
} from '#data/domain/acceptance'
import {
  BLOCKED_BY_MAJOR,
  computedOutcome,
  GRADING_OUTCOMES,
  isWorse,
  OUTCOMES_OF_PURPOSE,
  type GradingOutcome,
  type GradingPurpose,
} from '#data/domain/gradingMachine'
import type { Labels } from '#data/domain/locales'
import { refused } from '../../http/problems.ts'

/** What a stage found: every item, the total, what it gives and what is proposed. */
export type StageScores = {
  scores: ItemScore[]
  total: number
  computedOutcome: GradingOutcome
  outcome: GradingOutcome
  overrideReason: string | null
}

/**
 * Scores of a stage, checked against the registry, with the outcome that follows from them.
 * @param openMajors 重大事故隐患 of the park that are not closed or not yet assessed: none of them allows A, B or 通过
 * @throws HttpProblem 422 that says what is missing or forbids the outcome
 */
export function scoreStage(
  purpose: GradingPurpose,
  input: ScoredInput,
  openMajors: readonly OpenMajor[],
): StageScores {
  const scores = completeScores(input)
  const total = totalOf(scores)
  const computed = computedOutcome(purpose, total)
  const outcome = input.outcome ?? computed
  const overrideReason = requireOutcome(purpose, total, computed, outcome, input.overrideReason)
  requireUnblocked(outcome, total, openMajors)
  return { scores, total, computedOutcome: computed, outcome, overrideReason }
}

const quote = (names: readonly string[], locale: keyof Labels) =>
  locale === 'en' ? names.join(', ') : names.join('、')

function namesOf(items: readonly ItemScore['item'][]): Labels {
  const names = (locale: keyof Labels) =>
    quote(
      items.slice(0, 5).map((item) => ACCEPTANCE_ITEMS[item].labels[locale]),
      locale,
    )
  const more = items.length > 5
  return {
    'zh-CN': names('zh-CN') + (more ? '等' : ''),
    en: names('en') + (more ? ' and more' : ''),
  }
}

function completeScores({ scores }: ScoredInput): ItemScore[] {
  const given = new Map(scores.map((score) => [score.item, score]))
  const missing = ACCEPTANCE_ITEM_ORDER.filter((item) => !given.has(item))
  if (missing.length > 0 || given.size !== scores.length) {
    const names = namesOf(missing)
    throw refused('scores', {
      'zh-CN': missing.length
        ? `还有 ${missing.length} 项没有评分:${names['zh-CN']}。请逐项评分后再提交。`
        : '有评分项重复。每项只评一次。',
      en: missing.length
        ? `${missing.length} items have no score: ${names.en}. Score every item, then submit.`
        : 'An item is scored twice: score each once.',
    })
  }
  const complete = ACCEPTANCE_ITEM_ORDER.map((item): ItemScore => {
    const { points, evidence = null } = given.get(item)!
    return { item, points, evidence }
  })
  requirePoints(complete)
  return complete
}

function requirePoints(scores: readonly ItemScore[]): void {
  const tooMany = scores.find(({ item, points }) => points > ACCEPTANCE_ITEMS[item].points)
  if (tooMany) {
    const { labels, points } = ACCEPTANCE_ITEMS[tooMany.item]
    throw refused('scores', {
      'zh-CN': `“${labels['zh-CN']}”最多 ${points} 分,填了 ${tooMany.points} 分。请改正。`,
      en: `“${labels.en}” has at most ${points} points, not ${tooMany.points}: correct it.`,
    })
  }
  const unproven = scores
    .filter(({ item, points, evidence }) => points < ACCEPTANCE_ITEMS[item].points && !evidence)
    .map(({ item }) => item)
  if (unproven.length === 0) return
  const names = namesOf(unproven)
  throw refused('scores', {
    'zh-CN': `扣分须写依据,还缺 ${unproven.length} 项:${names['zh-CN']}。`,
    en: `Points taken off need their evidence; ${unproven.length} items lack it: ${names.en}.`,
  })
}

function requireOutcome(
  purpose: GradingPurpose,
  total: number,
  computed: GradingOutcome,
  outcome: GradingOutcome,
  reason: string | undefined,
): string | null {
  const say = (locale: keyof Labels) => ({
    given: GRADING_OUTCOMES[outcome].labels[locale],
    by: GRADING_OUTCOMES[computed].labels[locale],
  })
  const [zh, en] = [say('zh-CN'), say('en')]
  if (!(OUTCOMES_OF_PURPOSE[purpose] as readonly GradingOutcome[]).includes(outcome)) {
    throw refused('outcome', {
      'zh-CN': `“${zh.given}”不是该程序的结论。请按总分或从可选结论中选择。`,
      en: `“${en.given}” is no outcome of this procedure: leave it to the total or choose one that is.`,
    })
  }
  if (outcome === computed) return null
  if (!isWorse(purpose, outcome, computed)) {
    throw refused('outcome', {
      'zh-CN': `总分 ${total} 对应“${zh.by}”,只能从严,不能改为“${zh.given}”。`,
      en: `${total} points give “${en.by}”; it may be set lower but not to “${en.given}”.`,
    })
  }
  if (reason) return reason
  throw refused('overrideReason', {
    'zh-CN': `总分 ${total} 对应“${zh.by}”,改为“${zh.given}”须写明理由。`,
    en: `${total} points give “${en.by}”; setting “${en.given}” needs its reason.`,
  })
}

/** How many are major, and how many may be: the parts that there are none of are left out. */
function countsOf(openMajors: readonly OpenMajor[]): Labels {
  const suspected = openMajors.filter((each) => each.suspected).length
  const major = openMajors.length - suspected
  const parts = [
    major > 0 && {
      'zh-CN': ` ${major} 处重大事故隐患未销号`,
      en: `${major} major hidden dangers that are not closed`,
    },
    suspected > 0 && {
      'zh-CN': ` ${suspected} 处疑似重大事故隐患待核定`,
      en: `${suspected} suspected to be major that are not assessed`,
    },
  ].filter((part) => part !== false)
  return {
    'zh-CN': parts.map((part) => part['zh-CN']).join('、'),
    en: parts.map((part) => part.en).join(' and '),
  }
}

function requireUnblocked(
  outcome: GradingOutcome,
  total: number,
  openMajors: readonly OpenMajor[],
): void {
  if (openMajors.length === 0 || !BLOCKED_BY_MAJOR.includes(outcome)) return
  const names = openMajors
    .slice(0, 3)
    .map(
      ({ code, location, description, suspected }) =>
        `${code}(${suspected ? '疑似重大事故隐患待核定,' : ''}${location}:${description})`,
    )
    .join('、')
  const more = openMajors.length > 3
  const counts = countsOf(openMajors)
  const lower = outcome === 'passed' ? GRADING_OUTCOMES.failed : GRADING_OUTCOMES.C
  throw refused('outcome', {
    'zh-CN': `该园区有${counts['zh-CN']}:${names}${more ? '等' : ''}。未核定、未销号前不能评为“${GRADING_OUTCOMES[outcome].labels['zh-CN']}”(总分 ${total})。请先核定、整改销号,或从严评为“${lower.labels['zh-CN']}”并写明理由。`,
    en: `The park has ${counts.en}: ${names}${more ? ' and more' : ''}. Until they are, “${GRADING_OUTCOMES[outcome].labels.en}” is not possible (${total} points). Have them assessed and closed, or set “${lower.labels.en}” with the reason.`,
  })
}
