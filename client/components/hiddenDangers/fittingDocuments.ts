import type { CheckItem, HiddenDangerDetail } from '#data/contract/hiddenDangerResponses'
import { isUncounted, isUnassessed } from '#data/domain/hiddenDangers'
import type { DocumentTemplateKey } from '#data/domain/documentTemplates'

/** Documents that a visit can be printed as: an order only where something was left to rectify. */
export function documentsOfCheck({
  outcome,
  withdrawn,
}: Pick<CheckItem, 'outcome' | 'withdrawn'>): DocumentTemplateKey[] {
  if (withdrawn) return []
  const ordersSomething = outcome === 'deadlineSet' || outcome === 'suspectedMajor'
  return ordersSomething ? ['checkRecord', 'rectificationOrder'] : ['checkRecord']
}

/** Documents of a hidden danger: the order once it is assessed, the opinion once it was re-checked. */
export function documentsOfDanger({
  state,
  onTheSpot,
  events,
}: Pick<HiddenDangerDetail, 'state' | 'onTheSpot' | 'events'>): DocumentTemplateKey[] {
  if (onTheSpot || isUncounted(state) || isUnassessed(state)) return []
  const isReviewed = events.some(({ action }) => action === 'passReview' || action === 'failReview')
  return isReviewed ? ['rectificationOrder', 'reviewOpinion'] : ['rectificationOrder']
}
