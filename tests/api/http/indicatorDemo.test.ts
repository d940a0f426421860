import { afterAll, beforeAll, expect, test } from 'vitest'
import { indicatorsPart } from '../../../server/demo/indicatorsPart.ts'
import { timeProgress as timeProgressSql } from '../../../server/features/indicators/officeFacts.queries.ts'
import { timeProgress } from '#data/domain/campaignTargets'
import { addDays } from '#data/domain/clock'
import { serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
beforeAll(async () => {
  api = await serveWritable()
}, 240_000)
afterAll(() => api.close(), 240_000)

test('the month before the day of the demo is frozen, with one correction that is told of', async () => {
  const { items } = await api.get('listFreezes', '/api/freezes')
  expect(items[0]).toMatchObject({ month: '2026-10', by: '演示统计员A03' })
  const address = '/api/indicators?area=440307017&period=2026-10'
  const answer = await api.get('getIndicators', address)
  const corrected = answer.items.filter(({ corrections }) => corrections?.length)
  expect(corrected.map(({ key }) => key)).toEqual(['majorClosureDays'])
  const now = await api.get('getIndicators', '/api/indicators?area=440307017&period=now')
  const previous = now.items.find(({ key }) => key === 'majorClosureDays')?.previous
  expect(previous).toBe(corrected[0]?.corrections?.[0]?.newValue)
})

test('decisions of the demo wait, the late one first, and tell what they are about', async () => {
  const { items } = await api.get('listDecisions', '/api/decisions?open=true')
  const demo = items.filter(({ by }) => by.startsWith('演示区'))
  expect(demo.map(({ overdue }) => overdue)).toEqual([true, false, false])
  for (const { name, code } of demo) expect(name).not.toBe(code)
})

test('the time of a campaign is the same in the database and on its page', async () => {
  const campaign = { startsOn: '2026-03-01', endsOn: '2026-03-11' }
  for (const offset of [-3, -1, 0, 1, 5, 10, 11, 40]) {
    const day = addDays(campaign.startsOn, offset)
    const [row] = await api.db.query(
      `SELECT ${timeProgressSql('$3::date')} AS used
       FROM (SELECT $1::date AS starts_on, $2::date AS ends_on) AS campaign`,
      [campaign.startsOn, campaign.endsOn, day],
    )
    expect(row?.['used'], day).toBeCloseTo(timeProgress(campaign, day), 10)
  }
})

test('a demo that is loaded anew begins without decisions, freezes and corrections', async () => {
  let left: unknown
  const undone = new Error('Other files want the demo as it is')
  const removal = api.db.transaction(async (transaction) => {
    await transaction.query(`SELECT set_config('app.bulk_load', 'on', true)`)
    await indicatorsPart.remove(transaction)
    const [row] = await transaction.query(
      `SELECT ((SELECT count(*) FROM decisions) + (SELECT count(*) FROM month_end_freezes)
         + (SELECT count(*) FROM frozen_indicators)
         + (SELECT count(*) FROM indicator_corrections))::integer AS n`,
    )
    left = row?.['n']
    throw undone
  })
  await expect(removal).rejects.toBe(undone)
  expect(left).toBe(0)
})
