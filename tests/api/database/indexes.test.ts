import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, DISTRICT_VIEWER } from '#data/domain/roles'
import { as } from '../../../server/db/actor.ts'
import type { Db } from '../../../server/db/Db.ts'
import { openTestDatabase } from '../../helpers/testDatabase.ts'

const BOX = 'ST_MakeEnvelope(114.12, 22.68, 114.125, 22.685, 4326)'
const STREET_VIEWER: Actor = { name: 'tester', role: 'areaViewer', scope: '440307003' }

const QUERIES = [
  { index: 'risk_points_geom', sql: `SELECT id FROM risk_points WHERE geom && ${BOX}` },
  { index: 'parks_geom', sql: `SELECT code FROM parks WHERE geom && ${BOX}` },
  {
    index: 'risk_points_search_key',
    sql: `SELECT id FROM risk_points WHERE search_key LIKE '%lvmeipaoguang%'`,
  },
  {
    index: 'risk_points_search_key',
    sql: `SELECT id FROM risk_points WHERE search_key LIKE '%铝镁抛光%'`,
  },
  {
    index: 'enterprises_search_key',
    sql: `SELECT code FROM enterprises WHERE search_key LIKE '%demo-e-00017%'`,
  },
]

describe('indexes', () => {
  let db: Db
  beforeAll(async () => {
    db = await openTestDatabase()
  })

  /** A small table is read whole whatever its indexes: forbid that, and see which index can serve. */
  function explain(actor: Actor, sql: string): Promise<string> {
    return as(db, actor, async (transaction) => {
      await transaction.query('SET LOCAL enable_seqscan = off')
      const rows = await transaction.query(`EXPLAIN ${sql}`)
      return rows.map((row) => String(row['QUERY PLAN'])).join('\n')
    })
  }

  it.each(QUERIES)('$index serves the district role: $sql', async ({ index, sql }) => {
    const plan = await explain(DISTRICT_VIEWER, sql)
    expect(plan).toMatch(new RegExp(`Index Scan (on|using) ${index}\\b`))
  })

  // The condition of its policy comes first, and && and LIKE are not leakproof.
  it.each(QUERIES)('the area role reads its area instead: $sql', async ({ index, sql }) => {
    const plan = await explain(STREET_VIEWER, sql)
    expect(plan).not.toContain(index)
    expect(plan).toMatch(/Index Scan (on|using) \w+_area/)
  })
})
