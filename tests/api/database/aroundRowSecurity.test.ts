import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, DISTRICT_VIEWER } from '#data/domain/roles'
import { as } from '../../../server/db/actor.ts'
import type { Db, Queryable } from '../../../server/db/Db.ts'
import { aroundHandlers } from '../../../server/features/around/around.routes.ts'
import { readInside } from '../../../server/features/around/around.queries.ts'
import { readReach } from '../../../server/features/around/coverage.queries.ts'
import { computeDomino } from '../../../server/features/around/domino.ts'
import { readFacilitiesAround } from '../../../server/features/around/facilitiesAround.queries.ts'
import { createClock } from '../../../server/clock.ts'
import type { DataReader } from '../../../server/http/endpoint.ts'
import { openTestDatabase } from '../../helpers/testDatabase.ts'

/** 平湖街道, and a circle across its border. */
const STREET = '440307003'
const STREET_VIEWER: Actor = { name: 'tester', role: 'areaViewer', scope: STREET }
const CENTRE = 'POINT(114.13 22.66)'
const PLACE = { kind: 'point', wkt: CENTRE } as const
const RADIUS = 5_000
const TODAY = '2026-11-23'

describe('an officer of a street', () => {
  let db: Db
  beforeAll(async () => {
    db = await openTestDatabase()
  })
  const count = async (sql: string) => Number(Object.values((await db.query(sql))[0] ?? {})[0])
  const within = `ST_DWithin(geom::geography, 'SRID=4326;${CENTRE}'::geography, ${RADIUS})`

  it('finds around a place only what is registered in the street', async () => {
    const inside = (actor: Actor) =>
      as(db, actor, (transaction) => readInside(transaction, PLACE, RADIUS, TODAY))
    const [own, all] = [await inside(STREET_VIEWER), await inside(DISTRICT_VIEWER)]
    const points = `SELECT count(*) FROM risk_points WHERE ${within}`
    expect(all.riskPoints.total).toBe(await count(points))
    expect(own.riskPoints.total).toBe(await count(`${points} AND area_code LIKE '${STREET}%'`))
    expect(own.riskPoints.total).toBeGreaterThan(0)
    expect(own.riskPoints.total).toBeLessThan(all.riskPoints.total)
    expect(own.parks.every(({ areaCode }) => areaCode.startsWith(STREET))).toBe(true)
    expect(own.hiddenDangers.open).toBeLessThan(all.hiddenDangers.open)
    expect(own.enterprises.total).toBeLessThan(all.enterprises.total)
  })

  it('finds only the facilities of the street, even as the nearest', async () => {
    const own = await as(db, STREET_VIEWER, (transaction) =>
      readFacilitiesAround(transaction, PLACE, RADIUS),
    )
    const total = own.counts.reduce((sum, each) => sum + each.total, 0)
    expect(total).toBe(
      await count(
        `SELECT count(*) FROM facilities WHERE ${within} AND area_code LIKE '${STREET}%'`,
      ),
    )
    const codes = own.nearest.map(({ code }) => `'${code}'`).join()
    expect(own.nearest).toHaveLength(3)
    expect(
      await count(`SELECT count(*) FROM facilities
        WHERE code IN (${codes}) AND area_code LIKE '${STREET}%'`),
    ).toBe(3)
  })

  it('sees the coverage and the groups of the street when asking for the district', async () => {
    const reach = await as(db, STREET_VIEWER, (transaction) =>
      readReach(transaction, '440307', 692),
    )
    expect(reach.located.total + reach.unlocated.total).toBe(1891)
    expect(reach.enterprises.total).toBe(488)
    const domino = await as(db, STREET_VIEWER, (transaction) =>
      computeDomino(transaction, '440307'),
    )
    expect(domino.hazardSources.total).toBe(
      await count(`SELECT count(*) FROM hazard_sources WHERE area_code LIKE '${STREET}%'`),
    )
  })

  it('is answered for the street where no area is asked, and told that no more was seen', async () => {
    const clock = await createClock(db)
    const { getCoverage, getDomino } = aroundHandlers({
      db,
      clock,
      writer: null,
      checkAnswers: true,
    })
    clock.stop()
    const asked = (actor: Actor, area?: string) => ({
      params: {},
      body: undefined,
      query: { area, speed: 300, detour: 1.3 },
      actor,
      dataVersion: '1',
      dataState: '1',
      read: (<T>(run: (transaction: Queryable) => Promise<T>) => as(db, actor, run)) as DataReader,
    })
    const street = { code: STREET, name: '平湖街道', level: 'street' }
    for (const answer of [
      await getCoverage(asked(STREET_VIEWER)),
      await getDomino(asked(STREET_VIEWER)),
    ]) {
      expect(answer).toMatchObject({ area: street, seesOnly: street })
    }
    // Who asks for the district gets its name, and is told as much.
    expect(await getCoverage(asked(STREET_VIEWER, '440307'))).toMatchObject({
      area: { code: '440307' },
      seesOnly: street,
    })
    expect(await getDomino(asked(DISTRICT_VIEWER))).toMatchObject({
      area: { code: '440307' },
      seesOnly: null,
    })
  })

  it('and nobody whose scope is empty sees anything', async () => {
    const inside = await db.transaction(async (transaction) => {
      await transaction.query(`SELECT set_config('role', 'longgang_area', true)`)
      return readInside(transaction, PLACE, RADIUS, TODAY)
    })
    expect(inside.riskPoints.total).toBe(0)
    expect(inside.hiddenDangers).toEqual({ open: 0, overdue: 0, openMajor: 0 })
  })
})
