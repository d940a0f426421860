import { expect, test } from 'vitest'
import {
  documentsOfCheck,
  documentsOfDanger,
} from '../../../../client/components/hiddenDangers/fittingDocuments.ts'
import { CHECK, DETAIL } from '../../../component/hiddenDangers/answers.ts'

const [registered] = DETAIL.events
const reviewed = { ...registered!, action: 'failReview' as const }

test('a visit is printed as a record, as an order only where a deadline was set', () => {
  expect(documentsOfCheck(CHECK)).toEqual(['checkRecord'])
  expect(documentsOfCheck({ ...CHECK, outcome: 'rectifiedOnTheSpot' })).toEqual(['checkRecord'])
  for (const outcome of ['deadlineSet', 'suspectedMajor'] as const) {
    expect(documentsOfCheck({ ...CHECK, outcome })).toEqual(['checkRecord', 'rectificationOrder'])
  }
  const withdrawn = { at: CHECK.checkedAt, by: '某人', reason: '误点登记' }
  expect(documentsOfCheck({ ...CHECK, withdrawn })).toEqual([])
})

test('an order needs an assessment, an opinion a re-check; what does not count has neither', () => {
  expect(documentsOfDanger(DETAIL)).toEqual([])
  const assigned = { ...DETAIL, state: 'rectifying' as const }
  expect(documentsOfDanger(assigned)).toEqual(['rectificationOrder'])
  expect(documentsOfDanger({ ...assigned, onTheSpot: true })).toEqual([])
  expect(documentsOfDanger({ ...assigned, state: 'merged' })).toEqual([])
  expect(documentsOfDanger({ ...assigned, events: [registered!, reviewed] })).toEqual([
    'rectificationOrder',
    'reviewOpinion',
  ])
})
