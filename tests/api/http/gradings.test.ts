import { afterAll, beforeAll, expect, test } from 'vitest'
import type { GradingDetail } from '#data/contract/parkRecordResponses'
import { ACCEPTANCE_ITEM_ORDER, ACCEPTANCE_ITEMS } from '#data/domain/acceptance'
import { serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
beforeAll(async () => {
  api = await serveWritable()
})
afterAll(() => api.close())

const addressOf = (id: number, action = '') => `/api/park-gradings/${id}${action && `/${action}`}`

/** Every item in full, but for so many points that are taken off one after the other. */
function scoresTo(total: number) {
  let left = 100 - total
  return ACCEPTANCE_ITEM_ORDER.map((item) => {
    const off = Math.min(left, ACCEPTANCE_ITEMS[item].points)
    left -= off
    const points = ACCEPTANCE_ITEMS[item].points - off
    return off > 0 ? { item, points, evidence: '现场查看' } : { item, points }
  })
}
const scored = (action: string, total: number, more: Record<string, unknown> = {}) => ({
  action,
  party: action === 'submit' ? 'park' : 'government',
  evaluator: `演示评价人(${action})`,
  scores: scoresTo(total),
  ...more,
})
const act = (grading: GradingDetail, body: unknown) =>
  api.send('actOnGrading', addressOf(grading.id, 'events'), { body, version: grading.version })
const refusal = (grading: GradingDetail, body: unknown) =>
  api.refusal('actOnGrading', addressOf(grading.id, 'events'), { body, version: grading.version })

const used = new Set<string>()
/** A park of a grade without anything under way, that no test took before. */
async function freePark(grade: string) {
  const { items } = await api.get('listParkRecords', '/api/park-records')
  const park = items.find(
    (each) =>
      each.grade === grade &&
      each.pendingState === null &&
      each.openMajor === 0 &&
      !used.has(each.code),
  )!
  used.add(park.code)
  return park
}
const open = async (grade: string, purpose = 'grading') => {
  const { code: parkCode } = await freePark(grade)
  return api.send('openGrading', '/api/park-gradings', { body: { parkCode, purpose } })
}
const parkOf = ({ parkCode }: GradingDetail) =>
  api.get('getParkRecord', `/api/park-records/${parkCode}`)

/** A 重大事故隐患 that is not closed; loaded in bulk, because only its state counts here. */
const insertMajor = (parkCode: string, areaCode: string) =>
  api.db.transaction(async (transaction) => {
    await transaction.query(`SELECT set_config('app.bulk_load', 'on', true)`)
    await transaction.query(
      `INSERT INTO hidden_dangers (code, area_code, park_code, source, category, location,
         description, severity, severity_basis, state, handling_level, found_on, registered_by,
         registered_department, registered_at, deadline, fictitious, search_key)
       VALUES ($3, $2, $1, 'check', 'fire', '抛光车间', '积尘严重', 'major', '第11条(十)',
         'rectifying', 'street', '2026-11-20', '试', '试', '2026-11-20T08:00:00Z', '2026-12-20',
         true, '')`,
      [parkCode, areaCode, `TEST-${parkCode}`],
    )
  })
const closeMajor = (parkCode: string) =>
  api.db.transaction(async (transaction) => {
    await transaction.query(`SELECT set_config('app.bulk_load', 'on', true)`)
    await transaction.query(
      `UPDATE hidden_dangers SET state = 'closed', closed_at = '2026-11-23T00:00:00Z'
       WHERE code = $1`,
      [`TEST-${parkCode}`],
    )
  })

test('the self-assessment is the park’s, and nobody reviews what they scored', async () => {
  const opened = await open('B')
  const byOthers = scored('submit', 95, { party: 'government' })
  expect((await refusal(opened, byOthers)).detail).toMatch(/choose the park/)
  const submitted = await act(opened, scored('submit', 95, { evaluator: '演示评价人A' }))
  const own = scored('passStreet', 95, { party: 'park' })
  expect((await refusal(submitted, own)).detail).toMatch(/not made by the park/)
  const same = scored('passStreet', 95, { evaluator: '演示评价人A' })
  expect((await refusal(submitted, same)).detail).toMatch(/scored another stage/)
  expect((await act(submitted, scored('passStreet', 95))).state).toBe('districtReview')
})

test('自评 → 街道审核 → 区级复核 → 生效 gives the park its grade, and the history tells it', async () => {
  const opened = await open('B')
  expect(opened).toMatchObject({ state: 'selfAssessment', version: 1, gradeBefore: 'B' })
  expect(opened.possibleActions).toEqual(['submit', 'withdraw'])
  const submitted = await act(opened, scored('submit', 95, { party: 'park' }))
  expect(submitted).toMatchObject({ state: 'streetReview', total: 95, outcome: 'A', version: 2 })
  const passed = await act(submitted, scored('passStreet', 92))
  expect(passed).toMatchObject({ state: 'districtReview', total: 92 })
  expect((await parkOf(passed)).grade).toBe('B')
  const effective = await act(passed, scored('approve', 90.5, { party: 'association' }))
  expect(effective).toMatchObject({ state: 'effective', total: 90.5, outcome: 'A' })
  expect(effective.possibleActions).toEqual([])
  expect(effective.events.map(({ action, total }) => [action, total])).toEqual([
    ['open', null],
    ['submit', 95],
    ['passStreet', 92],
    ['approve', 90.5],
  ])
  const park = await parkOf(effective)
  expect(park).toMatchObject({ grade: 'A', change: { kind: 'regrade' } })
  const { versions } = await api.get('getParkHistory', `/api/park-records/${park.code}/history`)
  expect(versions[0]!.fields).toEqual([{ field: 'grade', before: 'B', after: 'A' }])
})

test('退回 at each stage, 撤回 before the district, and every other edge is refused', async () => {
  const opened = await open('C')
  for (const action of ['passStreet', 'approve']) {
    const refused = await refusal(opened, scored(action, 70))
    expect(refused).toMatchObject({ status: 422 })
    expect(refused.detail).toContain('Self-assessment')
  }
  for (const action of ['returnToPark', 'returnToStreet']) {
    expect((await refusal(opened, { action, reason: '材料不全' })).status).toBe(422)
  }
  const submitted = await act(opened, scored('submit', 70))
  expect((await refusal(submitted, scored('submit', 70))).status).toBe(422)
  const returned = await act(submitted, { action: 'returnToPark', reason: '缺依据' })
  expect(returned).toMatchObject({ state: 'selfAssessment', total: 70 })
  expect(returned.events.at(-1)).toMatchObject({ note: '缺依据', scores: null })
  const again = await act(returned, scored('submit', 68))
  const passed = await act(again, scored('passStreet', 66))
  expect((await refusal(passed, { action: 'withdraw', reason: '不办了' })).status).toBe(422)
  const back = await act(passed, { action: 'returnToStreet', reason: '复核不一致' })
  expect(back.state).toBe('streetReview')
  const withdrawn = await act(back, { action: 'withdraw', reason: '园区改造' })
  expect(withdrawn).toMatchObject({ state: 'withdrawn', possibleActions: [] })
  expect((await refusal(withdrawn, scored('submit', 70))).status).toBe(422)
  expect((await parkOf(withdrawn)).grade).toBe('C')
})

test('an open 重大事故隐患 forbids A and B at every stage, and the refusal names it', async () => {
  const opened = await open('C')
  await insertMajor(opened.parkCode, opened.areaCode)
  const blocked = await refusal(opened, scored('submit', 80))
  expect(blocked.status).toBe(422)
  expect(blocked.detail).toContain(`TEST-${opened.parkCode}`)
  expect(blocked.detail).toContain('积尘严重')
  const lowered = { outcome: 'C', overrideReason: '重大事故隐患未销号' }
  const submitted = await act(opened, scored('submit', 80, lowered))
  expect(submitted).toMatchObject({ outcome: 'C', total: 80, openMajor: 1 })
  expect((await refusal(submitted, scored('passStreet', 91))).status).toBe(422)
  const passed = await act(submitted, scored('passStreet', 91, lowered))
  expect((await refusal(passed, scored('approve', 76))).status).toBe(422)
  await closeMajor(opened.parkCode)
  const effective = await act(passed, scored('approve', 76))
  expect(effective).toMatchObject({ outcome: 'B', openMajors: [] })
  expect((await parkOf(effective)).grade).toBe('B')
})

test('an outcome is lowered with a reason and never raised', async () => {
  const opened = await open('B')
  const without = await refusal(opened, scored('submit', 80, { outcome: 'C' }))
  expect(without.parameters?.[0]?.parameter).toBe('overrideReason')
  const raised = scored('submit', 80, { outcome: 'A', overrideReason: '示范' })
  expect((await refusal(opened, raised)).detail).toContain('not to')
  expect((await refusal(opened, scored('submit', 80, { outcome: 'passed' }))).status).toBe(422)
})

test('every item is scored once, at most its points, with evidence where points are off', async () => {
  const opened = await open('B')
  const scores = scoresTo(80)
  const missing = await refusal(opened, { ...scored('submit', 80), scores: scores.slice(1) })
  expect(missing.detail).toContain('Safety body')
  const twice = [...scores.slice(1), scores[1]!]
  expect((await refusal(opened, { ...scored('submit', 80), scores: twice })).status).toBe(422)
  const [first, ...rest] = scoresTo(100)
  const high = [{ ...first!, points: 4.5 }, ...rest]
  expect((await refusal(opened, { ...scored('submit', 80), scores: high })).detail).toContain(
    'most',
  )
  const bare = [{ item: first!.item, points: 3 }, ...rest]
  const unproven = await refusal(opened, { ...scored('submit', 80), scores: bare })
  expect(unproven.detail).toContain('evidence')
  const uneven = [{ ...first!, points: 3.3, evidence: '少' }, ...rest]
  expect((await refusal(opened, { ...scored('submit', 80), scores: uneven })).status).toBe(400)
})

test('two who act at once: the second is told that a step was taken', async () => {
  const opened = await open('B')
  await act(opened, scored('submit', 80))
  expect(await refusal(opened, { action: 'withdraw', reason: '晚了' })).toMatchObject({
    status: 412,
  })
})

test('one procedure of a kind at a time; an acceptance has its own and changes no grade', async () => {
  const opened = await open('B')
  const body = { parkCode: opened.parkCode, purpose: 'grading' }
  const second = await api.refusal('openGrading', '/api/park-gradings', { body })
  expect(second.status).toBe(409)
  const { gradings } = await parkOf(opened)
  const pending = gradings.find(
    ({ purpose, decidedAt }) => purpose === 'acceptance' && decidedAt === null,
  )
  const acceptance = pending
    ? await api.get('getGrading', addressOf(pending.id))
    : await api.send('openGrading', '/api/park-gradings', {
        body: { ...body, purpose: 'acceptance' },
      })
  expect(acceptance.purpose).toBe('acceptance')
  let grading = acceptance
  const steps = { selfAssessment: 'submit', streetReview: 'passStreet', districtReview: 'approve' }
  for (const action of Object.values(steps)) {
    const state = grading.state as keyof typeof steps
    if (steps[state] === action) grading = await act(grading, scored(action, 74.5))
  }
  expect(grading).toMatchObject({ state: 'effective', outcome: 'failed' })
  expect((await parkOf(grading)).grade).toBe('B')
})

test('a procedure and its steps cannot part, and steps are never changed', async () => {
  const opened = await open('B')
  await expect(
    api.db.query(`UPDATE park_gradings SET state = 'streetReview' WHERE id = $1`, [opened.id]),
  ).rejects.toThrow(/stands at version/)
  await expect(
    api.db.transaction(async (transaction) => {
      await transaction.query(`SET LOCAL ROLE longgang_administrator`)
      await transaction.query(`UPDATE park_grading_events SET by = '他人'`)
    }),
  ).rejects.toThrow(/permission denied/)
})
