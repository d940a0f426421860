import { addDays } from '#data/domain/clock'
import { CALLED_REVIEW_DAYS, type ReviewTrigger } from '#data/domain/reviews'
import type { RiskPointRow } from '../riskPointRecord.queries.ts'
import { updateRiskPoint } from '../riskPointWrites.queries.ts'
import { markOf, type Editing } from '../../versions/editRecord.ts'

/** Makes a review due soon, or leaves an earlier day; tells what calls for it. */
export async function callReview(
  current: RiskPointRow,
  { trigger, reason }: { trigger: ReviewTrigger; reason: string },
  editing: Editing,
): Promise<void> {
  const soon = addDays(editing.clock.today(), CALLED_REVIEW_DAYS)
  const reviewDue = current.reviewDue < soon ? current.reviewDue : soon
  // An accident stays the reason, whatever else happens until the review.
  const reviewTrigger = current.reviewTrigger === 'accident' ? 'accident' : trigger
  const facts = { ...current, reviewDue, reviewTrigger } as const
  await updateRiskPoint(
    editing.transaction,
    current.id,
    facts,
    markOf(editing, 'reviewCall', reason),
  )
}
