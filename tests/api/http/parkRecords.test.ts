import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ParkRecord } from '#data/contract/parkRecordResponses'
import { serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
beforeAll(async () => {
  api = await serveWritable()
})
afterAll(() => api.close())

const addressOf = (code: string, action = '') =>
  `/api/park-records/${code}${action && `/${action}`}`
const read = (code: string) => api.get('getParkRecord', addressOf(code))
const items = async () => (await api.get('listParkRecords', '/api/park-records')).items

test('a record holds the chain, the organisation, stages in order and drills', async () => {
  const [found] = (await items()).filter(
    ({ hasStation, stage }) => hasStation && stage === 'lasting',
  )
  const record = await read(found!.code)
  expect(record.tenants).toHaveLength(found!.enterprises)
  expect(record.stages.map(({ stage }) => stage)).toEqual([
    'plan',
    'mobilisation',
    'rectification',
    'acceptance',
    'exchange',
    'lasting',
  ])
  const days = record.stages.map(({ enteredOn }) => enteredOn)
  expect(days).toEqual([...days].sort())
  expect(record.drills.length).toBeGreaterThanOrEqual(6)
  expect(new Set(record.fourParty.map(({ party }) => party)).size).toBe(4)
  expect(record.gradings.map(({ purpose, state, outcome }) => [purpose, state, outcome])).toEqual(
    expect.arrayContaining([
      ['grading', 'effective', record.grade],
      ['acceptance', 'effective', 'passed'],
    ]),
  )
  expect(record.gradings.map(({ outcome }) => outcome)).not.toContain('failed')
})

test('an officer corrects the organisation, with a version, a reason and a history', async () => {
  const before = await read(api.park.code)
  const body = {
    safetyHead: '演示安全主任A99',
    safetyStaffFullTime: 4,
    systemDocuments: ['fire', 'leasing'],
    problemTags: ['disorder'],
    reason: '现场核对',
  }
  const after = await api.send('updateParkRecord', addressOf(api.park.code), {
    body,
    version: before.version,
  })
  expect(after).toMatchObject({
    safetyHead: '演示安全主任A99',
    systemDocuments: ['fire', 'leasing'],
    version: before.version + 1,
    change: { kind: 'edit', by: '演示管理员', reason: '现场核对' },
  })
  const stale = await api.refusal('updateParkRecord', addressOf(api.park.code), {
    body,
    version: before.version,
  })
  expect(stale).toMatchObject({ status: 412, conflict: { version: after.version } })
  const { versions } = await api.get('getParkHistory', addressOf(api.park.code, 'history'))
  expect(versions[0]!.fields.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['safetyHead', 'safetyStaffFullTime', 'problemTags']),
  )
  // The map and its tags follow at once.
  const { features } = await api.get('listParks', '/api/parks')
  const park = features.find(({ properties }) => properties.code === api.park.code)
  expect(park?.properties.problemTags).toEqual(['disorder'])
})

/** A park at a stage, without an acceptance that was passed. */
async function parkAt(stage: ParkRecord['stage']): Promise<ParkRecord> {
  for (const { code, stage: at } of await items()) {
    if (at !== stage) continue
    const record = await read(code)
    const passed = record.gradings.some(({ outcome }) => outcome === 'passed')
    if (!passed) return record
  }
  throw new Error(`no park at ${stage}`)
}
const enter = (park: ParkRecord, body: Record<string, unknown>) => ({
  body: { enteredOn: api.today, ...body },
  version: park.version,
})

test('a stage follows the one before it; the way back needs its reason', async () => {
  const park = await parkAt('mobilisation')
  const address = addressOf(park.code, 'stages')
  const skipped = await api.refusal('enterParkStage', address, enter(park, { stage: 'acceptance' }))
  expect(skipped).toMatchObject({ status: 422 })
  expect(skipped.detail).toContain('Rectification')
  const early = enter(park, { stage: 'rectification', enteredOn: '2020-01-01' })
  expect((await api.refusal('enterParkStage', address, early)).detail).toContain('began on')
  const future = enter(park, { stage: 'rectification', enteredOn: '2199-01-01' })
  expect((await api.refusal('enterParkStage', address, future)).detail).toContain('not come yet')
  const next = await api.send('enterParkStage', address, enter(park, { stage: 'rectification' }))
  expect(next).toMatchObject({ stage: 'rectification', version: park.version + 1 })
  expect(next.stages.at(-1)).toMatchObject({ stage: 'rectification', enteredOn: api.today })
  const back = enter(next, { stage: 'mobilisation' })
  expect((await api.refusal('enterParkStage', address, back)).detail).toContain('reason')
  const returned = enter(next, { stage: 'mobilisation', note: '整治方案须重做' })
  expect((await api.send('enterParkStage', address, returned)).stage).toBe('mobilisation')
})

test('现场交流 follows only a passed acceptance', async () => {
  const park = await parkAt('acceptance')
  const address = addressOf(park.code, 'stages')
  const refused = await api.refusal('enterParkStage', address, enter(park, { stage: 'exchange' }))
  expect(refused.detail).toContain('acceptance')
  const passed = (await items()).filter(({ stage }) => stage === 'acceptance')
  for (const { code } of passed) {
    const record = await read(code)
    if (!record.gradings.some(({ outcome }) => outcome === 'passed')) continue
    const moved = await api.send(
      'enterParkStage',
      addressOf(code, 'stages'),
      enter(record, { stage: 'exchange' }),
    )
    expect(moved.stage).toBe('exchange')
    return
  }
  throw new Error('no park has passed')
})

test('entries of the four parties and drills are written once', async () => {
  const entry = {
    party: 'association',
    organisation: '演示行业协会',
    happenedOn: api.today,
    description: '指导验收',
  }
  const address = addressOf(api.park.code, 'four-party')
  const { fourParty } = await api.send('addFourPartyEntry', address, { body: entry })
  expect(fourParty[0]).toMatchObject({ ...entry, registeredBy: '演示管理员' })
  expect(await api.refusal('addFourPartyEntry', address, { body: entry })).toMatchObject({
    status: 409,
  })
  const withStation = (await items()).find(({ hasStation }) => hasStation)!
  const drill = {
    testedAt: `${api.today}T08:10:00+08:00`,
    arrivalSeconds: 175,
    people: 6,
    testedBy: '演示安监员A01',
  }
  const drills = addressOf(withStation.code, 'drills')
  const record = await api.send('addStationDrill', drills, { body: drill })
  expect(record.drills.find(({ arrivalSeconds }) => arrivalSeconds === 175)).toBeDefined()
  expect((await api.refusal('addStationDrill', drills, { body: drill })).status).toBe(409)
  const without = (await items()).find(({ hasStation }) => !hasStation)!
  const refused = await api.refusal('addStationDrill', addressOf(without.code, 'drills'), {
    body: drill,
  })
  expect(refused).toMatchObject({ status: 422 })
  await expect(api.db.query('UPDATE station_drills SET arrival_seconds = 0')).rejects.toThrow()
})

test('about 85 % of the drills of this quarter were there in three minutes', async () => {
  const quarter = `${api.today.slice(0, 5)}10-01`
  const [row] = await api.db.query(
    `SELECT count(*)::integer AS tests,
       count(*) FILTER (WHERE arrival_seconds <= 180)::integer AS there
     FROM station_drills WHERE tested_at >= $1::date AND registered_by <> '演示管理员'`,
    [quarter],
  )
  expect(row!.tests).toBeGreaterThan(200)
  const share = (row!.there as number) / (row!.tests as number)
  expect(share).toBeGreaterThan(0.83)
  expect(share).toBeLessThan(0.87)
})
