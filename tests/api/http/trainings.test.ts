import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
beforeAll(async () => {
  api = await serveWritable()
})
afterAll(() => api.close())

test('an enterprise that comes twice counts once; a withdrawn training not at all', async () => {
  const [enterprise] = await api.db.query(
    `SELECT code, area_code FROM enterprises WHERE retired_at IS NULL AND code NOT IN
       (SELECT enterprise_code FROM training_attendances) ORDER BY code LIMIT 1`,
  )
  const area = `/api/trainings/totals?area=${String(enterprise!.area_code)}`
  const trained = async () => (await api.get('getTrainingTotals', area)).coverage.trained
  const before = await trained()
  const body = {
    kind: 'responsibility',
    title: '主体责任补训',
    areaCode: String(enterprise!.area_code),
    heldOn: api.today,
    place: '社区会议室',
    organiser: '街道应急办',
    attendances: [{ enterpriseCode: String(enterprise!.code), persons: 2 }],
  }
  const first = await api.send('registerTraining', '/api/trainings', { body })
  const second = await api.send('registerTraining', '/api/trainings', { body })
  expect(first).toMatchObject({ enterprises: 1, persons: 2, attendances: [{ persons: 2 }] })
  expect(await trained()).toBe(before + 1)
  for (const { code } of [first, second]) {
    await api.send('withdrawTraining', `/api/trainings/${code}/withdrawal`, {
      body: { reason: '误登' },
    })
  }
  expect(await trained()).toBe(before)
})

test('persons of an area are those of its enterprises, and others where it held the training', async () => {
  const parties = await api.db.query(
    `SELECT DISTINCT ON (left(area_code, 9)) code, area_code FROM enterprises
     WHERE retired_at IS NULL ORDER BY left(area_code, 9), code LIMIT 2`,
  )
  const [here, there] = parties.map((row) => String(row.area_code).slice(0, 9))
  const persons = async (area: string) =>
    (await api.get('getTrainingTotals', `/api/trainings/totals?area=${area}`)).persons
  const areas = ['440307', here!, there!]
  const before = await Promise.all(areas.map(persons))
  await api.send('registerTraining', '/api/trainings', {
    body: {
      kind: 'special',
      title: '专题',
      areaCode: here,
      heldOn: api.today,
      place: '会议室',
      organiser: '街道',
      otherPersons: 100,
      otherEnterprises: 50,
      attendances: parties.map((row, index) => ({
        enterpriseCode: String(row.code),
        persons: 3 + index,
      })),
    },
  })
  const after = await Promise.all(areas.map(persons))
  expect(after.map((count, index) => count - before[index]!)).toEqual([107, 103, 4])
})

test('nobody, somebody twice and somebody unknown are refused by name', async () => {
  const refusal = (attendances: unknown[]) =>
    api.refusal('registerTraining', '/api/trainings', {
      body: {
        kind: 'special',
        title: '专题',
        areaCode: '440307003',
        heldOn: api.today,
        place: '会议室',
        organiser: '街道',
        attendances,
      },
    })
  const one = { enterpriseCode: 'DEMO-E-00001', persons: 1 }
  expect((await refusal([])).detail).toContain('Nobody')
  expect((await refusal([one, one])).detail).toContain('DEMO-E-00001 is named twice')
  expect((await refusal([{ ...one, enterpriseCode: 'NONE-1' }])).detail).toContain('NONE-1')
})
