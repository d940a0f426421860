import { expect, test } from 'vitest'
import { flowText, wrapText } from '../../../../client/export/picture/wrapText.ts'

/** A Chinese character is 2 wide, everything else 1. */
const measure = (text: string) =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2E7F' ? 2 : 1), 0)

test('Chinese breaks anywhere, but never before the mark that closes a clause', () => {
  expect(wrapText('数字为总数,形状和颜色为其中最高等级', 10, measure)).toEqual([
    '数字为总',
    '数,形状和',
    '颜色为其中',
    '最高等级',
  ])
})

test('figures and words stay whole', () => {
  expect(wrapText('V = 重大×2 + 较大×1, doubled while overdue', 12, measure)).toEqual([
    'V = 重大×2 +',
    '较大×1,',
    'doubled',
    'while',
    'overdue',
  ])
})

test('what is wider than a line alone is broken, and nothing is lost', () => {
  const text = 'https://example.org/a-very-long-address'
  const lines = wrapText(text, 10, measure)
  expect(lines.join('')).toBe(text)
  expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(10)
})

test('notes flow one after another and break between, not within', () => {
  expect(flowText(['示意边界', '演示数据', '口径'], ' · ', 19, measure)).toEqual([
    '示意边界 · 演示数据',
    '口径',
  ])
})
