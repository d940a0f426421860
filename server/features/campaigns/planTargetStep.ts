import type { TargetEventInput } from '#data/contract/campaigns'
import {
  checklistOf,
  checklistProblems,
  failedItems,
  type ChecklistResults,
} from '#data/domain/campaigns'
import { targetMachine } from '#data/domain/campaignTargets'
import type { Labels } from '#data/domain/locales'
import { refused } from '../../http/problems.ts'
import type { AcceptanceStanding } from '../parkRecords/gradings.queries.ts'
import type { TargetFacts, TargetRow } from './campaignTargets.queries.ts'

/** What a step makes of a target, and what its event keeps. */
export type TargetStep = {
  facts: TargetFacts
  happenedOn: string
  note: string | null
  results: ChecklistResults | null
  deadline: string | null
}

/**
 * The next step of a target.
 * @param parkAcceptance how the acceptance (整治验收) of its park stands
 * @throws HttpProblem 422 for an edge that is not there, or with something missing
 */
export function planTargetStep(
  target: TargetRow,
  input: TargetEventInput,
  { today, parkAcceptance }: { today: string; parkAcceptance: AcceptanceStanding },
): TargetStep {
  const state = targetMachine.next(target.state, input.action)
  if (state === null) throw refused('action', targetMachine.noSuchEdge(target.state, input.action))
  const happenedOn = input.happenedOn ?? today
  requireDay(happenedOn, earliestOf(target), today)
  const results = 'results' in input ? completeResults(target, input.results) : null
  const deadline = 'deadline' in input ? requireDeadline(input.deadline, happenedOn) : null
  if (input.action === 'startRectification') requireFailing(target)
  if (input.action === 'submitForAcceptance' && target.state === 'checked')
    requireNoneFailing(target)
  if (input.action === 'accept') requireAcceptable(target, input.results, parkAcceptance)
  const facts: TargetFacts = {
    state,
    version: target.version + 1,
    checkedOn: input.action === 'check' ? happenedOn : target.checkedOn,
    deadline: deadline ?? target.deadline,
    acceptedOn: state === 'accepted' ? happenedOn : null,
    exclusionReason: input.action === 'exclude' ? input.reason : null,
    results: results ?? target.results,
  }
  const note = 'reason' in input ? input.reason : (input.note ?? null)
  const begunAnew = { checkedOn: null, deadline: null, results: {} }
  return {
    facts: input.action === 'includeAgain' ? { ...facts, ...begunAnew } : facts,
    ...{ happenedOn, note, results, deadline },
  }
}

/** Nothing happens before the campaign begins, and no later step before the check. */
const earliestOf = ({ startsOn, checkedOn }: TargetRow): string =>
  checkedOn !== null && checkedOn > startsOn ? checkedOn : startsOn

function requireDay(day: string, earliest: string, today: string): void {
  if (day >= earliest && day <= today) return
  throw refused('happenedOn', {
    'zh-CN': `日期须在 ${earliest} 至 ${today} 之间,填了 ${day}。`,
    en: `The day must lie between ${earliest} and ${today}, not on ${day}.`,
  })
}

function requireDeadline(deadline: string, happenedOn: string): string {
  if (deadline > happenedOn) return deadline
  throw refused('deadline', {
    'zh-CN': `整改期限须晚于 ${happenedOn}。请改为之后的日期。`,
    en: `The deadline must be after ${happenedOn}: set a later day.`,
  })
}

function namesOf({ kind }: TargetRow, keys: readonly string[]): Labels {
  const items = checklistOf(kind)
  const names = (locale: keyof Labels) =>
    keys
      .slice(0, 4)
      .map((key) => items[key]?.labels[locale] ?? key)
      .join(locale === 'en' ? '; ' : ';')
  return { 'zh-CN': names('zh-CN'), en: names('en') }
}

function completeResults(target: TargetRow, results: ChecklistResults): ChecklistResults {
  const { missing, unknown } = checklistProblems(target.kind, results)
  if (unknown.length > 0) {
    throw refused('results', {
      'zh-CN': `检查表没有这些条目:${unknown.join('、')}。请按检查表填写。`,
      en: `The checklist has no items ${unknown.join(', ')}: answer those it has.`,
    })
  }
  if (missing.length === 0) return results
  const names = namesOf(target, missing)
  throw refused('results', {
    'zh-CN': `检查表还有 ${missing.length} 项没有结论:${names['zh-CN']}。请逐项填写。`,
    en: `${missing.length} items of the checklist have no answer: ${names.en}. Answer each.`,
  })
}

function requireFailing({ results }: TargetRow): void {
  if (failedItems(results).length > 0) return
  throw refused('action', {
    'zh-CN': '检查表没有不符合项,无须整改。请直接提请验收。',
    en: 'No item of the checklist fails, so there is nothing to rectify: submit it for acceptance.',
  })
}

function requireNoneFailing(target: TargetRow): void {
  const failed = failedItems(target.results)
  if (failed.length === 0) return
  const names = namesOf(target, failed)
  throw refused('action', {
    'zh-CN': `检查表有 ${failed.length} 项不符合:${names['zh-CN']}。请先责令整改。`,
    en: `${failed.length} items of the checklist fail: ${names.en}. Order their rectification first.`,
  })
}

function requireAcceptable(
  target: TargetRow,
  results: ChecklistResults,
  { isPassed, openMajors }: AcceptanceStanding,
): void {
  const failed = failedItems(results)
  if (failed.length > 0) {
    const names = namesOf(target, failed)
    throw refused('results', {
      'zh-CN': `验收时仍有 ${failed.length} 项不符合:${names['zh-CN']}。请退回整改。`,
      en: `${failed.length} items still fail at the acceptance: ${names.en}. Return it to be rectified.`,
    })
  }
  if (target.kind !== 'parkRectification') return
  if (!isPassed) {
    throw refused('action', {
      'zh-CN': '园区整治须先按七个方面验收通过。请先办结该园区的整治验收。',
      en: 'A park must first pass the acceptance by the seven aspects: finish that first.',
    })
  }
  if (openMajors === 0) return
  throw refused('action', {
    'zh-CN': `该园区验收后新增重大事故隐患 ${openMajors} 处未销号,专项不能验收通过。请先整改销号。`,
    en: `${openMajors} major hidden dangers opened in the park after its acceptance, so it cannot be accepted: have them closed first.`,
  })
}
