import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { addDays } from '#data/domain/clock'
import { serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
beforeAll(async () => {
  api = await serveWritable()
})
afterAll(() => api.close())

const HOUR = 3_600_000

describe('accidents and near misses', () => {
  const near = (fields: Record<string, unknown> = {}) => ({
    body: {
      kind: 'nearMiss',
      parkCode: api.park.code,
      occurredOn: api.today,
      accidentType: '物体打击',
      description: '吊物落在警戒区内',
      source: '企业自报',
      ...fields,
    },
  })
  const accident = (fields: Record<string, unknown> = {}) => ({
    body: {
      kind: 'accident',
      areaCode: '440307',
      occurredOn: api.today,
      deaths: 0,
      seriousInjuries: 1,
      description: '月报中的一起',
      source: '事故月报',
      ...fields,
    },
  })

  test('the demo tells district totals: 6 and 0; below the district 未接入, never 0', async () => {
    const district = await api.get('listAccidents', '/api/accidents')
    expect(district.present).toEqual({ accidents: 6, deaths: 0 })
    expect(district.yearBefore).toEqual({ accidents: 8, deaths: 0 })
    expect(district.connection).toMatchObject({ scopeLevel: 'district' })
    for (const area of ['440307003', api.park.areaCode]) {
      const answer = await api.get('listAccidents', `/api/accidents?area=${area}`)
      expect(answer.present).toBeNull()
      expect(answer.yearBefore).toBeNull()
      expect(answer.items.every(({ kind }) => kind === 'nearMiss')).toBe(true)
    }
  })

  test('near misses are registered by hand, and withdrawn once', async () => {
    const area = `/api/accidents?area=${api.park.areaCode}`
    const before = await api.get('listAccidents', area)
    const item = await api.send('registerAccident', '/api/accidents', near())
    expect(item).toMatchObject({ kind: 'nearMiss', grade: null, deaths: 0, withdrawn: null })
    expect((await api.get('listAccidents', area)).nearMisses).toBe(before.nearMisses + 1)
    const address = `/api/accidents/${item.code}/withdrawal`
    const sent = { body: { reason: '重复登记' } }
    expect((await api.send('withdrawAccident', address, sent)).withdrawn?.reason).toBe('重复登记')
    expect((await api.get('listAccidents', area)).nearMisses).toBe(before.nearMisses)
    expect((await api.refusal('withdrawAccident', address, sent)).status).toBe(409)
  })

  test('an accident is of the level its register tells of, graded by 493号令', async () => {
    const street = await api.refusal(
      'registerAccident',
      '/api/accidents',
      accident({ areaCode: '440307003' }),
    )
    expect(street.detail).toContain('by district')
    const early = await api.refusal(
      'registerAccident',
      '/api/accidents',
      accident({ occurredOn: '2001-01-01' }),
    )
    expect(early.detail).toContain('begins on')
    const item = await api.send('registerAccident', '/api/accidents', accident({ deaths: 3 }))
    expect(item.grade).toBe('larger')
    await api.send('withdrawAccident', `/api/accidents/${item.code}/withdrawal`, {
      body: { reason: '试填' },
    })
  })

  test('without a register every area is 未接入 and no accident is taken', async () => {
    await api.db.query('DELETE FROM data_connections')
    const answer = await api.get('listAccidents', '/api/accidents?year=2025')
    expect(answer).toMatchObject({ connection: null, present: null, yearBefore: null })
    const problem = await api.refusal('registerAccident', '/api/accidents', accident())
    expect(problem.detail).toContain('No register')
    const connection = {
      sourceName: '街道事故月报',
      scopeLevel: 'street',
      connectedOn: `${api.today.slice(0, 4)}-01-01`,
    }
    await api.send('connectDataSource', '/api/data-connections/accidents', { body: connection })
    const street = await api.get('listAccidents', '/api/accidents?area=440307003')
    expect(street.present).toEqual({ accidents: 0, deaths: 0 })
    expect(street.yearBefore).toBeNull()
  })
})

describe('work permits', () => {
  const now = () => Date.parse(`${api.today}T12:00:00+08:00`)
  const hours = (from: number, length: number) => ({
    startsAt: new Date(now() + from * HOUR).toISOString(),
    endsAt: new Date(now() + (from + length) * HOUR).toISOString(),
  })
  const permit = (fields: Record<string, unknown> = {}) => ({
    body: {
      kind: 'hotWork',
      parkCode: api.park.code,
      place: '维修区',
      content: '支架焊接',
      workers: 2,
      approver: '演示审批人A01',
      guardian: '演示监护人A01',
      overlapAccepted: true,
      ...hours(30, 4),
      ...fields,
    },
  })
  const report = (fields?: Record<string, unknown>) =>
    api.send('registerWorkPermit', '/api/work-permits', permit(fields))
  const refusal = (fields: Record<string, unknown>) =>
    api.refusal('registerWorkPermit', '/api/work-permits', permit(fields))

  test('states follow the clock: going on, to come, cancelled', async () => {
    const ongoing = await report({ ...hours(-48, 60), kind: 'workAtHeight', content: '屋面维修' })
    expect(ongoing).toMatchObject({ state: 'ongoing', longitude: api.park.labelPoint[0] })
    const coming = await report()
    expect(coming.state).toBe('reported')
    const { items, counts, total } = await api.get(
      'listWorkPermits',
      `/api/work-permits?park=${api.park.code}&state=ongoing`,
    )
    expect(items.map(({ code }) => code)).toContain(ongoing.code)
    expect(total).toBe(counts.ongoing)
    const early = await api.refusal('endWorkPermit', `/api/work-permits/${coming.code}/end`)
    expect(early.detail).toContain('Going on')
    const ended = await api.send('endWorkPermit', `/api/work-permits/${ongoing.code}/end`)
    expect(ended.state).toBe('ended')
    const sent = { body: { reason: '改期' } }
    const address = `/api/work-permits/${coming.code}/cancellation`
    expect((await api.send('cancelWorkPermit', address, sent)).state).toBe('cancelled')
    expect((await api.refusal('cancelWorkPermit', address, sent)).status).toBe(409)
  })

  test('hot work lasts eight hours at most, and confined space names who tested', async () => {
    expect((await refusal(hours(20, 9))).detail).toContain('8 hours')
    expect((await report(hours(20, 8))).kind).toBe('hotWork')
    const untested = await refusal({ kind: 'confinedSpace' })
    expect(untested.parameters).toMatchObject([{ parameter: 'tester' }])
    const nobody = await refusal({
      kind: 'confinedSpace',
      approver: undefined,
      guardian: undefined,
    })
    expect(nobody.detail).toContain('who approved it, who watches over it, who tested the air')
    expect((await report({ kind: 'confinedSpace', tester: '演示检测人A01' })).tester).toBe(
      '演示检测人A01',
    )
    expect((await refusal(hours(-9, 4))).detail).toContain('beforehand')
    expect((await refusal({ longitude: 113.9, latitude: 22.6 })).detail).toContain(
      'outside the park',
    )
  })

  test('work in the same place at the same time is told before it is taken', async () => {
    const first = await report(hours(50, 4))
    const problem = await refusal({ ...hours(53, 4), overlapAccepted: undefined })
    expect(problem.parameters).toMatchObject([{ parameter: 'overlapAccepted' }])
    expect(problem.detail).toContain(first.code)
    // It was not kept.
    expect((await report({ ...hours(54, 1), overlapAccepted: undefined })).overlaps).toEqual([])
    const second = await report(hours(52, 1))
    expect(second.overlaps).toEqual([first.code])
    const seen = await api.get('getWorkPermit', `/api/work-permits/${first.code}`)
    expect(seen.overlaps).toEqual([second.code])
  })

  test('what is known of it holds for a minute, not for the day', async () => {
    const tagOf = async (address: string) => (await api.request(address)).headers.etag
    const tags = async () => [await tagOf('/api/work-permits'), await tagOf('/api/enforcement')]
    const [permits, enforcement] = await tags()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
    try {
      const [later, same] = await tags()
      expect(later).not.toBe(permits)
      expect(same).toBe(enforcement)
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('trainings', () => {
  test('the demo: three quarters of the district, and every street adds up', async () => {
    const totals = await api.get('getTrainingTotals', '/api/trainings/totals')
    const { coverage, children, tenThousand } = totals
    expect(coverage.enterprises).toBe(3240)
    expect(coverage.trained / coverage.enterprises).toBeCloseTo(0.76, 2)
    expect(children).toHaveLength(11)
    expect(children.reduce((sum, { trained }) => sum + trained, 0)).toBe(coverage.trained)
    const share = (name: string) => {
      const child = children.find(({ areaName }) => areaName.startsWith(name))!
      return child.trained / child.enterprises
    }
    expect(share('宝龙')).toBeGreaterThan(share('横岗'))
    expect(tenThousand.target).toBe(10_000)
    expect(tenThousand.attendances).toBeGreaterThan(7_500)
    expect(tenThousand.attendances).toBeLessThan(10_000)
  })

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
})

describe('handovers and the duty roster', () => {
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
    expect(
      (await api.refusal('clearDutyShift', '/api/duty-shifts/clearing', clearing)).status,
    ).toBe(409)
    expect((await api.get('listDutyShifts', '/api/duty-shifts')).items).toHaveLength(7)
  })
})
