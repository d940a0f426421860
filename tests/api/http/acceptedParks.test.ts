import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checklistOf } from '#data/domain/campaigns'
import { serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
beforeAll(async () => {
  api = await serveWritable()
})
afterAll(() => api.close())

const PARKS = 'DEMO-ZX-PARK'
const read = (code: string) => api.get('getParkRecord', `/api/park-records/${code}`)
const passedAt = async (stage: string) => {
  const { items } = await api.get('listParkRecords', '/api/park-records')
  for (const { code } of items.filter((park) => park.stage === stage)) {
    const record = await read(code)
    if (record.gradings.some((each) => each.outcome === 'passed' && each.state === 'effective'))
      return record
  }
  throw new Error(`no accepted park at ${stage}`)
}
/** A 重大事故隐患 of a park as it was loaded. */
const insertMajor = (parkCode: string) =>
  api.db.transaction(async (transaction) => {
    await transaction.query(`SELECT set_config('app.bulk_load', 'on', true)`)
    await transaction.query(
      `INSERT INTO hidden_dangers (code, area_code, park_code, source, category, location,
         description, severity, severity_basis, state, handling_level, found_on, registered_by,
         registered_department, registered_at, deadline, fictitious, search_key)
       SELECT 'T-' || park.code, park.area_code, park.code, source, category, location, description,
         'major', '令10 第四条', 'pendingAssignment', handling_level, found_on, registered_by,
         registered_department, registered_at, deadline, danger.fictitious, danger.search_key
       FROM parks AS park, hidden_dangers AS danger
       WHERE park.code = $1 AND NOT danger.on_the_spot LIMIT 1`,
      [parkCode],
    )
  })

test('a 重大事故隐患 after the acceptance is told, and keeps the park from the next stage', async () => {
  const before = await passedAt('acceptance')
  expect(before.majorSinceAcceptance).toBe(0)
  await insertMajor(before.code)
  const record = await read(before.code)
  expect(record.majorSinceAcceptance).toBe(1)
  const { items } = await api.get('listParkRecords', '/api/park-records')
  expect(items.find(({ code }) => code === record.code)?.majorSinceAcceptance).toBe(1)
  expect(items.filter(({ majorSinceAcceptance }) => majorSinceAcceptance > 0)).toHaveLength(1)
  const card = await api.get('getPark', `/api/parks/${record.code}`)
  expect(card.majorSinceAcceptance).toBe(1)
  const refused = await api.refusal('enterParkStage', `/api/park-records/${record.code}/stages`, {
    body: { stage: 'exchange', enteredOn: api.today },
    version: record.version,
  })
  expect(refused).toMatchObject({ status: 422 })
  expect(refused.detail).toContain('opened after the acceptance')
})

test('the campaign accepts no park with a 重大事故隐患 after its acceptance', async () => {
  const { code } = await passedAt('lasting')
  const { items } = await api.get(
    'listCampaignTargets',
    `/api/campaigns/${PARKS}/targets?park=${code}`,
  )
  const id = items[0]!.id
  const act = (version: number, body: unknown) =>
    api.send('actOnCampaignTarget', `/api/campaign-targets/${id}/events`, { body, version })
  const target = await api.get('getCampaignTarget', `/api/campaign-targets/${id}`)
  expect(target.state).toBe('accepted')
  const reopened = await act(target.version, {
    action: 'reopen',
    reason: '回头看',
    deadline: '2027-01-31',
  })
  const pending = await act(reopened.version, { action: 'submitForAcceptance' })
  // Whoever was accepted stays so in what was: the steps carry the day.
  const accepted = pending.events.find(({ action }) => action === 'accept')
  expect(accepted?.happenedOn).toBe(target.acceptedOn)
  await insertMajor(code)
  const results = Object.fromEntries(
    Object.keys(checklistOf('parkRectification')).map((item) => [item, 'conforms']),
  )
  const refused = await api.refusal('actOnCampaignTarget', `/api/campaign-targets/${id}/events`, {
    body: { action: 'accept', results },
    version: pending.version,
  })
  expect(refused.detail).toContain('after its acceptance')
})

test('the acceptance of every target stands in its steps', async () => {
  const rows = await api.db.query(
    `SELECT target.id FROM campaign_targets AS target
     WHERE target.accepted_on IS DISTINCT FROM (
       SELECT CASE WHEN step.action = 'accept' THEN step.happened_on END
       FROM campaign_target_events AS step
       WHERE step.target_id = target.id AND step.action IN ('accept', 'reopen')
       ORDER BY step.sequence DESC LIMIT 1)`,
  )
  expect(rows).toEqual([])
})

test('a campaign that is sent twice is opened once', async () => {
  const body = {
    ...{ kind: 'ammonia', name: '涉氨夜查', documentNumber: '龙安演示〔2026〕21号' },
    ...{ startsOn: '2026-11-20', endsOn: '2026-12-31', description: '夜查' },
  }
  const key = randomUUID()
  const post = () =>
    api.request('/api/campaigns', { method: 'POST', headers: { 'Idempotency-Key': key }, body })
  const answers = [await post(), await post()]
  expect(answers.map(({ status }) => status)).toEqual([201, 201])
  const { items } = await api.get('listCampaigns', '/api/campaigns')
  expect(items.filter(({ name }) => name === body.name)).toHaveLength(1)
})

test('an administrator moves a record on and never makes it another one', async () => {
  const allowed = async (table: string) =>
    (
      await api.db.query(
        `SELECT attname FROM pg_attribute
         WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
           AND has_column_privilege('longgang_administrator', $1::regclass, attname, 'UPDATE')
         ORDER BY attname`,
        [table],
      )
    ).map(({ attname }) => attname)
  expect(await allowed('park_gradings')).toEqual([
    ...['decided_at', 'outcome', 'state', 'total', 'version'],
  ])
  expect(await allowed('campaign_targets')).toEqual([
    ...['accepted_on', 'checked_on', 'deadline', 'exclusion_reason', 'results', 'state'],
    'version',
  ])
})

test('a record tells how many of its enterprises were trained this year', async () => {
  const rows = await api.db.query(
    `SELECT taken.park_code AS code, taken.enterprise_code AS enterprise
     FROM training_attendances AS taken JOIN trainings ON trainings.id = taken.training_id
     WHERE trainings.withdrawn_at IS NULL
       AND taken.held_on BETWEEN $1::date AND $2::date`,
    [`${api.today.slice(0, 4)}-01-01`, api.today],
  )
  const code = String(rows[0]!.code)
  const own = rows.filter((row) => row.code === code)
  const { trainings } = await read(code)
  expect(trainings.enterprises).toBe(new Set(own.map(({ enterprise }) => enterprise)).size)
  expect(trainings.attendances).toBe(own.length)
})
