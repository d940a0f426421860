import { afterAll, beforeAll, expect, test } from 'vitest'
import { endOfCivilDay } from '#data/domain/clock'
import { INDICATOR_ORDER, type IndicatorKey } from '#data/domain/indicators'
import { calculateIndicators, readRows } from './calculateIndicators.ts'
import type { Queryable } from '../../../server/db/Db.ts'
import type { Served } from './serve.ts'
import { serveDemo } from './serveDemo.ts'
import { serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
/** Where nobody writes while the two calculations look at it. */
let demo: Awaited<ReturnType<typeof serveDemo>>
let rows: Awaited<ReturnType<typeof readRows>>
beforeAll(async () => {
  api = await serveWritable()
  demo = await serveDemo()
  rows = await readRows(demo.db)
}, 240_000)
afterAll(async () => {
  await demo.close()
  await api.close()
}, 240_000)

/** Those of the register of hidden dangers are calculated in indicatorStory.test.ts. */
const OF_HIDDEN_DANGERS: readonly IndicatorKey[] = [
  'openMajorHiddenDangers',
  'overdueHiddenDangers',
  'overdueRate',
  'onTimeRate',
  'majorClosureDays',
]
const itemsOf = async (area: string, period: string, served: Served = api) => {
  const address = `/api/indicators?area=${area}&period=${period}`
  const { items } = await served.get('getIndicators', address)
  return new Map(items.map((item) => [item.key, item]))
}

test.each(['440307', '440307017', 'a community with parks'])(
  'each other indicator of %s equals an independent calculation, now and in a past month',
  async (named) => {
    const area = named.startsWith('4') ? named : api.park.areaCode
    for (const [period, at] of [
      ['now', new Date(`${api.today}T23:59:59+08:00`)],
      ['2026-06', endOfCivilDay('2026-06-30')],
      ['2026-10', endOfCivilDay('2026-10-31')],
    ] as const) {
      const items = await itemsOf(area, period, demo)
      const { parts, ...values } = calculateIndicators(rows, area, at)
      const keys = INDICATOR_ORDER.filter((key) => !OF_HIDDEN_DANGERS.includes(key))
      expect(Object.keys(values).sort()).toEqual([...keys].sort())
      for (const key of keys) {
        expect([key, items.get(key)?.value], `${area} ${period}`).toEqual([key, values[key]])
      }
      const partOf = (key: IndicatorKey, part: string) =>
        items.get(key)?.parts.find((each) => each.key === part)?.value ?? null
      const [added = 0, raised = 0, lowered = 0, retired = 0] = [
        'added',
        'raised',
        'lowered',
        'retired',
      ].map((part) => partOf('largerRiskPoints', part) ?? 0)
      expect(added + raised - lowered - retired, `${area} ${period}`).toBe(parts['change'])
      expect(partOf('campaignRate', 'scheduleGap')).toBe(parts['scheduleGap'])
      expect(partOf('stationArrivalRate', 'equippedRate')).toBe(parts['equippedRate'])
      expect(partOf('trainingRate', 'attendances')).toBe(parts['attendances'])
    }
  },
  120_000,
)

test('a target that is reopened today was accepted at the end of the month before', async () => {
  const before = await itemsOf('440307', '2026-09')
  const accepted = before.get('campaignRate')?.numerator
  expect(accepted).toBeGreaterThan(0)
  const [target] = await api.db.query(
    `SELECT id, area_code, version, accepted_on FROM campaign_targets
     WHERE state = 'accepted' AND accepted_on <= '2026-09-30' ORDER BY id LIMIT 1`,
  )
  await api.db.transaction(async (transaction) => {
    await transaction.query(`SELECT set_config('app.bulk_load', 'on', true)`)
    await transaction.query(
      `UPDATE campaign_targets SET state = 'rectifying', accepted_on = NULL, version = version + 1
       WHERE id = $1`,
      [target?.['id']],
    )
    await transaction.query(
      `INSERT INTO campaign_target_events (target_id, sequence, area_code, action, from_state,
         to_state, at, by, happened_on, note)
       VALUES ($1, $2::integer + 1, $3, 'reopen', 'accepted', 'rectifying', now(), '测试', $4, '回头看')`,
      [target?.['id'], target?.['version'], target?.['area_code'], api.today],
    )
    await transaction.query('UPDATE data_set SET seed = seed')
  })
  const now = await itemsOf('440307', 'now')
  const after = await itemsOf('440307', '2026-09')
  expect(after.get('campaignRate')?.numerator).toBe(accepted)
  const [standing] = await api.db.query(
    `SELECT count(*)::integer AS n FROM campaign_targets WHERE state = 'accepted'`,
  )
  expect(now.get('campaignRate')?.numerator).toBe(standing?.['n'])
  await api.db.transaction(async (transaction) => {
    await transaction.query(`SELECT set_config('app.bulk_load', 'on', true)`)
    await transaction.query(
      'DELETE FROM campaign_target_events WHERE target_id = $1 AND sequence > $2',
      [target?.['id'], target?.['version']],
    )
    await transaction.query(
      `UPDATE campaign_targets SET state = 'accepted', accepted_on = $2, version = $3 WHERE id = $1`,
      [target?.['id'], target?.['accepted_on'], target?.['version']],
    )
    await transaction.query('UPDATE data_set SET seed = seed')
  })
})

test('a register of accidents that tells of streets tells of them, and of no community', async () => {
  const gapsOf = async () =>
    Promise.all(
      ['440307', '440307017', '440307006001'].map(
        async (area) => (await itemsOf(area, 'now')).get('accidents')?.gap,
      ),
    )
  expect(await gapsOf()).toEqual([null, 'notConnected', 'notConnected'])
  await api.db.query(`UPDATE data_connections SET scope_level = 'street'`)
  expect(await gapsOf()).toEqual([null, null, 'notConnected'])
  await api.db.query(`UPDATE data_connections SET connected_on = '2027-01-01'`)
  expect(await gapsOf()).toEqual(['notConnected', 'notConnected', 'notConnected'])
  await api.db.query(
    `UPDATE data_connections SET connected_on = '2025-01-01', scope_level = 'district'`,
  )
  expect(await gapsOf()).toEqual([null, 'notConnected', 'notConnected'])
})

test('of a spot check that was merged with what the area registered, the earlier decides', async () => {
  const { areaCode, code: park } = api.park
  // Records that a load writes need no events.
  const load = (run: (transaction: Queryable) => Promise<unknown>) =>
    api.db.transaction(async (transaction) => {
      await transaction.query(`SELECT set_config('app.bulk_load', 'on', true)`)
      await run(transaction)
    })
  const add = (code: string, source: string, hour: string, into: string | null) =>
    load((transaction) =>
      transaction.query(
        `INSERT INTO hidden_dangers (code, area_code, park_code, source, category, location,
         description, severity, state, handling_level, found_on, registered_by,
         registered_department, registered_at, deadline, merged_into, fictitious, search_key)
       SELECT $1, $2, $3, $4, 'fire', '一楼', '通道堆货', 'general', $5, 'community', $6::date,
         '测试', '测试', ($6 || $7)::timestamptz, $6::date + 30,
         (SELECT id FROM hidden_dangers WHERE code = $8), true, ''`,
        [code, areaCode, park, source, into ? 'merged' : 'rectifying', day, hour, into],
      ),
    )
  const day = api.today
  const counts = async () => {
    await api.db.query('UPDATE data_set SET seed = seed')
    const item = (await itemsOf(areaCode, 'now')).get('missedRate')
    return [item?.numerator ?? 0, item?.denominator ?? 0] as const
  }
  const [missed, found] = await counts()
  // The area was there first, whichever of the two is left.
  await add('TEST-A1', 'check', 'T01:00:00+08:00', null)
  await add('TEST-A2', 'spotCheck', 'T02:00:00+08:00', 'TEST-A1')
  expect(await counts()).toEqual([missed, found + 1])
  await add('TEST-B1', 'spotCheck', 'T02:00:00+08:00', null)
  await add('TEST-B2', 'check', 'T01:00:00+08:00', 'TEST-B1')
  expect(await counts()).toEqual([missed, found + 2])
  // The spot check was first, and what the area registered afterwards was merged into it.
  await add('TEST-C1', 'spotCheck', 'T02:00:00+08:00', null)
  await add('TEST-C2', 'check', 'T03:00:00+08:00', 'TEST-C1')
  expect(await counts()).toEqual([missed + 1, found + 3])
  // Two spot checks that found the same are one.
  await add('TEST-D1', 'spotCheck', 'T04:00:00+08:00', 'TEST-C1')
  expect(await counts()).toEqual([missed + 1, found + 3])
  await load(async (transaction) => {
    await transaction.query(
      `DELETE FROM hidden_dangers WHERE code LIKE 'TEST-_2' OR code = 'TEST-D1'`,
    )
    await transaction.query(`DELETE FROM hidden_dangers WHERE code LIKE 'TEST-__'`)
  })
})
