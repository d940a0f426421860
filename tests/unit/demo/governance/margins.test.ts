import { expect, test } from 'vitest'
import { streetOf } from '../demoDistrict.ts'
import { closed, counted, isOverdue, ofYear, onTimeRate, open, parkOf, year } from './year.ts'

/** CONTENT.md 4.2, retyped: 年登记 未销号 逾期 重大隐患, and of those overdue. */
const STREETS = {
  平湖: ['440307003', 1480, 82, 5, 2, 0],
  坪地: ['440307006', 1010, 63, 8, 2, 1],
  南湾: ['440307012', 1180, 55, 4, 1, 0],
  坂田: ['440307013', 1230, 42, 1, 0, 0],
  布吉: ['440307014', 170, 6, 0, 0, 0],
  龙城: ['440307015', 450, 15, 1, 0, 0],
  龙岗: ['440307016', 800, 41, 3, 1, 0],
  横岗: ['440307017', 1110, 66, 9, 2, 2],
  吉华: ['440307018', 490, 19, 1, 0, 0],
  宝龙: ['440307019', 920, 37, 1, 0, 0],
  园山: ['440307020', 760, 42, 4, 1, 0],
} as const

/** CONTENT.md 4.3, retyped: 年登记 未销号. */
const PARK_TYPES = {
  oldMixed: [4610, 232],
  electronics: [1300, 58],
  furniture: [720, 38],
  lithiumEnergy: [920, 52],
  coldChain: [620, 30],
  printing: [800, 36],
  foodOpticsJewellery: [480, 18],
  research: [150, 4],
} as const

/** CONTENT.md 4.4, retyped: last day, 登记 销号 月末未销号 月末逾期 新增重大隐患. */
const MONTHS = [
  ['2025-12-31', 820, 813, 512, 66, 6],
  ['2026-01-31', 760, 802, 470, 62, 4],
  ['2026-02-28', 310, 385, 395, 67, 1],
  ['2026-03-31', 1010, 815, 590, 90, 9],
  ['2026-04-30', 860, 910, 540, 68, 6],
  ['2026-05-31', 880, 895, 525, 60, 7],
  ['2026-06-30', 1120, 1005, 640, 70, 12],
  ['2026-07-31', 850, 930, 560, 66, 8],
  ['2026-08-31', 790, 845, 505, 54, 6],
  ['2026-09-30', 900, 875, 530, 50, 8],
  ['2026-10-31', 720, 795, 455, 40, 4],
  ['2026-11-23', 580, 567, 468, 37, 5],
] as const

test.each(Object.entries(STREETS))('%s has the hidden dangers of its row', (_, [code, ...row]) => {
  const here = <T extends { areaCode: string }>(list: readonly T[]) =>
    list.filter(({ areaCode }) => streetOf(areaCode) === code)
  const majors = here(open).filter(({ severity }) => severity === 'major')
  expect([
    here(ofYear).length,
    here(open).length,
    here(open).filter(isOverdue).length,
    majors.length,
    majors.filter(isOverdue).length,
  ]).toEqual(row)
})

test.each(Object.entries(PARK_TYPES))('%s has the hidden dangers of its row', (type, row) => {
  const here = (list: typeof open) =>
    list.filter(({ parkCode }) => parkOf.get(parkCode)?.parkType === type).length
  expect([here(ofYear), here(open)]).toEqual(row)
})

test.each(MONTHS)('the month that ends on %s has the figures of the curve', (last, ...row) => {
  const [registered, closedCount, stillOpen, overdue, majors] = row
  const inMonth = (instant: string | null) =>
    instant !== null && instant.slice(0, 7) === last.slice(0, 7)
  const new_ = counted.filter(({ registeredAt }) => inMonth(registeredAt))
  const gone = closed.filter(({ closedAt }) => inMonth(closedAt))
  const openThen = counted.filter(
    ({ registeredAt, closedAt }) =>
      registeredAt.slice(0, 10) <= last && (closedAt === null || closedAt.slice(0, 10) > last),
  )
  const openingThen = openThen.length - new_.length + gone.length
  expect(openingThen + registered - closedCount).toBe(stillOpen)
  expect([
    new_.length,
    gone.length,
    openThen.length,
    openThen.filter(({ deadline }) => deadline < last).length,
    new_.filter(({ severity }) => severity === 'major').length,
  ]).toEqual([registered, closedCount, stillOpen, overdue, majors])
})

test('whether the last day of a month counts as passed changes no month', () => {
  const lastDays = MONTHS.slice(0, -1).map(([last]) => last as string)
  expect(counted.filter(({ deadline }) => lastDays.includes(deadline))).toEqual([])
})

test('the year has its totals, and begins with 505 open', () => {
  expect(ofYear).toHaveLength(9600)
  expect(counted).toHaveLength(9600 + 505)
  expect(open).toHaveLength(468)
  expect(open.filter(isOverdue)).toHaveLength(37)
  expect(year.hiddenDangers.filter(({ onTheSpot }) => onTheSpot)).toHaveLength(6400)
  expect(year.checks).toHaveLength(8064)
})

/** CONTENT.md 4.2: 全区 91 %, 横岗 82 %, 坪地 84 %. */
test('the streets rectify in time as the story says', () => {
  const rates = Object.entries(STREETS).map(([name, [code]]) => ({
    name,
    ...onTimeRate(counted.filter(({ areaCode }) => streetOf(areaCode) === code)),
  }))
  const rateOf = (street: string) => rates.find(({ name }) => name === street)!.rate
  expect(Math.abs(onTimeRate(counted).rate - 91)).toBeLessThanOrEqual(1)
  expect(Math.abs(rateOf('横岗') - 82)).toBeLessThanOrEqual(1.5)
  expect(Math.abs(rateOf('坪地') - 84)).toBeLessThanOrEqual(1.5)
  expect(rateOf('宝龙')).toBe(Math.max(...rates.map(({ rate }) => rate)))
  for (const { name, rate, due } of rates) {
    expect(due, name).toBeGreaterThanOrEqual(10)
    if (name !== '横岗' && name !== '坪地') expect(rate, name).toBeGreaterThan(90)
  }
})
