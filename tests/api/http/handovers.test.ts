import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#data/domain/clock'
import { serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
beforeAll(async () => {
  api = await serveWritable()
})
afterAll(() => api.close())

test('everything open goes to another at once, and each record remembers', async () => {
  const point = await api.register({
    responsiblePerson: '演示离岗人Z01',
    guarantor: '演示离岗人Z01',
  })
  const enterprise = await api.send('createEnterprise', '/api/enterprises', {
    body: {
      parkCode: api.park.code,
      name: '试验机加工厂',
      industry: 'C33 金属制品业',
      headcount: 10,
      safetyOfficer: '演示离岗人Z01',
    },
  })
  const person = encodeURIComponent('演示离岗人Z01')
  const duties = await api.get('listDuties', `/api/duties?person=${person}`)
  expect(duties.counts).toEqual({
    hiddenDangerResponsible: 0,
    riskPointResponsible: 1,
    riskPointGuarantor: 1,
    enterpriseOfficer: 1,
  })
  expect(duties.items.map(({ code }) => code).sort()).toEqual(
    [enterprise.code, point.code, point.code].sort(),
  )
  const body = {
    areaCode: '440307',
    fromPerson: '演示离岗人Z01',
    toPerson: '演示接手人Z02',
    reason: '调离',
    expected: 3,
  }
  const stale = { body: { ...body, expected: 2 } }
  expect((await api.refusal('handOver', '/api/handovers', stale)).status).toBe(409)
  const self = { body: { ...body, toPerson: body.fromPerson } }
  expect((await api.refusal('handOver', '/api/handovers', self)).status).toBe(422)
  const handover = await api.send('handOver', '/api/handovers', { body })
  expect(handover).toMatchObject({ counts: duties.counts, handedBy: '演示管理员' })
  const after = await api.get('getRiskPoint', `/api/risk-points/${point.code}`)
  expect(after).toMatchObject({
    responsiblePerson: '演示接手人Z02',
    guarantor: '演示接手人Z02',
    version: 2,
  })
  expect(after.change.reason).toContain('人员移交')
  const { versions } = await api.get(
    'getEnterpriseHistory',
    `/api/enterprises/${enterprise.code}/history`,
  )
  expect(versions[0]?.fields).toMatchObject([{ field: 'safetyOfficer', after: '演示接手人Z02' }])
  const empty = await api.refusal('handOver', '/api/handovers', { body })
  expect(empty.detail).toContain('Nothing open names')
  const { items } = await api.get('listHandovers', '/api/handovers')
  expect(items[0]?.id).toBe(handover.id)
})

test('a day has one shift, the last that was set, until it is cleared', async () => {
  const day = addDays(api.today, 60)
  const set = (leader: string) =>
    api.send('setDutyShift', '/api/duty-shifts', {
      body: { areaCode: '440307', day, leader, officer: '演示值班员A01', phone: '演示号码' },
    })
  await set('演示带班领导A1')
  await set('演示带班领导A2')
  const address = `/api/duty-shifts?from=${day}&until=${day}`
  const { items } = await api.get('listDutyShifts', address)
  expect(items.map(({ leader }) => leader)).toEqual(['演示带班领导A2'])
  const clearing = { body: { areaCode: '440307', day } }
  await api.send('clearDutyShift', '/api/duty-shifts/clearing', clearing)
  expect((await api.get('listDutyShifts', address)).items).toEqual([])
  expect((await api.refusal('clearDutyShift', '/api/duty-shifts/clearing', clearing)).status).toBe(
    409,
  )
  expect((await api.get('listDutyShifts', '/api/duty-shifts')).items).toHaveLength(7)
})
