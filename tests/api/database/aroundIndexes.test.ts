import { expect, test } from 'vitest'
import { DISTRICT_VIEWER } from '#data/domain/roles'
import { as } from '../../../server/db/actor.ts'
import type { Queryable } from '../../../server/db/Db.ts'
import { readInside } from '../../../server/features/around/around.queries.ts'
import { readReach } from '../../../server/features/around/coverage.queries.ts'
import { openTestDatabase } from '../../helpers/testDatabase.ts'

/** The plan of the one statement that a reader runs, where reading whole tables is forbidden. */
async function planOf(read: (transaction: Queryable) => Promise<unknown>): Promise<string> {
  const db = await openTestDatabase()
  const plan: string[] = []
  const reading = as(db, DISTRICT_VIEWER, async (transaction) => {
    await transaction.query('SET LOCAL enable_seqscan = off')
    return read({
      query: async (sql, parameters) => {
        const rows = await transaction.query(`EXPLAIN ${sql}`, parameters)
        plan.push(...rows.map((row) => String(row['QUERY PLAN'])))
        return []
      },
    })
  })
  await expect(reading).rejects.toThrow('gave no row')
  return plan.join('\n')
}

test('a search around a place asks the indexes of points, parks and buildings', async () => {
  const plan = await planOf((transaction) =>
    readInside(transaction, 'POINT(114.13 22.66)', 500, '2026-11-23'),
  )
  for (const index of ['risk_points_geom', 'parks_geom', 'park_features_geom']) {
    expect(plan).toMatch(new RegExp(`Index Scan (on|using) ${index}\\b`))
  }
})

test('what the stations reach is looked up in the index of points', async () => {
  const plan = await planOf((transaction) => readReach(transaction, '440307', 692))
  expect(plan).toMatch(/Index Scan (on|using) risk_points_geom\b/)
})
