import { expect, test } from 'vitest'
import { NO_HIDDEN_DANGERS } from '../../../../helpers/noHiddenDangers.ts'
import { figuresOfAreas, figuresOfParks } from '../../../../../server/features/summary/rollUp.ts'

const parks = [
  { code: 'P1', name: '甲', areaCode: '440307001001', demonstration: true, enterprises: 3 },
  { code: 'P2', name: '乙', areaCode: '440307001002', demonstration: false, enterprises: 2 },
  { code: 'P3', name: '丙', areaCode: '440307002001', demonstration: false, enterprises: 0 },
]
const DANGERS = {
  openHiddenDangers: 9,
  overdueHiddenDangers: 4,
  openMajorHiddenDangers: 2,
  overdueMajorHiddenDangers: 1,
  dueHiddenDangers: 30,
  closedInTime: 27,
}
const counted = (
  parkCode: string,
  level: number,
  count: number,
  overdue = 0,
  doubled = overdue,
) => ({
  parkCode,
  level,
  count,
  overdue,
  doubled,
  missingCoordinates: 1,
})

test('V counts 重大 twice, 较大 once, doubles what is overdue and ignores the rest', () => {
  const figures = figuresOfParks({
    parks,
    riskPoints: [
      counted('P1', 1, 3, 1),
      // Two reviews are overdue; at one more point a hidden danger is.
      counted('P1', 2, 5, 2, 3),
      counted('P1', 3, 70, 9),
      counted('P1', 4, 900, 9),
    ],
    hazardSources: [{ parkCode: 'P1', count: 7, major: 1 }],
    hiddenDangers: [{ parkCode: 'P1', ...DANGERS }],
    campaigns: [{ parkCode: 'P1', campaignTargets: 4, campaignAccepted: 3 }],
  }).get('P1')?.figures
  expect(figures).toEqual({
    riskPoints: { total: 978, major: 3, larger: 5, general: 70, low: 900 },
    riskValue: 2 * (2 * 1 + 1 * 2) + 1 * (2 * 1 + 3 * 2),
    overdueReviews: 3,
    missingCoordinates: 4,
    hazardSources: 7,
    majorHazardSources: 1,
    parks: 1,
    demonstrationParks: 1,
    enterprises: 3,
    ...NO_HIDDEN_DANGERS,
    ...DANGERS,
    campaignTargets: 4,
    campaignAccepted: 3,
  })
})

test('an area is the sum of the parks whose code it begins', () => {
  const figures = figuresOfAreas(
    figuresOfParks({
      parks,
      riskPoints: [counted('P1', 1, 1), counted('P2', 2, 4), counted('P3', 4, 8)],
      hazardSources: [{ parkCode: 'P3', count: 2, major: 0 }],
      hiddenDangers: [
        { parkCode: 'P1', ...DANGERS },
        { parkCode: 'P2', ...DANGERS },
      ],
      campaigns: [],
    }).values(),
  )
  const totals = [...figures].map(
    ([code, { riskPoints, riskValue, parks: count, enterprises, openHiddenDangers }]) => [
      code,
      riskPoints.total,
      riskValue,
      count,
      enterprises,
      openHiddenDangers,
    ],
  )
  expect(totals.sort()).toEqual([
    ['440307', 13, 6, 3, 5, 18],
    ['440307001', 5, 6, 2, 5, 18],
    ['440307001001', 1, 2, 1, 3, 9],
    ['440307001002', 4, 4, 1, 2, 9],
    ['440307002', 8, 0, 1, 0, 0],
    ['440307002001', 8, 0, 1, 0, 0],
  ])
})

test('a count for a park that does not exist is an error, not a loss', () => {
  expect(() =>
    figuresOfParks({
      parks,
      riskPoints: [counted('P9', 1, 1)],
      hazardSources: [],
      hiddenDangers: [],
      campaigns: [],
    }),
  ).toThrow(/P9/)
})
