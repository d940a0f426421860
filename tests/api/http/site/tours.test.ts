import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TourStep } from '#data/domain/tours'
import { serveWritable, type Writable } from '../serveWritable.ts'
import { chooseParks, layOutSite } from './layOutSite.ts'

let api: Writable
let parks: Awaited<ReturnType<typeof chooseParks>>
let address: string
let step: TourStep
beforeAll(async () => {
  api = await serveWritable()
  parks = await chooseParks(api)
  const { code, areaCode, labelPoint } = parks.model
  const [longitude, latitude] = labelPoint
  address = `/api/parks/${code}/tour`
  step = {
    ...{ caption: '园区大门', longitude, latitude, zoom: 17, bearing: -20, pitch: 45, seconds: 8 },
    ...{ floor: null, layers: null, featureCode: null },
  }
  await api.db.query(
    `INSERT INTO park_tours (park_code, area_code, steps, changed_by, changed_at)
     VALUES ($1, $2, $3::jsonb, '演示数据', now()) ON CONFLICT (park_code) DO NOTHING`,
    [code, areaCode, JSON.stringify([step])],
  )
  await layOutSite(api, parks.model, [{ code: `${code}-G71`, kind: 'gate', wkt: 'POINT(2 2)' }])
})
afterAll(() => api.close())

const read = () => api.get('getTour', address)
const change = (version: number, steps: unknown[]) =>
  api.send('updateTour', address, { version, body: { steps } })
const refuse = async (fields: Partial<TourStep>) => {
  const { version } = await read()
  const body = { steps: [step, { ...step, ...fields }] }
  return api.refusal('updateTour', address, { version, body })
}

test('a walk is changed step by step, and every change is a version', async () => {
  const before = await read()
  const steps = [
    step,
    {
      ...step,
      caption: '消防控制室',
      floor: 1,
      layers: ['hydrant', 'fireLane'],
      featureCode: `${parks.model.code}-G71`,
    },
  ]
  const after = await change(before.version, steps)
  expect(after).toMatchObject({ steps, version: before.version + 1, changedBy: '演示管理员' })
  expect(await read()).toEqual({ ...after, asOf: expect.any(String) })
  const { headers } = await api.request(address)
  expect(headers.etag).toContain(`v${after.version}"`)
  // What changes nothing makes no version.
  expect((await change(after.version, steps)).version).toBe(after.version)
})

test('a change of what somebody else has changed is told who did, and what there is now', async () => {
  const { version } = await read()
  const theirs = [{ ...step, caption: '他人的说明' }]
  await change(version, theirs)
  const problem = await api.refusal('updateTour', address, {
    version,
    body: { steps: [{ ...step, caption: '我的说明' }] },
  })
  expect(problem.status).toBe(412)
  expect(problem.conflict).toMatchObject({
    version: version + 1,
    changes: [{ by: '演示管理员', fields: [{ field: 'steps', after: theirs }] }],
  })
  expect((await api.refusal('updateTour', address, { body: { steps: theirs } })).status).toBe(428)
})

test('a step stays with its park, and marks what stands there', async () => {
  const [longitude, latitude] = parks.model.labelPoint
  const away = await refuse({ latitude: latitude + 0.05 })
  expect(away).toMatchObject({ status: 422, parameters: [{ parameter: 'steps.1.longitude' }] })
  expect(away.detail).toMatch(/^Step 2 looks \d+ m outside .+ at most 500 m/)
  const elsewhere = await refuse({ featureCode: `${parks.ordinary.code}-B01` })
  expect(elsewhere.parameters).toMatchObject([{ parameter: 'steps.1.featureCode' }])
  expect((await refuse({ longitude: 200 })).status).toBe(400)
  expect((await refuse({ caption: '长'.repeat(81) })).status).toBe(400)
  expect((await refuse({ pitch: 80 })).status).toBe(400)
  // Beside the park, but near it.
  const { version } = await read()
  const [row] = await api.db.query('SELECT ST_XMax(geom) AS east FROM parks WHERE code = $1', [
    parks.model.code,
  ])
  const near = { ...step, longitude: Math.max(Number(row?.east), longitude) + 0.001 }
  expect((await change(version, [near])).steps).toEqual([near])
})

test('all walks come in the order of streets, each with its steps', async () => {
  const { items } = await api.get('listTours', '/api/tours')
  expect(items).toContainEqual(await read())
  const streets = items.map(({ areaCode }) => areaCode.slice(0, 9))
  expect(streets).toEqual(streets.toSorted())
})

test('an ordinary park has no walk', async () => {
  const other = `/api/parks/${parks.ordinary.code}/tour`
  expect((await api.problem(other)).status).toBe(404)
  const refusal = await api.refusal('updateTour', other, { version: 1, body: { steps: [step] } })
  expect(refusal.status).toBe(404)
})
