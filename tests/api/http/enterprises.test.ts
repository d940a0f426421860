import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
let building: string
beforeAll(async () => {
  api = await serveWritable()
  const park = await api.get('getPark', `/api/parks/${api.park.code}`)
  building = park.buildings.features[0]?.properties.code ?? ''
})
afterAll(() => api.close())

const create = (fields: Record<string, unknown> = {}) =>
  api.send('createEnterprise', '/api/enterprises', {
    body: {
      parkCode: api.park.code,
      name: '试验家具厂',
      industry: 'C21 家具制造业',
      headcount: 40,
      highRiskClass: 'dust',
      dustWorkers: 12,
      buildingCode: building,
      floor: '2层',
      propertyOwner: '试验股份合作公司(演示)',
      operator: '试验运营方(演示)',
      ...fields,
    },
  })
const addressOf = ({ code }: { code: string }, action = '') =>
  `/api/enterprises/${code}${action && `/${action}`}`

test('an enterprise stands in a building with its chain of owners, and is counted', async () => {
  const before = await api.get('getSummary', `/api/summary?area=${api.park.areaCode}`)
  const enterprise = await create()
  expect(enterprise).toMatchObject({
    buildingName: '1栋',
    floor: '2层',
    propertyOwner: '试验股份合作公司(演示)',
    operator: '试验运营方(演示)',
    sublessor: null,
    fictitious: true,
    riskPoints: { total: 0 },
    version: 1,
  })
  const after = await api.get('getSummary', `/api/summary?area=${api.park.areaCode}`)
  expect(after.enterprises).toBe(before.enterprises + 1)
})

test('the demo tells of every link of the chain', async () => {
  const [row] = await api.db.query(
    `SELECT count(*) AS all, count(building_code) AS placed, count(property_owner) AS owned,
       count(sublessor) AS sublet FROM enterprises WHERE code LIKE 'DEMO-%'`,
  )
  const { all, placed, owned, sublet } = row as Record<string, number>
  expect(all).toBe(3240)
  expect(placed! / all!).toBeGreaterThan(0.95)
  expect(placed! / all!).toBeLessThan(1)
  expect(owned! / all!).toBeGreaterThan(0.9)
  expect(sublet! / all!).toBeGreaterThan(0.1)
})

test('edited, undone, retired and restored, each a version', async () => {
  const enterprise = await create()
  const edited = await api.send('updateEnterprise', addressOf(enterprise), {
    body: { sublessor: '试验二房东(演示)', headcount: 60, reason: '核实' },
    version: 1,
  })
  expect(edited).toMatchObject({ sublessor: '试验二房东(演示)', headcount: 60, floor: '2层' })
  const body = { reason: '测试' }
  const undone = await api.send('undoEnterprise', addressOf(enterprise, 'undo'), {
    body,
    version: 2,
  })
  expect(undone).toMatchObject({ sublessor: null, headcount: 40 })
  await api.send('retireEnterprise', addressOf(enterprise, 'retire'), { body, version: 3 })
  const park = await api.get('getPark', `/api/parks/${api.park.code}`)
  expect(park.enterprises.map(({ code }) => code)).not.toContain(enterprise.code)
  expect(park.retiredEnterprises.map(({ code }) => code)).toContain(enterprise.code)
  await api.send('restoreEnterprise', addressOf(enterprise, 'restore'), { body, version: 4 })
  const { versions } = await api.get('getEnterpriseHistory', addressOf(enterprise, 'history'))
  expect(versions.map(({ kind }) => kind)).toEqual(['restore', 'retire', 'undo', 'edit', 'create'])
  expect(versions[3]?.fields.map(({ field }) => field).sort()).toEqual(['headcount', 'sublessor'])
})

test('while risk points name it, it stays', async () => {
  const enterprise = await create()
  const point = await api.register({ enterpriseCode: enterprise.code })
  expect(point.enterpriseName).toBe('试验家具厂')
  const retire = { body: { reason: '搬走' }, version: 1 }
  const problem = await api.refusal('retireEnterprise', addressOf(enterprise, 'retire'), retire)
  expect(problem).toMatchObject({
    status: 409,
    detail: expect.stringContaining('1 registered risk points'),
  })
})

test.each([
  [{ industry: 'C99 没有的行业' }, 422, 'industry'],
  [{ industry: 'C33 家具制造业' }, 422, 'industry'],
  [{ buildingCode: 'DEMO-P-276-B01' }, 422, 'buildingCode'],
  [{ parkCode: 'NO-PARK' }, 422, 'parkCode'],
  [{ headcount: 0 }, 400, 'headcount'],
  [{ headcount: 1e308 }, 400, 'headcount'],
  [{ headcount: 1.5 }, 400, 'headcount'],
])('%j is refused', async (fields, status, field) => {
  const answer = await api.problem('/api/enterprises', {
    method: 'POST',
    body: {
      parkCode: api.park.code,
      name: '试验家具厂',
      industry: 'C21 家具制造业',
      headcount: 40,
      ...fields,
    },
  })
  expect(answer.status).toBe(status)
  expect(answer.parameters?.map(({ parameter }) => parameter)).toEqual([field])
})
