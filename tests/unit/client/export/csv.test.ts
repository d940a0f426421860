import { expect, test } from 'vitest'
import { toCsv } from '../../../../client/export/csv.ts'

test('a byte order mark, lines ended as RFC 4180 says, and nothing where nothing is', () => {
  expect(
    toCsv([
      ['名称', 12, null],
      ['a', 1.5, ''],
    ]),
  ).toBe('\uFEFF名称,12,\r\na,1.5,\r\n')
})

test('commas, quotes and line ends are quoted', () => {
  expect(toCsv([['甲,乙', '说"不"', '一\n二']])).toBe('\uFEFF"甲,乙","说""不""","一\n二"\r\n')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1+1', '＋1', '－1', '＠SUM(A1)'])(
  '%j stays text, whatever a spreadsheet makes of it',
  (text) => {
    expect(toCsv([[text]])).toBe(`\uFEFF'${text}\r\n`)
  },
)

test.each(['\n=1+1', '\r=1+1'])(
  '%j stays text although a formula stands on its next line',
  (text) => {
    expect(toCsv([[text]])).toBe(`\uFEFF"'${text}"\r\n`)
  },
)
