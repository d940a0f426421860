import { describe, expect, it } from 'vitest'
import { type Actor, DISTRICT_VIEWER } from '#data/domain/roles'
import { as } from '../../../server/db/actor.ts'
import type { Queryable } from '../../../server/db/Db.ts'
import { readInside } from '../../../server/features/around/around.queries.ts'
import { readReach } from '../../../server/features/around/coverage.queries.ts'
import { openTestDatabase } from '../../helpers/testDatabase.ts'

const STREET_VIEWER: Actor = { name: 'tester', role: 'areaViewer', scope: '440307003' }
const TODAY = '2026-11-23'
const POINT = { kind: 'point', wkt: 'POINT(114.13 22.66)' } as const
const SHAPE = {
  kind: 'shape',
  wkt: 'POLYGON((114.12 22.65, 114.14 22.65, 114.14 22.67, 114.12 22.65))',
} as const

const PLACED = ['risk_points', 'parks', 'park_features']

/** The plan of the one statement that a reader runs; every index is free to be passed over. */
async function planOf(
  actor: Actor,
  read: (transaction: Queryable) => Promise<unknown>,
): Promise<string> {
  const db = await openTestDatabase()
  const plan: string[] = []
  const reading = as(db, actor, (transaction) =>
    read({
      query: async (sql, parameters) => {
        const rows = await transaction.query(`EXPLAIN ${sql}`, parameters)
        plan.push(...rows.map((row) => String(row['QUERY PLAN'])))
        return []
      },
    }),
  )
  await expect(reading).rejects.toThrow('gave no row')
  return plan.join('\n')
}

const READERS: [string, (transaction: Queryable) => Promise<unknown>, readonly string[]][] = [
  ['a point', (transaction) => readInside(transaction, POINT, 500, TODAY), PLACED],
  ['a shape', (transaction) => readInside(transaction, SHAPE, 500, TODAY), PLACED],
  ['the stations', (transaction) => readReach(transaction, '440307', 692), ['risk_points']],
]

/** Lines of a plan that look up a position in an index. */
const spatialConditions = (plan: string) => plan.match(/Index Cond: \(geom && .*/g) ?? []

describe.each(READERS)('what lies around %s', (_, read, tables) => {
  it('is looked up by position for the district role', async () => {
    const plan = await planOf(DISTRICT_VIEWER, read)
    for (const table of tables) {
      expect(plan).toMatch(
        new RegExp(`Index Scan (on|using) ${table}_geom\\b.*\\n\\s+Index Cond: \\(geom && `),
      )
    }
    expect(spatialConditions(plan).length).toBeGreaterThanOrEqual(tables.length)
  })

  // The condition of its policy comes first, and && is not leakproof.
  it('is read from its area for the area role', async () => {
    const plan = await planOf(STREET_VIEWER, read)
    for (const table of tables) {
      expect(plan).not.toMatch(new RegExp(`${table}_geom\\b.*\\n\\s+Index Cond: \\(geom && `))
      expect(plan).toMatch(
        new RegExp(
          `Index Scan (on|using) ${table}_area\\w*.*\\n\\s+Index Cond: \\(\\(?area_code >= `,
        ),
      )
    }
    expect(plan).not.toMatch(/Seq Scan on (risk_points|parks|park_features)\b/)
  })
})

it('no corner of a shape is measured to every risk point', async () => {
  const plan = await planOf(DISTRICT_VIEWER, (transaction) =>
    readInside(transaction, SHAPE, 500, TODAY),
  )
  expect(plan).toContain('st_intersects(')
  expect(plan).not.toMatch(/st_dwithin|geography/i)
})
