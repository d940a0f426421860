import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textWidth, wrapText } from '../../../../../client/site/plan/paperText.ts'
import { layOutTable } from '../../../../../client/site/plan/paperTable.ts'

test('Chinese breaks anywhere but before a stop, Latin words stay whole', () => {
  expect(wrapText('湿式负压、泄爆、每班清灰', 5.2, 1)).toEqual(['湿式负压、', '泄爆、每班', '清灰'])
  expect(wrapText('LNG station of the park', 7.5, 1)).toEqual(['LNG station', 'of the park'])
})

test('what needs more lines than there are ends with an ellipsis', () => {
  const lines = wrapText('一二三四五六七八九十', 4.2, 1, 2)
  expect(lines).toEqual(['一二三四', '五六七…'])
})

test('no line is wider than its box, and no character is lost', () => {
  const text = fc.stringMatching(/^[A-Za-z0-9 ,。、一-龥]{0,60}$/)
  fc.assert(
    fc.property(text, fc.double({ min: 2, max: 30, noNaN: true }), (value, width) => {
      const lines = wrapText(value, width, 1.5)
      for (const line of lines)
        // A stop is not torn from its character, and one character takes what it takes.
        if ([...line].length > 2) expect(textWidth(line, 1.5)).toBeLessThanOrEqual(width + 1e-9)
      expect(lines.join('').replaceAll(' ', '')).toBe(value.replaceAll(' ', ''))
    }),
  )
})

test('rows that do not fit are handed on, and none is lost', () => {
  const rows = Array.from({ length: 20 }, (_, index) => ({
    key: String(index),
    cells: [{ text: `第${index}行` }, { text: '措施'.repeat(index) }],
  }))
  const columns = [
    { key: 'a', label: '甲', width: 1 },
    { key: 'b', label: '乙', width: 2, mostLines: 2 },
  ]
  const table = layOutTable(columns, rows, { width: 60, height: 60, size: 2.5 })
  expect(table.height).toBeLessThanOrEqual(60)
  expect(table.rows.length).toBeGreaterThan(3)
  expect([...table.rows, ...table.rest].map(({ key }) => key)).toEqual(rows.map(({ key }) => key))
  expect(table.rows.at(-1)!.y + table.rows.at(-1)!.height).toBeCloseTo(table.height, 9)
  expect(table.head.cells[1]).toMatchObject({ x: 20.8, width: 38.4 })
})
