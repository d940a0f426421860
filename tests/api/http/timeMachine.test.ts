import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LEVEL_CURVE } from '#data/demo/levelCurve'
import { addDays, civilDayOfNumber, dayNumber } from '#data/domain/clock'
import { HISTORY_COLUMNS, type HistoryPart } from '#data/domain/historyColumns'
import { decodeArrowColumns } from '../../../client/analysis/arrowColumns.ts'
import { selectWeighted } from '../../../client/analysis/density/selectWeighted.ts'
import { hiddenDangersOffMap } from '../../../client/analysis/hiddenDangersOffMap.ts'
import type { History } from '../../../client/analysis/history/history.ts'
import {
  createTimeMachine,
  type TimeMachine,
} from '../../../client/analysis/history/timeMachine.ts'
import { EMPTY_FILTER } from '../../../client/analysis/pointFilter.ts'
import {
  decodeRiskPointTable,
  type RiskPointTable,
} from '../../../client/analysis/riskPointTable.ts'
import { createClock } from '../../../server/clock.ts'
import type { Db } from '../../../server/db/Db.ts'
import { openWritableDatabase } from '../../helpers/testDatabase.ts'
import { serve, type Served } from './serve.ts'
import { serveDemo } from './serveDemo.ts'

async function readMachine({ request }: Served): Promise<TimeMachine> {
  const fetch = async (address: string) =>
    new Uint8Array((await request(address)).body).slice().buffer
  const read = async <Part extends HistoryPart>(part: Part) =>
    decodeArrowColumns(
      await fetch(`/api/risk-points/history.arrow?part=${part}`),
      HISTORY_COLUMNS[part],
    )
  const table = decodeRiskPointTable(await fetch('/api/risk-points.arrow'))
  const history = {
    versions: await read('versions'),
    hazardSources: await read('hazardSources'),
    hiddenDangers: await read('hiddenDangers'),
  } as History
  return createTimeMachine(table, history)
}

/** Open hidden dangers on the map of a table and off it. */
function weighAll(table: RiskPointTable): number {
  const weight = 'openHiddenDangers'
  const { totalWeight } = selectWeighted(table, EMPTY_FILTER, weight)
  return totalWeight + hiddenDangersOffMap(table, weight).hiddenDangersOffMap!
}
const withLevel = ({ level }: RiskPointTable, rank: number) =>
  level.filter((each) => each === rank).length

describe('the year of the demo', () => {
  let demo: Awaited<ReturnType<typeof serveDemo>>
  let machine: TimeMachine
  /** Ends of the eleven whole months of the curve, moved as the demo was. */
  let monthEnds: { month: string; day: number; major: number; larger: number }[]

  beforeAll(async () => {
    demo = await serveDemo()
    machine = await readMachine(demo)
    const shift = machine.span.last - dayNumber('2026-11-23')
    monthEnds = LEVEL_CURVE.slice(0, -1).map(({ month, major, larger }, index) => ({
      month,
      day: dayNumber(addDays(`${LEVEL_CURVE[index + 1]!.month}-01`, -1)) + shift,
      major,
      larger,
    }))
  }, 120_000)
  afterAll(() => demo.close())

  test('begins where hidden dangers are known whole and ends today', () => {
    const { first, last } = machine.span
    expect(civilDayOfNumber(last)).toBe(demo.today)
    // The day before December, with the opening stock of the curve.
    expect(monthEnds[0]!.day - first).toBe(31)
    expect(machine.figuresAt(first).get('440307')?.openHiddenDangers).toBe(505)
  })

  test('every month ends with the 重大 and 较大 points of the curve', () => {
    for (const { month, day, major, larger } of monthEnds) {
      const table = machine.at(day)
      expect([month, withLevel(table, 1), withLevel(table, 2)]).toEqual([month, major, larger])
      expect(machine.figuresAt(day).get('440307')?.riskPoints).toMatchObject({ major, larger })
      expect(table.length).toBe(12_480)
    }
  })

  test('hidden dangers at every end of a month are those of CONTENT.md 4.4', () => {
    const stock = [512, 470, 395, 590, 540, 525, 640, 560, 505, 530, 455]
    const overdue = [66, 62, 67, 90, 68, 60, 70, 66, 54, 50, 40]
    const known = monthEnds.map(({ day }) => {
      const figures = machine.figuresAt(day).get('440307')!
      expect(weighAll(machine.at(day))).toBeCloseTo(figures.openHiddenDangers, 6)
      return [figures.openHiddenDangers, figures.overdueHiddenDangers]
    })
    expect(known).toEqual(stock.map((open, index) => [open, overdue[index]]))
  })

  test('every park and point on some days is as the versions in the database say', async () => {
    for (const { day } of monthEnds.filter((_, index) => index % 3 === 0)) {
      const end = `${civilDayOfNumber(day + 1)}T00:00:00+08:00`
      const rows = await demo.db.query(
        `SELECT id, level, score, review_due::text, open, overdue, coalesce(at_enterprise, 0)
           AS at_enterprise
         FROM (
           SELECT id, level, score, review_due, enterprise_code FROM risk_points
           WHERE valid_from < $1 AND (retired_at IS NULL OR retired_at >= $1)
           UNION ALL
           SELECT (record->>'id')::integer, (record->>'level')::smallint,
             (record->>'score')::float8, (record->>'review_due')::date, record->>'enterprise_code'
           FROM record_versions
           WHERE entity = 'riskPoint' AND valid_from < $1 AND valid_to >= $1
             AND record->>'retired_at' IS NULL
         ) AS point
         LEFT JOIN LATERAL (
           SELECT count(*)::integer AS open,
             (count(*) FILTER (WHERE deadline < $2::date))::integer AS overdue
           FROM hidden_dangers
           WHERE risk_point_id = point.id AND NOT on_the_spot
             AND state NOT IN ('merged', 'dismissed')
             AND registered_at < $1 AND (closed_at IS NULL OR closed_at >= $1)
         ) AS danger ON true
         LEFT JOIN (
           SELECT enterprise_code, count(*)::integer AS at_enterprise FROM hidden_dangers
           WHERE risk_point_id IS NULL AND NOT on_the_spot
             AND state NOT IN ('merged', 'dismissed')
             AND registered_at < $1 AND (closed_at IS NULL OR closed_at >= $1)
           GROUP BY enterprise_code
         ) AS whole USING (enterprise_code)
         ORDER BY id`,
        [end, civilDayOfNumber(day)],
      )
      const table = machine.at(day)
      const order = Array.from(table.id.keys()).sort((a, b) => table.id[a]! - table.id[b]!)
      expect(
        order.map((row) => [
          table.id[row],
          table.level[row],
          table.score[row],
          civilDayOfNumber(table.reviewDueDay[row]!),
          table.openHiddenDangers[row],
          table.overdueHiddenDangers[row],
          table.enterpriseHiddenDangers[row],
        ]),
      ).toEqual(
        rows.map((row) => [
          row.id,
          row.level,
          Math.fround(Number(row.score)),
          row.review_due,
          row.open,
          row.overdue,
          row.at_enterprise,
        ]),
      )
    }
  }, 60_000)

  test('figures of now by the columns are those that the server counts', async () => {
    const { areas, parks } = await demo.get('listFigures', '/api/figures')
    const figures = machine.figuresAt(null)
    for (const place of [...areas, ...parks]) {
      const { riskPoints, riskValue, openHiddenDangers, overdueHiddenDangers } = place
      const known = figures.get(place.code)
      if (riskPoints.total === 0 && !known) continue
      expect([place.code, known]).toEqual([
        place.code,
        { riskPoints, riskValue, openHiddenDangers, overdueHiddenDangers },
      ])
    }
    expect(areas.length + parks.length).toBeGreaterThan(300)
  })
})

