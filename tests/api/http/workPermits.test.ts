import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
beforeAll(async () => {
  api = await serveWritable()
})
afterAll(() => api.close())

const HOUR = 3_600_000

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
  expect((await refusal({ longitude: 113.9, latitude: 22.6 })).detail).toContain('outside the park')
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

test('two reports of one place that come at once see each other', async () => {
  const both = await Promise.all(
    [0, 1].map(() =>
      api.request('/api/work-permits', {
        method: 'POST',
        body: permit({ ...hours(70, 2), overlapAccepted: undefined }).body,
      }),
    ),
  )
  expect(both.map(({ status }) => status).sort()).toEqual([201, 422])
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
