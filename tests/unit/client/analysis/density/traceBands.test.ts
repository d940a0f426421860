import { describe, expect, it } from 'vitest'
import { traceBands } from '../../../../../client/analysis/density/traceBands.ts'

const COLUMNS = 9

/** A plateau of 1 with a rim of zeros, and one node of another value in its middle. */
function contourWith(middle: number) {
  const values = Float64Array.from({ length: COLUMNS ** 2 }, (_, node) => {
    const column = node % COLUMNS
    const row = Math.floor(node / COLUMNS)
    const isRim = [column, row].some((place) => place === 0 || place === COLUMNS - 1)
    return isRim ? 0 : 1
  })
  values[Math.floor(values.length / 2)] = middle
  const grid = { cell: 100, firstColumn: 0, firstRow: 0, columns: COLUMNS, rows: COLUMNS }
  const none = new Uint8Array(values.length)
  return { grid, values, inside: none, touched: none }
}
const ringsOf = (middle: number, breaks: readonly number[]) =>
  traceBands(contourWith(middle), breaks).map((polygons) => polygons.map(({ length }) => length))

describe('traceBands', () => {
  it('draws a hollow as a hole and a hill as a class within a class', () => {
    expect(ringsOf(0, [0.5])).toEqual([[2]])
    expect(ringsOf(3, [0.5, 2])).toEqual([[2], [1]])
  })

  it('leaves out a hollow or hill of less than a tenth of a cell, from both classes alike', () => {
    expect(ringsOf(0.48, [0.5])).toEqual([[1]])
    expect(ringsOf(2.1, [0.5, 2])).toEqual([[1], []])
  })
})
