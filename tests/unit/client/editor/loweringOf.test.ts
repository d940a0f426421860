import { expect, test } from 'vitest'
import { loweringOf } from '../../../../client/components/editor/loweringOf.ts'

const larger = { level: 'larger', gradedLevel: 'larger' } as const
const approved = { level: 'general', gradedLevel: 'larger' } as const

test.each([
  ['nothing said yet', null, { level: null, gradedLevel: null }, null],
  ['as it stands', larger, larger, null],
  ['graded lower', larger, { level: 'general', gradedLevel: 'general' }, 'lowering'],
  ['raised', larger, { level: 'major', gradedLevel: 'larger' }, null],
  ['a new one below what its inputs give', null, approved, 'belowGraded'],
  ['an override that was approved', approved, approved, null],
  [
    'an approved override over inputs that now give more',
    approved,
    { level: 'general', gradedLevel: 'major' },
    'belowGraded',
  ],
  ['a new one below a general level', null, { level: 'low', gradedLevel: 'general' }, null],
] as const)('%s', (_, base, levels, lowering) => {
  expect(loweringOf(base, levels)).toBe(lowering)
})
