import { expect, test } from 'vitest'
import { dayNumber } from '#data/domain/clock'
import { HIDDEN_DANGER_CATEGORIES } from '#data/domain/hiddenDangers'
import { wordsSuggestMajor } from '#data/domain/proposeSeverity'
import { CLAUSES } from '#data/domain/clauses'
import { countBy, pointsOf, riskValues, streetOf } from '../demoDistrict.ts'
import {
  closed,
  counted,
  daysToClose,
  district,
  isOverdue,
  ofYear,
  open,
  parkOf,
  year,
} from './year.ts'

const enterpriseOf = new Map(district.enterprises.map((each) => [each.code, each]))
const points = pointsOf(district).riskPoints
const pointOf = new Map(points.map((point) => [point.code, point]))

test('what was closed took as long as in CONTENT.md 4.4', () => {
  const bands = countBy(
    closed.filter(({ closedAt }) => closedAt! >= '2025-12-01'),
    (each) => {
      const days = daysToClose(each)
      return days <= 7 ? '7' : days <= 15 ? '15' : days <= 30 ? '30' : days <= 60 ? '60' : 'more'
    },
  )
  const wanted = { '7': 26, '15': 32, '30': 30, '60': 9, more: 3 }
  for (const [band, share] of Object.entries(wanted)) {
    expect(Math.abs((100 * bands[band]!) / closed.length - share), band).toBeLessThanOrEqual(2)
  }
})

/** Days off of the story's year, retyped. */
const HOLIDAYS = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
] as const

test('nobody registers on a public holiday, hardly anybody on a Sunday', () => {
  const all = year.hiddenDangers.map(({ registeredAt }) => registeredAt.slice(0, 10))
  for (const [first, last] of HOLIDAYS) {
    expect(all.filter((day) => first <= day && day <= last)).toEqual([])
  }
  const weekdays = countBy(ofYear, ({ registeredAt }) =>
    String((dayNumber(registeredAt.slice(0, 10)) + 4) % 7),
  )
  expect(weekdays['0']! / ofYear.length).toBeLessThan(0.01)
  for (const busy of ['2', '3', '4']) {
    for (const other of ['1', '5', '6']) expect(weekdays[busy]).toBeGreaterThan(weekdays[other]!)
  }
})

test('everything happens in working hours, and nothing after 09:00 of the day', () => {
  const instants = year.events.map(({ at }) => at).concat(year.checks.map((each) => each.checkedAt))
  expect(instants.filter((at) => at > '2026-11-23T09:00:00+08:00')).toEqual([])
  const isAtWork = (time: string) =>
    (time >= '08:30' && time < '12:00') || (time >= '14:00' && time < '18:00')
  expect(instants.filter((at) => !isAtWork(at.slice(11, 16)))).toEqual([])
  expect(open.some(({ registeredAt }) => registeredAt.startsWith('2026-11-23'))).toBe(true)
})

test('the categories have their shares', () => {
  const own = year.hiddenDangers.filter(({ state }) => state !== 'merged')
  const counts = countBy(own, ({ category }) => category)
  for (const [category, { share }] of Object.entries(HIDDEN_DANGER_CATEGORIES)) {
    expect(Math.abs((100 * counts[category]!) / own.length - share), category).toBeLessThan(0.1)
  }
})

test('a finding fits who has it', () => {
  const special = { 粉尘: 'dust', 除尘: 'dust', 氨: 'ammonia', 电池: 'lithiumBattery' }
  for (const each of year.hiddenDangers.filter(({ category }) => category === 'specialCampaign')) {
    const needed = Object.entries(special).find(([word]) => each.description.includes(word))
    const enterprise = enterpriseOf.get(each.enterpriseCode ?? '')
    expect(enterprise?.highRiskClass, each.code).not.toBeNull()
    if (needed) expect(enterprise?.highRiskClass, each.description).toBe(needed[1])
  }
  const misplaced = year.hiddenDangers.filter(({ parkCode, areaCode, enterpriseCode }) => {
    const enterprise = enterpriseOf.get(enterpriseCode ?? '')
    const isElsewhere = enterprise !== undefined && enterprise.parkCode !== parkCode
    return isElsewhere || parkOf.get(parkCode)?.areaCode !== areaCode
  })
  expect(misplaced).toEqual([])
})

test('only 重大 sound like 重大, and each rests on an entry of the library', () => {
  const general = new Set(
    year.hiddenDangers.filter(({ severity }) => severity === 'general').map((h) => h.description),
  )
  expect([...general].filter((words) => wordsSuggestMajor(words))).toEqual([])
  const suggestsMajor = new Map(CLAUSES.map(({ number, suggests }) => [number, suggests]))
  for (const { clauseNumber, severity } of year.hiddenDangers) {
    if (clauseNumber === null) expect(severity).toBe('general')
    else {
      const expected = severity === 'major' ? 'majorHiddenDanger' : 'hiddenDanger'
      expect(suggestsMajor.get(clauseNumber)).toBe(expected)
    }
  }
})

