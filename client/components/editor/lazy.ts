import { loadMessages } from '../../i18n.ts'
import { lazyWithWords } from '../shared/lazyWithWords.ts'

/** What is edited, as the panels carry it: script and words come when it is first shown. */
export const RiskPointCard = lazyWithWords('records', async () => {
  await loadMessages('grading')
  return import('../panel/RiskPointCard.vue')
})
export const RiskPointEditor = lazyWithWords('records', async () => {
  await loadMessages('grading')
  return import('./RiskPointEditor.vue')
})
export const AddRiskPoint = lazyWithWords('records', () => import('./AddRiskPoint.vue'))
export const RetiredRiskPoints = lazyWithWords('records', () => import('./RetiredRiskPoints.vue'))
export const WrittenNotice = lazyWithWords('records', () => import('./WrittenNotice.vue'))
