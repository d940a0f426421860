import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#data/domain/clock'
import { serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
beforeAll(async () => {
  api = await serveWritable()
}, 120_000)
afterAll(() => api.close(), 120_000)

const write = (body: Record<string, unknown>) =>
  api.send('makeDecision', '/api/decisions', { body })
const refuse = (body: Record<string, unknown>) =>
  api.refusal('makeDecision', '/api/decisions', { body })
const about = () => ({ entity: 'park', code: api.park.code })

test('an instruction is open until it is replied to, and its reply refers to it', async () => {
  const instruction = await write({
    ...about(),
    kind: 'instruction',
    text: '请街道督促整改',
    toUnit: '街道应急管理办公室',
    dueOn: addDays(api.today, 3),
  })
  expect(instruction).toMatchObject({ replies: 0, overdue: false, areaCode: api.park.areaCode })
  const list = `/api/decisions?area=${api.park.areaCode}&open=true`
  const ids = async (address: string) =>
    (await api.get('listDecisions', address)).items.map(({ id }) => id)
  expect(await ids(list)).toContain(instruction.id)

  const reply = await write({
    ...about(),
    kind: 'reply',
    text: '已整改完毕',
    answers: instruction.id,
  })
  expect(reply).toMatchObject({ answers: instruction.id, toUnit: null })
  expect(await ids(list)).not.toContain(instruction.id)
  expect(await ids(`/api/decisions?entity=park&code=${api.park.code}`)).toEqual(
    expect.arrayContaining([instruction.id, reply.id]),
  )
})

test('a reply that did not come in time stands first', async () => {
  const late = await write({ ...about(), kind: 'urging', text: '请尽快回告', toUnit: '某社区' })
  await api.db.query('UPDATE decisions SET due_on = $1 WHERE id = $2', [
    // Before any that the demo has.
    addDays(api.today, -30),
    late.id,
  ])
  await write({ ...about(), kind: 'referral', text: '转请办理', toUnit: '某街道' })
  const { items } = await api.get('listDecisions', '/api/decisions?open=true')
  expect(items[0]).toMatchObject({ id: late.id, overdue: true })
})

test('a decision sent twice with one key, because the answer was lost, stands once', async () => {
  const headers = { 'Idempotency-Key': randomUUID() }
  const body = { ...about(), kind: 'instruction', text: '请核实此事', toUnit: '某街道' }
  const send = () => api.request('/api/decisions', { method: 'POST', headers, body })
  const answers = [await send(), await send()]
  expect(answers.map(({ status }) => status)).toEqual([201, 201])
  const [first, again] = answers.map((answer) => JSON.parse(String(answer.body)) as unknown)
  expect(again).toEqual(first)
  const address = `/api/decisions?entity=park&code=${api.park.code}`
  const { items } = await api.get('listDecisions', address)
  expect(items.filter(({ text }) => text === body.text)).toHaveLength(1)
})

test('what is missing is said in a sentence', async () => {
  const task = { ...about(), kind: 'instruction', text: '请办理' }
  expect((await refuse(task)).detail).toContain('name the unit')
  const past = { ...task, toUnit: '某街道', dueOn: addDays(api.today, -1) }
  expect((await refuse(past)).parameters?.[0]?.parameter).toBe('dueOn')
  expect((await refuse({ ...about(), kind: 'reply', text: '已办' })).status).toBe(422)
  const other = await write({
    entity: 'area',
    code: '440307017',
    kind: 'instruction',
    text: '请研究',
    toUnit: '横岗街道',
  })
  const wrong = { ...about(), kind: 'reply', text: '已办', answers: other.id }
  expect((await refuse(wrong)).parameters?.[0]?.parameter).toBe('answers')
  const nobody = { entity: 'park', code: 'NO-SUCH-PARK', kind: 'urging', text: '催', toUnit: '某' }
  expect((await refuse(nobody)).status).toBe(404)
})

test('the agenda names the pending downgrades of the demo and leaves out rows of nothing', async () => {
  const { rows } = await api.get('getAgenda', '/api/agenda')
  const downgrades = rows.find(({ key }) => key === 'downgrades')
  const [pending] = await api.db.query(
    `SELECT count(*)::integer AS n FROM downgrade_requests WHERE state = 'pending'`,
  )
  expect(downgrades?.sentence['zh-CN']).toBe(
    `重大、较大风险点申请降级 ${String(pending?.['n'])} 个`,
  )
  expect(downgrades?.proposal['zh-CN']).toBe('待区级审批')
  for (const row of rows) expect(row.n).toBeGreaterThan(0)
  expect(rows.length).toBeLessThanOrEqual(5)
})

test('a supervision past its deadline is no longer one that falls due within seven days', async () => {
  const dangers = await api.db.query(
    `SELECT id, supervision_deadline AS due, deadline FROM hidden_dangers
     WHERE closed_at IS NULL AND supervised_at IS NOT NULL AND supervision_ended_at IS NULL
     ORDER BY id`,
  )
  expect(dangers.length).toBeGreaterThan(0)
  const move = (due: string, deadline: string) =>
    api.db.transaction(async (transaction) => {
      await transaction.query(`SELECT set_config('app.bulk_load', 'on', true)`)
      for (const { id } of dangers) {
        await transaction.query(
          `UPDATE hidden_dangers SET supervision_deadline = $2::date,
             deadline = greatest(found_on, $3::date), extended_deadline = NULL WHERE id = $1`,
          [id, due, deadline],
        )
      }
      await transaction.query('UPDATE data_set SET seed = seed')
    })
  const keysOf = async () => {
    const { rows } = await api.get('getAgenda', '/api/agenda')
    return rows.filter(({ key }) => key.startsWith('supervision')).map(({ key, n }) => [key, n])
  }
  await move(addDays(api.today, 7), addDays(api.today, 30))
  expect(await keysOf()).toEqual([['supervisionDue', dangers.length]])
  await move(addDays(api.today, -1), addDays(api.today, 30))
  expect(await keysOf()).toEqual([['supervisionOverdue', dangers.length]])
})
