import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareFairly } from '../../../../../server/features/search/shareFairly.ts'

test('every group shows something, and what one leaves the others take', () => {
  const areas = ['a1', 'a2', 'a3', 'a4', 'a5']
  const parks = ['p1']
  const points = ['r1', 'r2', 'r3', 'r4', 'r5']
  expect(shareFairly([areas, parks, [], points], 6)).toEqual(['a1', 'a2', 'a3', 'p1', 'r1', 'r2'])
  expect(shareFairly([areas, parks, [], points], 2)).toEqual(['a1', 'p1'])
  expect(shareFairly([[], parks, [], []], 20)).toEqual(['p1'])
})

test('it takes the best of each group, no more than the limit and no less than there is', () => {
  const groups = fc.array(fc.array(fc.integer(), { maxLength: 12 }), { maxLength: 6 })
  fc.assert(
    fc.property(groups, fc.integer({ min: 0, max: 60 }), (values, limit) => {
      const marked = values.map((group, index) => group.map((_, place) => [index, place] as const))
      const taken = shareFairly(marked, limit)
      const total = values.reduce((sum, group) => sum + group.length, 0)
      expect(taken).toHaveLength(Math.min(limit, total))
      const counts = values.map((_, index) => taken.filter(([group]) => group === index).length)
      for (const [index, group] of values.entries()) {
        const own = taken.filter(([of]) => of === index).map(([, place]) => place)
        expect(own).toEqual([...own.keys()])
        const most = Math.max(0, ...counts)
        expect(counts[index]).toBeGreaterThanOrEqual(Math.min(group.length, most - 1))
      }
    }),
  )
})
