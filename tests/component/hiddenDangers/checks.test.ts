import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import ChecksSection from '../../../client/components/checks/ChecksSection.vue'
import { fakeServer, refusal } from '../quality/fakeServer.ts'
import { CHECK, ITEM, listOf, PLAN, WORK_READS } from './answers.ts'
import { mountWork } from './mountWork.ts'

const AREA = { area: '440307013' }
const VISIT = { ...CHECK, outcome: 'deadlineSet', hiddenDangers: 1, openHiddenDangers: 1 }

let server: ReturnType<typeof fakeServer>
beforeEach(() => {
  server = fakeServer({
    ...WORK_READS,
    'GET /api/checks': listOf([VISIT]),
    'GET /api/checks/DEMO-C-00009': { ...VISIT, findings: [ITEM] },
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

test('the plan tells its month, how far it is, and links 检查登记 with the enterprise filled in', async () => {
  const { wrapper } = await mountWork(ChecksSection, AREA, '/work/checks')
  expect(wrapper.get('.progress').text()).toBe('应检 4 家,已检 3 家,完成率 75%')
  expect(wrapper.get('.check-plan-row').text()).toContain('未检')
  expect(wrapper.get('.check-plan-row .register').attributes('href')).toBe(
    '/work/checks?register=DEMO-P-001,DEMO-E-00001',
  )
  const asked = server.asked.findLast(({ path }) => path === '/api/check-plan')
  expect(asked!.query.get('month')).toBe('2026-11')
})

test('a month without a plan says so, and the plan is made on request', async () => {
  server.answer('GET /api/check-plan', { ...PLAN, items: [], planned: 0, done: 0 })
  const { wrapper } = await mountWork(ChecksSection, AREA, '/work/checks')
  expect(wrapper.get('.empty').text()).toContain('2026-11 还没有检查计划')
  server.answer('POST /api/check-plan', PLAN)
  server.answer('GET /api/check-plan', PLAN)
  await wrapper.get('.check-plan-list .primary').trigger('click')
  await flushPromises()
  await flushPromises()
  expect(server.written()[0]!.body).toEqual({ area: '440307013', month: '2026-11' })
  expect(wrapper.find('.check-plan-row').exists()).toBe(true)
})

test('a past month without a plan offers none: a plan made afterwards is no denominator', async () => {
  server.answer('GET /api/check-plan', { ...PLAN, items: [], planned: 0, done: 0 })
  const { wrapper } = await mountWork(ChecksSection, AREA, '/work/checks?month=2026-10')
  expect(wrapper.find('.check-plan-list .primary').exists()).toBe(false)
})

test('a visit opens what it found', async () => {
  const { wrapper } = await mountWork(ChecksSection, AREA, '/work/checks?view=visits')
  expect(wrapper.get('.check-row').text()).toContain('限期整改')
  await wrapper.get('.check-row [aria-expanded]').trigger('click')
  await flushPromises()
  await flushPromises()
  expect(wrapper.get('.findings .hidden-danger-row').attributes('data-code')).toBe('DEMO-H-00001')
})

test('a visit is withdrawn with a reason; a refusal keeps it', async () => {
  const { wrapper } = await mountWork(ChecksSection, AREA, '/work/checks?view=visits')
  await wrapper.findAll('.check-row .links button').at(-1)!.trigger('click')
  // Its script comes when it is asked for.
  await vi.waitFor(() => expect(wrapper.find('.reason-form').exists()).toBe(true))
  await wrapper.get('.reason-form').trigger('submit')
  expect(wrapper.get('.reason-form .error').text()).toBe('请写明理由')
  server.answer('POST /api/checks/DEMO-C-00009/withdrawal', () =>
    refusal(422, '隐患 DEMO-H-00001 已核定,须先办结。'),
  )
  await wrapper.get('.reason-form textarea').setValue('登记错了企业')
  await wrapper.get('.reason-form').trigger('submit')
  await flushPromises()
  expect(wrapper.get('.reason-form .refusal').text()).toBe('隐患 DEMO-H-00001 已核定,须先办结。')
  expect((wrapper.get('.reason-form textarea').element as HTMLTextAreaElement).value).toBe(
    '登记错了企业',
  )
})
