import { expect, test } from 'vitest'
import type { IndicatorValue } from '#data/contract/indicatorResponses'
import { compareChildren } from '../../../client/components/indicators/comparison.ts'
import { linePoints, roundUp } from '../../../client/components/indicators/chart.ts'

const child = (code: string, key: IndicatorValue['key'], rest: Partial<IndicatorValue>) => ({
  code,
  name: code,
  kind: 'street' as const,
  parks: 3,
  items: [
    {
      key,
      value: 90,
      numerator: 90,
      denominator: 100,
      gap: null,
      fewSamples: false,
      previous: null,
      difference: null,
      parts: [],
      ...rest,
    },
  ],
})
const order = (rows: ReturnType<typeof compareChildren>) =>
  rows.map(({ code, rank }) => [code, rank])

test('the worse stands first, equal values share a rank, too few cases stand behind without one', () => {
  const rows = compareChildren(
    [
      child('A', 'onTimeRate', { value: 95 }),
      child('B', 'onTimeRate', { value: 82 }),
      child('C', 'onTimeRate', { value: 10, denominator: 9, fewSamples: true }),
      child('D', 'onTimeRate', { value: 95 }),
      child('E', 'onTimeRate', { value: null, gap: 'nothingDue' }),
    ],
    'onTimeRate',
  )
  expect(order(rows)).toEqual([
    ['B', 1],
    ['A', 2],
    ['D', 2],
    ['C', null],
    ['E', null],
  ])
})

test('where a rise is worse, the highest stands first', () => {
  const rows = compareChildren(
    [child('A', 'overdueRate', { value: 4 }), child('B', 'overdueRate', { value: 14 })],
    'overdueRate',
  )
  expect(order(rows)).toEqual([
    ['B', 1],
    ['A', 2],
  ])
})

test('what must not be ordered stays in code order without a rank', () => {
  const rows = compareChildren(
    [
      child('A', 'overdueHiddenDangers', { value: 1 }),
      child('B', 'overdueHiddenDangers', { value: 9 }),
    ],
    'overdueHiddenDangers',
  )
  expect(order(rows)).toEqual([
    ['A', null],
    ['B', null],
  ])
})

test('the axis ends at a round number and the line stays within it', () => {
  expect([0, 7, 21, 37, 1120].map(roundUp)).toEqual([1, 10, 25, 50, 2000])
  expect(linePoints([0, 10], 10)).toBe('34.0,102.0 302.0,8.0')
})
