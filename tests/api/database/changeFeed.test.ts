import { beforeAll, describe, expect, inject, it } from 'vitest'
import { type Actor, DISTRICT_VIEWER } from '#data/domain/roles'
import { as } from '../../../server/db/actor.ts'
import type { Db, Queryable } from '../../../server/db/Db.ts'
import {
  type Change,
  listChanges,
  readDataVersion,
} from '../../../server/features/changes/changes.queries.ts'
import { openTestDatabase } from '../../helpers/testDatabase.ts'

const ROLL_BACK = new Error('roll back')
const readVersion = (db: Db): Promise<string> => as(db, DISTRICT_VIEWER, readDataVersion)

/** What a transaction itself wrote to the feed; afterwards it is rolled back. */
async function changesOf(
  db: Db,
  write: (transaction: Queryable) => Promise<unknown>,
): Promise<unknown[]> {
  let changes: unknown[] = []
  await db
    .transaction(async (transaction) => {
      await write(transaction)
      changes = await transaction.query(
        `SELECT entity, entity_id AS id, area_code AS area, operation FROM change_feed
         WHERE transaction_id = pg_current_xact_id_if_assigned() ORDER BY sequence`,
      )
      throw ROLL_BACK
    })
    .catch((error: unknown) => expect(error).toBe(ROLL_BACK))
  return changes
}

function createGate(): { passed: Promise<void>; open: () => void } {
  let open = (): void => undefined
  const passed = new Promise<void>((resolve) => (open = resolve))
  return { passed, open: () => open() }
}

/** Commits a change that changes nothing. */
function touch(database: Queryable, code: string): Promise<unknown> {
  return database.query('UPDATE parks SET name = name WHERE code = $1', [code])
}

describe('change feed', () => {
  let db: Db
  let parks: { code: string; area: string }[]
  beforeAll(async () => {
    db = await openTestDatabase()
    parks = (await db.query(
      'SELECT code, area_code AS area FROM parks ORDER BY area_code, code',
    )) as typeof parks
  })

  function changesAfter(version: string, actor: Actor = DISTRICT_VIEWER): Promise<Change[]> {
    return as(db, actor, (transaction) => listChanges(transaction, version, 1000))
  }

  it('has one entry for every record that a statement changes', async () => {
    const [first, second] = parks
    const changes = await changesOf(db, async (transaction) => {
      await transaction.query('UPDATE parks SET grade = grade WHERE code = ANY ($1::text[])', [
        [first?.code, second?.code],
      ])
    })
    expect(changes).toHaveLength(2)
    expect(changes).toContainEqual({
      entity: 'park',
      id: first?.code,
      area: first?.area,
      operation: 'update',
    })
  })

  it('has none for a statement that changes nothing', async () => {
    expect(await changesOf(db, (transaction) => touch(transaction, 'NOWHERE'))).toEqual([])
  })

  it('names inserted and deleted records', async () => {
    const [point] = await db.query(
      'SELECT risk_point_id AS id, area_code AS area FROM hazard_sources ORDER BY id LIMIT 1',
    )
    const changes = await changesOf(db, async (transaction) => {
      await transaction.query(
        `INSERT INTO hazard_sources (code, name, risk_point_id, area_code, unit_kind, fictitious)
         VALUES ('TEST-H', '测试', $1, $2, 'none', true)`,
        [point?.id, point?.area],
      )
      await transaction.query(`DELETE FROM hazard_sources WHERE code = 'TEST-H'`)
    })
    expect(changes).toMatchObject([
      { entity: 'hazardSource', area: point?.area, operation: 'insert' },
      { entity: 'hazardSource', area: point?.area, operation: 'delete' },
    ])
  })

  it('tells the area that a park leaves, and everything that moves with it', async () => {
    const park = parks.at(0)
    const other = parks.find(({ area }) => area !== park?.area)
    const changes = await changesOf(db, (transaction) =>
      transaction.query('UPDATE parks SET area_code = $2 WHERE code = $1', [
        park?.code,
        other?.area,
      ]),
    )
    const ofPark = changes.filter((change) => (change as { entity: string }).entity === 'park')
    expect(ofPark).toEqual([
      { entity: 'park', id: park?.code, area: park?.area, operation: 'delete' },
      { entity: 'park', id: park?.code, area: other?.area, operation: 'update' },
    ])
    expect(changes).toContainEqual(
      expect.objectContaining({ entity: 'riskPoint', area: other?.area, operation: 'update' }),
    )
  })

  it('has one entry for a bulk load', async () => {
    const changes = await changesOf(db, async (transaction) => {
      await transaction.query(`SELECT set_config('app.bulk_load', 'on', true)`)
      await transaction.query('UPDATE risk_points SET version = version')
      await transaction.query('UPDATE data_set SET loaded_at = loaded_at')
    })
    expect(changes).toEqual([{ entity: 'data_set', id: null, area: null, operation: 'reload' }])
  })

  it('gives a new version for a committed change and none for one rolled back', async () => {
    const before = await readVersion(db)
    await changesOf(db, (transaction) => touch(transaction, parks[0]?.code ?? ''))
    expect(await readVersion(db)).toBe(before)
    await touch(db, parks[0]?.code ?? '')
    const after = await readVersion(db)
    expect(after).not.toBe(before)
    const changes = await changesAfter(before)
    expect(changes).toMatchObject([
      { entity: 'park', entityId: parks[0]?.code, operation: 'update', version: after },
    ])
    expect(await changesAfter(after)).toEqual([])
  })

  it('shows an area its own changes and every reload', async () => {
    const before = await readVersion(db)
    const inside = parks.at(0)
    const outside = parks.at(-1)
    for (const park of [inside, outside]) await touch(db, park?.code ?? '')
    await db.query('UPDATE data_set SET loaded_at = loaded_at')
    const viewer: Actor = { name: 'tester', role: 'areaViewer', scope: inside?.area ?? '' }
    expect((await changesAfter(before, viewer)).map(({ entityId }) => entityId)).toEqual([
      inside?.code,
      null,
    ])
  })

  it.skipIf(inject('databaseUrl') === null)(
    'holds back what is younger than a transaction that is still open, and skips nothing',
    async () => {
      const before = await readVersion(db)
      const [early, late] = [parks[0]?.code ?? '', parks[1]?.code ?? '']
      const [touched, release] = [createGate(), createGate()]
      const open = db.transaction(async (transaction) => {
        await touch(transaction, early)
        touched.open()
        await release.passed
      })
      await touched.passed
      await touch(db, late)
      expect(await readVersion(db)).toBe(before)
      release.open()
      await open
      const changes = await changesAfter(before)
      expect(changes.map(({ entityId }) => entityId)).toEqual([early, late])
    },
  )
})
