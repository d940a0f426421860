import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { civilDayOf, dayNumber, endOfCivilDay } from '#data/domain/clock'
import type { IndicatorKey } from '#data/domain/indicators'
import { serveDemo } from './serveDemo.ts'

type Demo = Awaited<ReturnType<typeof serveDemo>>
type Danger = {
  area_code: string
  park_code: string
  severity: string
  state: string
  source: string
  on_the_spot: boolean
  registered_at: Date
  closed_at: Date | null
  deadline: string
  extended_deadline: string | null
}
let demo: Demo
let dangers: Danger[]

beforeAll(async () => {
  demo = await serveDemo()
  const rows = await demo.db.query(
    `SELECT area_code, park_code, severity, state, source, on_the_spot, registered_at, closed_at,
       deadline, extended_deadline FROM hidden_dangers`,
  )
  dangers = rows as unknown as Danger[]
}, 240_000)
afterAll(() => demo.close())

/** CONTENT.md 4.2: 年登记, 未销号, 逾期, 重大隐患 of each street, typed from the page. */
const STREETS: Record<string, [number, number, number, number]> = {
  '440307003': [1480, 82, 5, 2],
  '440307006': [1010, 63, 8, 2],
  '440307012': [1180, 55, 4, 1],
  '440307013': [1230, 42, 1, 0],
  '440307014': [170, 6, 0, 0],
  '440307015': [450, 15, 1, 0],
  '440307016': [800, 41, 3, 1],
  '440307017': [1110, 66, 9, 2],
  '440307018': [490, 19, 1, 0],
  '440307019': [920, 37, 1, 0],
  '440307020': [760, 42, 4, 1],
}
/** CONTENT.md 4.4: 登记, 销号, 月末未销号, 月末逾期, typed from the page. */
const MONTHS: Record<string, [number, number, number, number]> = {
  '2025-12': [820, 813, 512, 66],
  '2026-01': [760, 802, 470, 62],
  '2026-02': [310, 385, 395, 67],
  '2026-03': [1010, 815, 590, 90],
  '2026-04': [860, 910, 540, 68],
  '2026-05': [880, 895, 525, 60],
  '2026-06': [1120, 1005, 640, 70],
  '2026-07': [850, 930, 560, 66],
  '2026-08': [790, 845, 505, 54],
  '2026-09': [900, 875, 530, 50],
  '2026-10': [720, 795, 455, 40],
  '2026-11': [580, 567, 468, 37],
}

describe('the story of the demo through the API', () => {
  test('each street has the open, overdue and major ones of the table', async () => {
    const { children } = await demo.get('getSummary', '/api/summary')
    const shown = Object.fromEntries(
      children.map((child) => [
        child.code,
        [child.openHiddenDangers, child.overdueHiddenDangers, child.openMajorHiddenDangers],
      ]),
    )
    const expected = Object.entries(STREETS).map(([code, [, ...rest]]) => [code, rest])
    expect(shown).toEqual(Object.fromEntries(expected))
  })

  test('each street has registered in the year what the table says', async () => {
    for (const [code, [registered]] of Object.entries(STREETS)) {
      const { months } = await demo.get('listMonths', `/api/indicators/months?area=${code}`)
      expect(
        months.reduce((sum, month) => sum + month.registered, 0),
        code,
      ).toBe(registered)
    }
  })

  test('the months are those of the curve, and each leads to the next', async () => {
    const { months } = await demo.get('listMonths', '/api/indicators/months')
    expect(
      Object.fromEntries(
        months.map(({ month, registered, closed, open, overdue }) => [
          month,
          [registered, closed, open, overdue],
        ]),
      ),
    ).toEqual(MONTHS)
    for (const { opening, registered, closed, open } of months) {
      expect(opening + registered - closed).toBe(open)
    }
  })

  test('an indicator at the end of a month is the month of the curve', async () => {
    for (const month of ['2026-02', '2026-06', '2026-10']) {
      const { items } = await demo.get('getIndicators', `/api/indicators?period=${month}`)
      const [, , open, overdue] = MONTHS[month] ?? []
      expect(items.find(({ key }) => key === 'overdueHiddenDangers')?.value).toBe(overdue)
      expect(items.find(({ key }) => key === 'overdueRate')?.denominator).toBe(open)
    }
  })
})

/** Calculated record by record in this process, not by the statements of the product. */
function calculate(area: string, at: Date): Partial<Record<IndicatorKey, number | null>> {
  const day = civilDayOf(at)
  const counted = dangers.filter(
    (each) =>
      each.area_code.startsWith(area) &&
      !each.on_the_spot &&
      each.state !== 'merged' &&
      each.state !== 'dismissed' &&
      each.registered_at <= at,
  )
  const isOpen = ({ closed_at }: Danger) => closed_at === null || closed_at > at
  const open = counted.filter(isOpen)
  const overdue = open.filter(({ deadline }) => dayNumber(deadline) < dayNumber(day))
  const due = counted.filter(({ deadline }) => {
    const age = dayNumber(day) - dayNumber(deadline)
    return age >= 1 && age <= 90
  })
  const inTime = due.filter(
    ({ closed_at, deadline }) => closed_at !== null && closed_at <= endOfCivilDay(deadline),
  )
  const yearAgo = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  const durations = counted
    .filter(
      (each) =>
        each.severity === 'major' &&
        each.closed_at !== null &&
        each.closed_at <= at &&
        civilDayOf(each.closed_at) > yearAgo,
    )
    .map(
      (each) => dayNumber(civilDayOf(each.closed_at!)) - dayNumber(civilDayOf(each.registered_at)),
    )
    .sort((a, b) => a - b)
  const middle = (durations.length - 1) / 2
  const median =
    durations.length === 0
      ? null
      : (durations[Math.floor(middle)]! + durations[Math.ceil(middle)]!) / 2
  const rate = (part: number, whole: number) =>
    whole === 0 ? null : Math.round((part / whole) * 1000) / 10
  return {
    openMajorHiddenDangers: open.filter(({ severity }) => severity === 'major').length,
    overdueHiddenDangers: overdue.length,
    overdueRate: rate(overdue.length, open.length),
    onTimeRate: rate(inTime.length, due.length),
    majorClosureDays: median,
  }
}

describe('each indicator equals an independent calculation', () => {
  test.each(['440307', '440307017', '440307014', '440307006001'])('of %s', async (area) => {
    const now = new Date(`${demo.today}T09:30:00+08:00`)
    for (const [period, at] of [
      ['now', now],
      ['2026-10', endOfCivilDay('2026-10-31')],
      ['2026-06-15', endOfCivilDay('2026-06-15')],
    ] as const) {
      const { items } = await demo.get(
        'getIndicators',
        `/api/indicators?area=${area}&period=${period}`,
      )
      for (const [key, value] of Object.entries(calculate(area, at))) {
        expect(items.find((item) => item.key === key)?.value, `${area} ${period} ${key}`).toBe(
          value,
        )
      }
    }
  })
})
