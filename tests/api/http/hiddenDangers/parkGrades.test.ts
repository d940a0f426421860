import { afterAll, beforeAll, expect, test } from 'vitest'
import type { GradingDetail } from '#data/contract/parkRecordResponses'
import { ACCEPTANCE_ITEM_ORDER, ACCEPTANCE_ITEMS } from '#data/domain/acceptance'
import { serveWritable, type Writable } from '../serveWritable.ts'
import { addressOf, hiddenDangerRecords, type HiddenDangerRecords } from './records.ts'

let api: Writable
let records: HiddenDangerRecords
beforeAll(async () => {
  api = await serveWritable()
  records = hiddenDangerRecords(api)
})
afterAll(() => api.close())

const BASIS = '应急管理部令第10号第11条(十)'
const assess = { action: 'assess', severity: 'major', basis: BASIS } as const
const used = new Set<string>()
/** A park of a grade with nothing under way and nothing suspected, that no test took before. */
async function freePark(grade: string): Promise<string> {
  const { items } = await api.get('listParkRecords', '/api/park-records')
  const barred = await api.db.query(
    `SELECT DISTINCT park_code AS code FROM hidden_dangers WHERE closed_at IS NULL AND
       (severity = 'major' OR suspected_major)`,
  )
  const codes = new Set([...used, ...barred.map(({ code }) => code)])
  const park = items.find(
    (each) => each.grade === grade && each.pendingState === null && !codes.has(each.code),
  )!
  used.add(park.code)
  return park.code
}
const recordOf = (code: string) => api.get('getParkRecord', `/api/park-records/${code}`)
const versionsOf = async (code: string) =>
  (await api.get('getParkHistory', `/api/park-records/${code}/history`)).versions

const full = ACCEPTANCE_ITEM_ORDER.map((item) => ({ item, points: ACCEPTANCE_ITEMS[item].points }))
const scored = (action: string) => ({
  ...{
    action,
    party: action === 'submit' ? 'park' : 'government',
    evaluator: `演示评价人(${action})`,
    scores: full,
  },
})
const gradingAddress = ({ id }: GradingDetail) => `/api/park-gradings/${id}/events`
const step = (grading: GradingDetail, action: string) =>
  api.send('actOnGrading', gradingAddress(grading), {
    body: scored(action),
    version: grading.version,
  })
async function beforeApproval(parkCode: string): Promise<GradingDetail> {
  const body = { parkCode, purpose: 'grading' }
  const opened = await api.send('openGrading', '/api/park-gradings', { body })
  return step(await step(opened, 'submit'), 'passStreet')
}

test.each(['A', 'B'])(
  'an assessment as major takes a park of %s to C, told by its history',
  async (grade) => {
    const parkCode = await freePark(grade)
    const before = (await versionsOf(parkCode)).length
    const record = await records.act(await records.register({ parkCode }), assess)
    expect(await recordOf(parkCode)).toMatchObject({
      grade: 'C',
      change: { kind: 'regrade', by: '演示管理员', reason: expect.stringContaining(record.code) },
    })
    const versions = await versionsOf(parkCode)
    expect(versions).toHaveLength(before + 1)
    expect(versions[0]?.fields).toEqual([{ field: 'grade', before: grade, after: 'C' }])
  },
)

test('so does one that is assessed anew, and one that stays general does not', async () => {
  const parkCode = await freePark('B')
  const assessed = await records.act(await records.register({ parkCode }), {
    action: 'assess',
    severity: 'general',
  })
  expect((await recordOf(parkCode)).grade).toBe('B')
  await records.act(assessed, { action: 'reassess', severity: 'major', basis: BASIS })
  expect((await recordOf(parkCode)).grade).toBe('C')
})

test('a park of C or D stays what it is, without a version', async () => {
  for (const grade of ['C', 'D']) {
    const parkCode = await freePark(grade)
    const before = (await versionsOf(parkCode)).length
    await records.act(await records.register({ parkCode }), assess)
    expect((await recordOf(parkCode)).grade).toBe(grade)
    expect(await versionsOf(parkCode)).toHaveLength(before)
  }
})

test('an assessment that is refused lowers nothing', async () => {
  const parkCode = await freePark('A')
  const record = await records.register({ parkCode })
  const without = await records.refuse(record, { action: 'assess', severity: 'major' })
  expect(without.status).toBe(422)
  expect((await records.refuse({ ...record, version: 7 }, assess)).status).toBe(412)
  expect((await recordOf(parkCode)).grade).toBe('A')
})

test('what is suspected and not assessed bars A and B, by its name, until it is assessed', async () => {
  const parkCode = await freePark('B')
  const grading = await beforeApproval(parkCode)
  const suspected = await records.register({ parkCode, suspectedMajor: true })
  const ask = () =>
    api.problem(gradingAddress(grading), {
      method: 'POST',
      headers: { 'If-Match': `"${grading.version}"`, 'Accept-Language': 'zh-CN' },
      body: scored('approve'),
    })
  const problem = await ask()
  expect(problem.status).toBe(422)
  expect(problem.detail).toContain('1 处疑似重大事故隐患待核定')
  expect(problem.detail).toContain(suspected.code)
  const returned = await records.act(suspected, { action: 'returnToRegistrant', reason: '试验' })
  expect((await ask()).status).toBe(422)
  const { openMajors } = await api.get('getGrading', `/api/park-gradings/${grading.id}`)
  expect(openMajors).toMatchObject([{ code: suspected.code, suspected: true }])
  const back = await records.act(returned, { action: 'resubmit', note: '已补' })
  await records.act(back, { action: 'assess', severity: 'general' })
  expect(await step(grading, 'approve')).toMatchObject({ outcome: 'A', openMajors: [] })
})

test('a grading and an assessment at once: whoever is first, no A beside an open one', async () => {
  for (const assessFirst of [true, false]) {
    const parkCode = await freePark('B')
    const grading = await beforeApproval(parkCode)
    const record = await records.register({ parkCode })
    const sends = [
      () =>
        api.request(addressOf(record, 'events'), {
          method: 'POST',
          headers: { 'If-Match': `"${record.version}"` },
          body: assess,
        }),
      () =>
        api.request(gradingAddress(grading), {
          method: 'POST',
          headers: { 'If-Match': `"${grading.version}"` },
          body: scored('approve'),
        }),
    ]
    await Promise.all((assessFirst ? sends : sends.reverse()).map((send) => send()))
    const assessed = await api.get('getHiddenDanger', addressOf(record))
    expect(assessed.severity).toBe('major')
    expect((await recordOf(parkCode)).grade).toBe('C')
  }
})
