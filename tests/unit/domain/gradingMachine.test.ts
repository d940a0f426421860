import { expect, test } from 'vitest'
import {
  ACCEPTANCE_ASPECT_ORDER,
  ACCEPTANCE_ASPECTS,
  ACCEPTANCE_ITEM_ORDER,
  ACCEPTANCE_ITEMS,
  gradeOfTotal,
} from '../../../data/domain/acceptance.ts'
import {
  computedOutcome,
  GRADING_ACTION_ORDER,
  GRADING_STATE_ORDER,
  gradingMachine,
  isWorse,
} from '../../../data/domain/gradingMachine.ts'

/** Every edge, typed anew: state, action, state. */
const EDGES: Record<string, string> = {
  'selfAssessment submit': 'streetReview',
  'selfAssessment withdraw': 'withdrawn',
  'streetReview passStreet': 'districtReview',
  'streetReview returnToPark': 'selfAssessment',
  'streetReview withdraw': 'withdrawn',
  'districtReview approve': 'effective',
  'districtReview returnToStreet': 'streetReview',
}

test.each(
  GRADING_STATE_ORDER.flatMap((state) =>
    GRADING_ACTION_ORDER.map((action) => [state, action] as const),
  ),
)('%s, %s leads where it should, or nowhere', (state, action) => {
  expect(gradingMachine.next(state, action)).toBe(EDGES[`${state} ${action}`] ?? null)
})

test('only opening makes one', () => {
  const made = GRADING_ACTION_ORDER.map((action) => gradingMachine.next(null, action))
  expect(made).toEqual(['selfAssessment', null, null, null, null, null, null])
})

test('a refusal says where it stands and where it would have to be', () => {
  const words = gradingMachine.noSuchEdge('selfAssessment', 'approve')
  expect(words['zh-CN']).toBe('现为“待自评”,不能“区级复核通过并生效”;须先到“待区级复核”。')
})

test('the items of each aspect give its weight, all together 100', () => {
  for (const aspect of ACCEPTANCE_ASPECT_ORDER) {
    const points = ACCEPTANCE_ITEM_ORDER.filter((item) => ACCEPTANCE_ITEMS[item].aspect === aspect)
      .map((item) => ACCEPTANCE_ITEMS[item].points)
      .reduce((a: number, b) => a + b, 0)
    expect(points, aspect).toBe(ACCEPTANCE_ASPECTS[aspect].weight)
  }
  const weights = ACCEPTANCE_ASPECT_ORDER.map((aspect) => ACCEPTANCE_ASPECTS[aspect].weight)
  expect(weights).toEqual([20, 20, 15, 15, 15, 10, 5])
})

test.each([
  [100, 'A'],
  [90, 'A'],
  [89.5, 'B'],
  [75, 'B'],
  [74.5, 'C'],
  [60, 'C'],
  [59.5, 'D'],
  [0, 'D'],
] as const)('%d points are %s', (total, grade) => {
  expect(gradeOfTotal(total)).toBe(grade)
})

test('an acceptance passes from 75 points on; only worse counts as an override', () => {
  expect(computedOutcome('acceptance', 75)).toBe('passed')
  expect(computedOutcome('acceptance', 74.5)).toBe('failed')
  expect(isWorse('grading', 'C', 'B')).toBe(true)
  expect(isWorse('grading', 'A', 'B')).toBe(false)
  expect(isWorse('grading', 'B', 'B')).toBe(false)
  expect(isWorse('acceptance', 'failed', 'passed')).toBe(true)
})
