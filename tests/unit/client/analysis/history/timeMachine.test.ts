import { describe, expect, it } from 'vitest'
import { dayNumber } from '#data/domain/clock'
import { createTimeMachine } from '../../../../../client/analysis/history/timeMachine.ts'
import { syntheticRiskPoints } from '../../../../../scripts/bench/syntheticRiskPoints.ts'
import { AREA_CODES, tableOf } from '../tableArbitrary.ts'
import { historyOf } from './historyOf.ts'

/** `tableOf` is true for 2026-11-23. */
const TODAY = dayNumber('2026-11-23')
const SINCE = TODAY - 400
const then = (point: object) => ({ validFromDay: SINCE, ...point })

describe('createTimeMachine', () => {
  it('gives the table itself for now, today and later', () => {
    const table = tableOf([then({})])
    const machine = createTimeMachine(table, historyOf({}))
    expect(machine.at(null)).toBe(table)
    expect(machine.at(TODAY)).toBe(table)
    expect(machine.at(TODAY + 1)).toBe(table)
    expect(machine.at(TODAY - 1)).not.toBe(table)
  })

  it('takes a version from its first day to the day before the next, at the end of the day', () => {
    const table = tableOf([then({}), { level: 4, validFromDay: TODAY - 10 }])
    const machine = createTimeMachine(
      table,
      historyOf({
        versions: [
          { id: 1001, from: SINCE, to: TODAY - 30, level: 1, reviewDueDay: 20_100 },
          { id: 1001, from: TODAY - 30, to: TODAY - 10, level: 2 },
        ],
      }),
    )
    const levelOn = (day: number) => machine.at(day).level[1]
    expect([31, 30, 11, 10, 9].map((ago) => levelOn(TODAY - ago))).toEqual([1, 2, 2, 4, 4])
    expect(machine.at(TODAY - 31).reviewDueDay[1]).toBe(20_100)
    expect(machine.at(TODAY - 31).validFromDay[1]).toBe(SINCE)
    expect(machine.at(TODAY - 31).level[0]).toBe(4)
    expect(table.level[1]).toBe(4)
  })

  it('shares the columns in which the day does not differ', () => {
    const table = tableOf([then({}), { level: 4, validFromDay: TODAY - 10 }])
    const history = historyOf({ versions: [{ id: 1001, from: SINCE, to: TODAY - 10, level: 1 }] })
    const day = createTimeMachine(table, history).at(TODAY - 20)
    expect(day.id).toBe(table.id)
    expect(day.longitude).not.toBe(table.level)
    expect(day.level).not.toBe(table.level)
  })

  it('leaves out what was not there yet and brings back what is retired since', () => {
    const table = tableOf([
      { validFromDay: TODAY - 5 },
      then({ level: 2 }),
      { validFromDay: TODAY - 3 },
    ])
    const machine = createTimeMachine(
      table,
      historyOf({
        versions: [{ id: 7, from: SINCE, to: TODAY - 8, level: 1, area: '440307099001' }],
        dangers: [
          { at: 7, registered: TODAY - 20 },
          { at: 1001, registered: TODAY - 20, deadline: TODAY - 10 },
          { at: 1002, registered: TODAY - 20 },
        ],
        hazardSources: [
          { at: 7, from: SINCE, to: TODAY - 8, grade: 3 },
          { at: 1001, from: SINCE },
        ],
      }),
    )
    const before = machine.at(TODAY - 9)
    expect([...before.id]).toEqual([1001, 7])
    expect([...before.level]).toEqual([2, 1])
    expect(before.areaCode.values[before.areaCode.indices[1]!]).toBe('440307099001')
    expect(before.areaCode.values[before.areaCode.indices[0]!]).toBe(AREA_CODES[0])
    expect([...before.openHiddenDangers]).toEqual([1, 1])
    expect([...before.overdueHiddenDangers]).toEqual([1, 0])
    expect([...before.hazardSources]).toEqual([1, 1])
    expect([...before.majorHazardGrade]).toEqual([0, 3])
    expect(before.withoutPoint).toEqual({ open: 1, overdue: 0 })
    const after = machine.at(TODAY - 4)
    expect([...after.id]).toEqual([1000, 1001])
    expect(after.withoutPoint).toEqual({ open: 2, overdue: 0 })
  })

  it('knows a point as retired and restored, and where it was before it moved', () => {
    const table = tableOf([{ longitude: 114.5, validFromDay: TODAY - 2 }])
    const machine = createTimeMachine(
      table,
      historyOf({
        versions: [
          { id: 1000, from: SINCE, to: TODAY - 9, longitude: NaN, latitude: NaN },
          { id: 1000, from: TODAY - 6, to: TODAY - 2, longitude: 114.25 },
        ],
      }),
    )
    const longitudeOn = (ago: number) => [...machine.at(TODAY - ago).longitude]
    expect(longitudeOn(10)).toEqual([NaN])
    expect(longitudeOn(7)).toEqual([])
    expect(longitudeOn(6)).toEqual([114.25])
    expect(longitudeOn(1)).toEqual([114.5])
  })

  it('counts a hidden danger from its day of registration until the day it was closed', () => {
    const table = tableOf([then({})])
    const danger = { registered: TODAY - 10, deadline: TODAY - 7, closed: TODAY - 4 }
    const machine = createTimeMachine(
      table,
      historyOf({ dangers: [{ at: 1000, ...danger }, danger] }),
    )
    const on = (ago: number) => {
      const { openHiddenDangers, overdueHiddenDangers, withoutPoint } = machine.at(TODAY - ago)
      expect(withoutPoint).toEqual({ open: openHiddenDangers[0], overdue: overdueHiddenDangers[0] })
      return [openHiddenDangers[0], overdueHiddenDangers[0]]
    }
    // Due on a day is not overdue at its end, as everywhere else.
    expect([11, 10, 7, 6, 5, 4].map(on)).toEqual([
      [0, 0],
      [1, 0],
      [1, 0],
      [1, 1],
      [1, 1],
      [0, 0],
    ])
  })

  it('shares what names no point of the day among the points that the enterprise had then', () => {
    const table = tableOf([
      then({ enterprise: 3 }),
      { enterprise: 3, validFromDay: TODAY - 5 },
      then({ enterprise: 4, longitude: NaN, latitude: NaN }),
      then({ enterprise: 9 }),
      then({}),
    ])
    const machine = createTimeMachine(
      table,
      historyOf({
        versions: [
          { id: 7, from: SINCE, to: TODAY - 8, enterprise: 3 },
          { id: 1001, from: SINCE, to: TODAY - 5, enterprise: 5 },
        ],
        dangers: [
          { enterprise: 3, registered: TODAY - 20, closed: TODAY - 7 },
          { enterprise: 3, registered: TODAY - 20, deadline: TODAY - 19 },
          { at: 7, enterprise: 3, registered: TODAY - 20 },
          { at: 1000, enterprise: 3, registered: TODAY - 20 },
          { enterprise: 4, registered: TODAY - 20, deadline: TODAY - 19 },
          { enterprise: 5, registered: TODAY - 20 },
          { registered: TODAY - 20 },
        ],
      }),
    )
    const on = (ago: number) => {
      const { id, enterpriseHiddenDangers, withoutPoint } = machine.at(TODAY - ago)
      return [[...id], [...enterpriseHiddenDangers], withoutPoint]
    }
    // Of enterprise 4 no point is located; one hidden danger is of no enterprise at all.
    const located = [1000, 1001, 1002, 1003, 1004]
    expect(on(9)).toEqual([[...located, 7], [2, 1, 1, 0, 0, 2], { open: 2, overdue: 1 }])
    // The point 7 is gone: what was at it is the enterprise's.
    expect(on(8)).toEqual([located, [3, 1, 1, 0, 0], { open: 2, overdue: 1 }])
    // One more is closed; point 1001 has come to enterprise 3, and enterprise 5 has none left.
    expect(on(5)).toEqual([located, [2, 2, 1, 0, 0], { open: 3, overdue: 1 }])
  })

  it('sums figures by community, street, district and park as the colours of the map do', () => {
    const table = tableOf([
      then({ level: 1, reviewDueDay: TODAY - 50 }),
      then({ level: 2, reviewDueDay: 30_000 }),
      then({ level: 2, reviewDueDay: 30_000, area: 2, park: 1 }),
      then({ level: 3, reviewDueDay: TODAY - 50 }),
    ])
    const machine = createTimeMachine(
      table,
      historyOf({
        dangers: [
          { at: 1001, registered: TODAY - 40, deadline: TODAY - 30 },
          { registered: TODAY - 9 },
        ],
      }),
    )
    const figures = machine.figuresAt(TODAY - 20)
    // 重大 overdue 4, 较大 with an overdue hidden danger 2, 一般 nothing.
    expect(figures.get(AREA_CODES[0]!)).toEqual({
      riskPoints: { total: 3, major: 1, larger: 1, general: 1, low: 0 },
      riskValue: 6,
      openHiddenDangers: 1,
      overdueHiddenDangers: 1,
    })
    expect(figures.get('440307')).toMatchObject({ riskValue: 7, openHiddenDangers: 1 })
    expect(figures.get('LG-002')).toMatchObject({ riskValue: 1, openHiddenDangers: 0 })
    expect(machine.figuresAt(TODAY - 35).get(AREA_CODES[0]!)).toMatchObject({ riskValue: 5 })
    expect(machine.figuresAt(null).get('440307')?.openHiddenDangers).toBe(2)
  })

  it('spans the days that are known whole', () => {
    const table = tableOf([then({})])
    const spanOf = (history: Parameters<typeof historyOf>[0]) =>
      createTimeMachine(table, historyOf(history)).span
    expect(spanOf({})).toEqual({ first: SINCE, last: TODAY })
    const versions = [{ id: 1, from: SINCE - 5, to: SINCE }]
    expect(spanOf({ versions }).first).toBe(SINCE - 5)
    expect(spanOf({ dangers: [{ registered: TODAY - 50 }] }).first).toBe(TODAY - 50)
    // Of what was closed before the first that is known to be closed nothing is known.
    const closed = { registered: TODAY - 80, closed: TODAY - 60 }
    expect(spanOf({ dangers: [closed, { registered: TODAY - 70 }] }).first).toBe(TODAY - 61)
    expect(createTimeMachine(tableOf([]), historyOf({})).span).toEqual({
      first: TODAY,
      last: TODAY,
    })
  })

  it('keeps the last days', () => {
    const machine = createTimeMachine(tableOf([then({})]), historyOf({}))
    const day = machine.at(TODAY - 3)
    expect(machine.at(TODAY - 3)).toBe(day)
    for (const ago of [4, 5, 6]) machine.at(TODAY - ago)
    expect(machine.at(TODAY - 3)).toBe(day)
    for (const ago of [7, 8, 9, 10]) machine.at(TODAY - ago)
    expect(machine.at(TODAY - 3)).not.toBe(day)
  })

  it('puts a day of a million points together well within a drag', () => {
    const table = syntheticRiskPoints(1_000_000)
    const dangers = Array.from({ length: 10_000 }, (_, index) => ({
      at: 1 + index * 90,
      registered: TODAY - 300 + (index % 250),
      closed: TODAY - 280 + (index % 250),
    }))
    const versions = Array.from({ length: 100 }, (_, index) => ({
      id: 1 + index * 9000,
      from: SINCE,
      to: TODAY - 100,
      level: 1,
    }))
    for (const { id } of versions) table.validFromDay[id - 1] = TODAY - 100
    const machine = createTimeMachine(table, historyOf({ versions, dangers }))
    const times = [150, 151, 152, 153, 154].map((ago) => {
      const start = process.cpuUsage()
      expect(machine.at(TODAY - ago).length).toBe(1_000_000)
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1000
    })
    // Milliseconds of the processor, about 36, so that a busy machine does not decide.
    expect(times.toSorted((a, b) => a - b)[2]).toBeLessThan(60)
  })
})
