import type { GradingEventInput } from '#data/contract/parkRecordBodies'
import type { GradingEventRecord } from '#data/contract/parkRecordResponses'
import { refused } from '../../http/problems.ts'

type ScoredStep = Extract<GradingEventInput, { scores: unknown }>

/**
 * 自评 is the park's; who reviews it is neither the park nor whoever scored a stage before.
 * @throws HttpProblem 422 that says whose turn it is
 */
export function requireIndependent(
  { action, party, evaluator }: ScoredStep,
  events: readonly GradingEventRecord[],
): void {
  const isSelfAssessment = action === 'submit'
  if (isSelfAssessment !== (party === 'park')) {
    throw refused(
      'party',
      isSelfAssessment
        ? {
            'zh-CN': '自评由园区作出。请把评价方改为园区。',
            en: 'The self-assessment is the park’s own: choose the park as the party.',
          }
        : {
            'zh-CN': '审核、复核不能由园区自己作出。请选政府、中介机构或行业协会。',
            en: 'A review is not made by the park itself: choose government, intermediary or association.',
          },
    )
  }
  // A stage that was returned may be scored again by whoever scored it.
  const other = events.find((event) => event.evaluator === evaluator && event.action !== action)
  if (!other) return
  throw refused('evaluator', {
    'zh-CN': `${evaluator}已作过前一阶段的评价。请由其他人审核、复核。`,
    en: `${evaluator} scored another stage already: let somebody else review it.`,
  })
}
