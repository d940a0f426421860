import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { thinRows } from '../../../../client/analysis/thinRows.ts'

const inputArbitrary = fc.record({
  id: fc.uint32Array({ maxLength: 300 }),
  budget: fc.nat(320),
})
const rowsOf = (id: Uint32Array) => Uint32Array.from(id, (_, row) => row)

describe('thinRows', () => {
  it('leaves exactly the budget, in order, the same each time', () => {
    fc.assert(
      fc.property(inputArbitrary, ({ id, budget }) => {
        const kept = thinRows(id, rowsOf(id), budget)
        expect(kept).toHaveLength(Math.min(budget, id.length))
        expect([...kept]).toEqual([...new Set(kept)].sort((a, b) => a - b))
        expect(thinRows(id, rowsOf(id), budget)).toEqual(kept)
      }),
    )
  })

  it('thins evenly: every hundredth of the input keeps about its share', () => {
    const id = Uint32Array.from({ length: 100_000 }, (_, row) => row + 1)
    const kept = thinRows(id, rowsOf(id), 30_000)
    const shares = new Uint32Array(100)
    for (const row of kept) shares[Math.floor(row / 1000)]! += 1
    expect(Math.min(...shares)).toBeGreaterThan(270)
    expect(Math.max(...shares)).toBeLessThan(330)
  })

  it('keeps nearly the same points when the view moves on a little', () => {
    const id = Uint32Array.from({ length: 61_000 }, (_, row) => row + 1)
    const rows = rowsOf(id)
    const before = new Set(thinRows(id, rows.subarray(0, 60_000), 30_000))
    const after = [...thinRows(id, rows.subarray(1000), 30_000)].filter((row) => row < 60_000)
    expect(after.filter((row) => before.has(row)).length / after.length).toBeGreaterThan(0.99)
  })
})
