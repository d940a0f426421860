import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import LedgerSection from '../../../client/components/hiddenDangers/LedgerSection.vue'
import TodoSection from '../../../client/components/hiddenDangers/TodoSection.vue'
import { fakeServer, refusal, type Asked } from '../quality/fakeServer.ts'
import { COUNTS, ITEM, listOf, WORK_READS } from './answers.ts'
import { mountWork } from './mountWork.ts'

const AREA = { area: '440307013' }
const MAJOR = {
  ...ITEM,
  code: 'DEMO-H-00002',
  severity: 'major',
  state: 'rectifying',
  deadline: '2026-11-20',
  extendedDeadline: '2026-12-20',
  overdue: true,
  supervision: {
    level: 'district',
    documentNumber: '演示督办1号',
    deadline: '2026-12-05',
    at: ITEM.registeredAt,
    endedAt: null,
  },
}

let server: ReturnType<typeof fakeServer>
beforeEach(() => {
  server = fakeServer({
    ...WORK_READS,
    'GET /api/hidden-dangers': ({ query }: Asked) =>
      query.get('cursor')
        ? { ...listOf([ITEM], null, 2), asOf: '2026-11-23T09:05:00+08:00' }
        : listOf([MAJOR], 'MQ', 2),
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})
const lists = () => server.asked.filter(({ path }) => path === '/api/hidden-dangers')

test('a row tells severity in words, object and place, state, and the delay by the original deadline', async () => {
  const { wrapper } = await mountWork(LedgerSection, AREA, '/work/hidden-dangers')
  const text = wrapper.get('.hidden-danger-row').text().replace(/\s+/g, ' ')
  expect(text).toContain('重大事故隐患')
  expect(text).toContain('挂牌督办')
  expect(text).toContain('二楼通道:疏散通道堆货')
  expect(text).toContain('砚序禾五金抛光厂演')
  expect(text).toContain('整改中')
  expect(text).toContain('逾期 3 天')
  expect(text).toContain('期限 11-20 · 延至 12-20')
})

test('the ledger opens with what is open, and every filter stands in the address and the question', async () => {
  const { wrapper, router } = await mountWork(LedgerSection, AREA, '/work/hidden-dangers')
  expect(Object.fromEntries(lists()[0]!.query)).toEqual({
    area: '440307013',
    open: 'true',
    limit: '50',
  })
  await wrapper.get('[data-flag=nails]').trigger('click')
  await flushPromises()
  await wrapper.get('select[name=category]').setValue('fire')
  await flushPromises()
  await wrapper.get('[data-flag=open]').trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({
    nails: 'true',
    category: 'fire',
    open: 'false',
  })
  expect(Object.fromEntries(lists().at(-1)!.query)).toEqual({
    area: '440307013',
    nails: 'true',
    category: 'fire',
    limit: '50',
  })
  await wrapper.get('.clear').trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({})
})

test('a state says itself whether it is open; nonsense in the address narrows nothing', async () => {
  await mountWork(LedgerSection, AREA, '/work/hidden-dangers?state=closed&severity=terrible')
  expect(Object.fromEntries(lists()[0]!.query)).toEqual({
    area: '440307013',
    state: 'closed',
    limit: '50',
  })
})

test('更多 puts the next page below', async () => {
  const { wrapper } = await mountWork(LedgerSection, AREA, '/work/hidden-dangers')
  await wrapper.get('.more').trigger('click')
  await flushPromises()
  expect(wrapper.findAll('.hidden-danger-row').map((row) => row.attributes('data-code'))).toEqual([
    'DEMO-H-00002',
    'DEMO-H-00001',
  ])
  expect(wrapper.find('.more').exists()).toBe(false)
})

test('the file holds every page under named columns, with a note that it is fictitious', async () => {
  const parts: string[] = []
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => {} }),
  )
  vi.spyOn(globalThis, 'Blob').mockImplementation(function (content?: BlobPart[]) {
    parts.push(String(content?.[0]))
    return {} as Blob
  })
  const { wrapper } = await mountWork(LedgerSection, AREA, '/work/hidden-dangers')
  await wrapper.get('.ledger-download button').trigger('click')
  await flushPromises()
  vi.restoreAllMocks()
  const [head, columns, first, second] = parts.at(-1)!.split('\r\n')
  expect(head).toContain('截至 2026-11-23 09:05,演示数据 请勿引用')
  expect(columns!.split(',').slice(0, 4)).toEqual(['编号', '级别', '疑似重大事故隐患', '问题'])
  expect(first).toContain('DEMO-H-00002,重大事故隐患,否,疏散通道堆货')
  expect(first).toContain('2026-11-20,2026-12-20,是')
  // Nobody has assessed it yet: what the table holds is no severity.
  expect(second).toContain('DEMO-H-00001,级别待核定')
})

test('a list that does not come says so and is asked for again', async () => {
  server.answer('GET /api/hidden-dangers', () => refusal(503, 'The database is away.'))
  const { wrapper } = await mountWork(LedgerSection, AREA, '/work/hidden-dangers')
  expect(wrapper.get('[role=alert]').text()).toContain('503')
  server.answer('GET /api/hidden-dangers', listOf([ITEM]))
  await wrapper.get('[role=alert] button').trigger('click')
  await flushPromises()
  expect(wrapper.find('.hidden-danger-row').exists()).toBe(true)
})

test('待我办理 opens the most urgent that waits, by the day of the counts', async () => {
  const { wrapper, router } = await mountWork(TodoSection, AREA)
  expect(wrapper.get('[aria-current=true]').attributes('data-tab')).toBe('dueWithinThreeDays')
  const { query } = lists()[0]!
  expect([query.get('dueFrom'), query.get('dueUntil')]).toEqual(['2026-11-24', '2026-11-26'])
  expect(wrapper.get('[data-tab=pendingReview]').text()).toBe('3待复查')
  await wrapper.get('[data-tab=returned]').trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ tab: 'returned' })
  expect(lists().at(-1)!.query.get('state')).toBe('returned,returnedToRegistrant')
})

test('nothing that waits says as of when', async () => {
  server.answer('GET /api/hidden-dangers/counts', { ...COUNTS, pendingReview: 0 })
  server.answer('GET /api/hidden-dangers', listOf([]))
  const { wrapper } = await mountWork(TodoSection, AREA, '/work?tab=pendingReview')
  expect(wrapper.get('.empty').text()).toBe('此项没有待办(截至 2026-11-23 09:00)')
})
