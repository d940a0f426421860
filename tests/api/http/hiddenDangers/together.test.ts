import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Problem } from '#data/contract/responses'
import { serveWritable, type Writable } from '../serveWritable.ts'
import { addressOf, hiddenDangerRecords, type HiddenDangerRecords } from './records.ts'

let api: Writable
let records: HiddenDangerRecords
beforeAll(async () => {
  api = await serveWritable()
  records = hiddenDangerRecords(api)
})
afterAll(() => api.close())

test('two officers close at once: one does, the other is told who did and when', async () => {
  const record = await records.inState('pendingClosure')
  const close = () =>
    api.request(addressOf(record, 'events'), {
      method: 'POST',
      headers: { 'If-Match': `"${record.version}"`, 'Accept-Language': 'zh-CN' },
      body: { action: 'close' },
    })
  const answers = await Promise.all([close(), close()])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  const refused = answers.find(({ status }) => status === 412)
  const problem = JSON.parse(String(refused?.body)) as Problem
  expect(problem.detail).toMatch(
    /现已是第 6 版“已销号”:演示管理员于 2026-11-\d\d \d\d:\d\d 办理“销号”/,
  )
  expect(problem.conflict).toMatchObject({
    version: 6,
    changes: [
      {
        version: 6,
        by: '演示管理员',
        reason: '销号',
        fields: [{ field: 'state', before: 'pendingClosure', after: 'closed' }],
      },
    ],
  })
  const { events } = await api.get('getHiddenDanger', addressOf(record))
  expect(events.filter(({ action }) => action === 'close')).toHaveLength(1)
})

test('from an old version nothing is done, whatever the step', async () => {
  const record = await records.inState('rectifying')
  const stale = { ...record, version: 1 }
  const problem = await records.refuse(stale, records.rectify)
  expect(problem.status).toBe(412)
  expect(problem.conflict?.changes.map(({ reason }) => reason)).toEqual(['派单', '核定'])
  const ahead = await records.refuse({ ...record, version: 9 }, records.rectify)
  expect(ahead).toMatchObject({ status: 412, conflict: { changes: [] } })
  expect((await records.refuse({ code: 'HD-NONE', version: 1 }, records.rectify)).status).toBe(404)
})

test('a step needs the version that it was made from', async () => {
  const record = await records.register()
  const problem = await api.problem(addressOf(record, 'events'), {
    method: 'POST',
    body: { action: 'dismiss', reason: '试验' },
  })
  expect(problem.status).toBe(428)
})

test('two that are merged into each other at once: one is, and nobody waits for ever', async () => {
  const [first, second] = [await records.register(), await records.register()]
  const merge = (from: typeof first, into: typeof first) =>
    api.request(addressOf(from, 'events'), {
      method: 'POST',
      headers: { 'If-Match': `"${from.version}"` },
      body: { action: 'merge', into: into.code, reason: '同一处' },
    })
  const answers = await Promise.all([merge(first, second), merge(second, first)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
})