test('重大 have what the law asks for, open ones in parks of C or D', () => {
  const majors = counted.filter(({ severity }) => severity === 'major')
  for (const each of majors) {
    expect(each.severityBasis, each.code).toMatch(/应急管理部令第10号.+第\d+条/)
    expect(Object.keys(each.fiveRequirements ?? {})).toHaveLength(5)
    expect(Object.keys(each.rectificationPlan ?? {})).toHaveLength(6)
    expect(each.responsiblePerson, each.code).not.toBeNull()
  }
  const openMajors = majors.filter(({ closedAt }) => closedAt === null)
  expect(openMajors).toHaveLength(9)
  for (const { parkCode } of openMajors) expect('CD').toContain(parkOf.get(parkCode)?.grade)
  const supervised = openMajors.filter(({ supervisedAt }) => supervisedAt !== null)
  expect(supervised).toHaveLength(2)
  expect(supervised.every(isOverdue)).toBe(true)
  const deadlines = supervised.map(({ supervisionDeadline }) => supervisionDeadline!).sort()
  expect(deadlines[0]! >= '2026-11-23' && deadlines[0]! <= '2026-11-30').toBe(true)
  expect(deadlines[1]! > '2026-11-30').toBe(true)
  const days = majors
    .filter(({ closedAt }) => closedAt !== null)
    .map(daysToClose)
    .sort((a, b) => a - b)
  expect(Math.abs(days[Math.floor(days.length / 2)]! - 38)).toBeLessThanOrEqual(1)
})

/** CONTENT.md 2.3: 较上月末增1处. */
test('one 重大 more is open than at the end of October', () => {
  const then = counted.filter(
    ({ severity, registeredAt, closedAt }) =>
      severity === 'major' &&
      registeredAt < '2026-11-01' &&
      (closedAt === null || closedAt >= '2026-11-01'),
  )
  expect(then).toHaveLength(8)
})

test('the park with the real name has nothing overdue and no 重大', () => {
  const article = district.parks.find(({ name }) => name === '东海科技工业园')!
  const own = counted.filter(({ parkCode }) => parkCode === article.code)
  expect(own.length).toBeGreaterThan(0)
  expect(own.filter((each) => isOverdue(each) || each.severity === 'major')).toEqual([])
})

test('2 % of the responsible persons are missing; before it is assigned nobody is named', () => {
  const assigned = year.hiddenDangers.filter(({ responsibleUnit }) => responsibleUnit !== null)
  const missing = assigned.filter(({ responsiblePerson }) => responsiblePerson === null)
  expect(Math.abs((100 * missing.length) / assigned.length - 2)).toBeLessThan(0.3)
  const waiting = year.hiddenDangers.filter(({ state }) =>
    ['pendingAssessment', 'returnedToRegistrant', 'pendingAssignment'].includes(state),
  )
  expect(waiting.length).toBeGreaterThan(0)
  expect(waiting.filter(({ responsibleUnit }) => responsibleUnit !== null)).toEqual([])
})

test('a third name a risk point of their enterprise or park', () => {
  const named = year.hiddenDangers.filter(({ riskPointCode }) => riskPointCode !== null)
  expect(named.length / year.hiddenDangers.length).toBeGreaterThan(0.28)
  expect(named.length / year.hiddenDangers.length).toBeLessThan(0.38)
  const elsewhere = named.filter(({ riskPointCode, parkCode, enterpriseCode }) => {
    const point = pointOf.get(riskPointCode!)!
    return point.parkCode !== parkCode || ![null, enterpriseCode].includes(point.enterpriseCode)
  })
  expect(elsewhere).toEqual([])
})

test('what is overdue doubles few grave points and moves no class of CONTENT.md 3.2', () => {
  const neglected = new Set(open.filter(isOverdue).map(({ riskPointCode }) => riskPointCode))
  const grave = [...neglected].filter((code) =>
    ['major', 'larger'].includes(pointOf.get(code ?? '')?.level ?? ''),
  )
  expect(grave.length).toBeGreaterThanOrEqual(3)
  expect(grave.length).toBeLessThanOrEqual(10)
  const doubled = points.map((point) =>
    neglected.has(point.code) ? { ...point, reviewDue: '2026-01-01' } : point,
  )
  const classes = (
    list: typeof points,
    keyOf: (point: (typeof points)[number]) => string,
    bounds: number[],
  ) =>
    new Map(
      [...riskValues(list, keyOf)].map(([key, value]) => [
        key,
        bounds.filter((b) => value >= b).length,
      ]),
    )
  const community = (point: (typeof points)[number]) => point.areaCode
  const street = (point: (typeof points)[number]) => streetOf(point.areaCode)
  expect(classes(doubled, community, [1, 4, 9, 16])).toEqual(
    classes(points, community, [1, 4, 9, 16]),
  )
  expect(classes(doubled, street, [21, 46, 76])).toEqual(classes(points, street, [21, 46, 76]))
  const values = riskValues(doubled, street)
  expect(Math.max(...values.values())).toBeLessThanOrEqual(98)
})