describe('what people change', () => {
  let db: Db
  let restore: () => Promise<void>
  let served: Served
  let stopClock: () => void
  let today: number

  beforeAll(async () => {
    ;({ db, restore } = await openWritableDatabase())
    const clock = await createClock(db)
    stopClock = clock.stop
    today = dayNumber(clock.today())
    served = await serve({ db, clock, clientFolder: '/nowhere' })
  }, 120_000)
  afterAll(async () => {
    stopClock()
    await served.close()
    await restore()
  }, 120_000)

  const at = (ago: number, time: string) => `${civilDayOfNumber(today - ago)}T${time}:00+08:00`

  test('retired, restored, moved, and changed twice on one day', async () => {
    const points = await db.query(
      `SELECT id, level, ST_X(geom) AS x FROM risk_points
       WHERE version = 1 AND geom IS NOT NULL AND level = 4 ORDER BY id LIMIT 3`,
    )
    const [gone, moved, twice] = points as [Row, Row, Row]
    const change = (point: Row, instant: string, set: string) =>
      db.query(
        `UPDATE risk_points SET ${set}, valid_from = $2, changed_by = '测试', change_kind = 'edit'
         WHERE id = $1`,
        [point.id, instant],
      )
    await change(gone, at(30, '10:00'), `retired_at = '${at(30, '10:00')}'`)
    await change(gone, at(20, '10:00'), `retired_at = NULL`)
    await change(gone, at(10, '10:00'), `retired_at = '${at(10, '10:00')}'`)
    await change(moved, at(15, '23:59'), `geom = ST_Translate(geom, 0.01, 0)`)
    const level = (rank: number) =>
      `level = ${rank}, override_level = ${rank}, override_reason = '试'`
    await change(twice, at(12, '00:01'), level(2))
    await change(twice, at(12, '23:58'), level(3))

    const machine = await readMachine(served)
    const rowOn = (ago: number, { id }: Row) => machine.at(today - ago).id.indexOf(Number(id))
    expect([31, 30, 21, 20, 11, 10, 1].map((ago) => rowOn(ago, gone) >= 0)).toEqual([
      true,
      false,
      false,
      true,
      true,
      false,
      false,
    ])
    const xOn = (ago: number) => machine.at(today - ago).longitude[rowOn(ago, moved)]
    expect(xOn(16)).toBe(Math.fround(Number(moved.x)))
    expect(xOn(15)).toBe(Math.fround(Number(moved.x) + 0.01))
    const levelOn = (ago: number) => machine.at(today - ago).level[rowOn(ago, twice)]
    expect([levelOn(13), levelOn(12), levelOn(1)]).toEqual([4, 3, 3])
  }, 60_000)
})

type Row = { id: unknown; level: unknown; x: unknown }
