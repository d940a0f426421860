import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import DowngradeList from '../../../client/components/quality/DowngradeList.vue'
import { QUALITY, READS } from './answers.ts'
import { fakeServer, refusal, type Asked } from './fakeServer.ts'
import { mountRecord } from './mountRecord.ts'
import { DOWNGRADE, HEALTH } from './records.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

const DECIDED = {
  ...DOWNGRADE,
  state: 'approved',
  decidedBy: '演示管理员',
  decidedAt: '2026-11-23T08:00:00+08:00',
  decisionReason: '现场核实属实',
}
const REJECTED = { ...DECIDED, id: 3, state: 'rejected', decisionReason: '措施未落实' }

let pending = [DOWNGRADE]
let server: ReturnType<typeof fakeServer>
beforeEach(() => {
  pending = [DOWNGRADE]
  server = fakeServer({
    ...READS,
    'GET /api/downgrades': ({ query }: Asked) => ({
      items: query.get('state') === 'pending' ? pending : [...pending, REJECTED],
      asOf: QUALITY.asOf,
    }),
  })
})

const mountList = () => mountRecord(DowngradeList, { area: '440307', fictitious: true })

test('a request shows both levels, the working of the new grading, trigger, reason, who and when', async () => {
  const { wrapper } = await mountList()
  const [item] = wrapper.findAll('.downgrade-item')
  const text = item!.text()
  expect(item!.get('.levels').text().replace(/\s+/g, '')).toBe('重大风险点→较大风险点')
  expect(item!.findAll('.levels .level-mark')).toHaveLength(2)
  expect(text).toContain('D = L × E × C = 0.5 × 10 × 40 = 200')
  expect(text).toContain('很不可能,可以设想')
  expect(text).toContain('工艺、设备或物料变化')
  expect(text).toContain('改用间接冷却,氨在线量减少')
  expect(text).toContain('演示管理员 于 2026-11-22 10:00 申请')
  expect(text).toContain('区级审批')
  const details = wrapper.get('details')
  expect(details.attributes('open')).toBeUndefined()
  expect(details.text()).toContain('已办结的申请(1)')
  expect(details.text()).toContain('措施未落实')
})

test('an overridden request shows the level its version of the thresholds gave', async () => {
  const levelOverride = { level: 'larger' as const, reason: '有联锁' }
  // 200 is 较大 by the thresholds of today.
  pending = [{ ...DOWNGRADE, levelOverride, gradingVersion: 'LEC-2019.1', gradedLevel: 'major' }]
  const { wrapper } = await mountList()
  expect(wrapper.get('.grading-working .level').text()).toBe('较大风险点')
  expect(wrapper.get('.grading-working .band').text()).toContain('重大风险点')
})

test.each([
  ['批准', 'approve', 'approved'],
  ['不予批准', 'reject', 'rejected'],
])('%s is written with its grounds, which are required', async (words, decision, state) => {
  const { wrapper } = await mountList()
  server.answer('POST /api/downgrades/7/decision', () => {
    pending = []
    return { ...DECIDED, state }
  })
  const open = wrapper.findAll('.downgrade-decision button').find((each) => each.text() === words)
  await open!.trigger('click')
  await wrapper.get('.reason-form .primary').trigger('click')
  expect(server.written()).toHaveLength(0)
  await wrapper.get('.reason-form textarea').setValue('现场核实属实')
  await wrapper.get('.reason-form .primary').trigger('click')
  await flushPromises()
  expect(server.written()[0]?.body).toEqual({ decision, reason: '现场核实属实' })
  expect(wrapper.get('.outcome').text()).toContain('氨机房储氨器')
  expect(wrapper.find('.downgrade-decision').exists()).toBe(false)
})

test.each([409, 422])(
  'a refusal with %i is told in its sentence and the grounds stay',
  async (status) => {
    const { wrapper } = await mountList()
    server.answer('POST /api/downgrades/7/decision', () => refusal(status, '该申请已由他人审批。'))
    await wrapper.get('.downgrade-decision .primary').trigger('click')
    await wrapper.get('.reason-form textarea').setValue('现场核实属实')
    await wrapper.get('.reason-form .primary').trigger('click')
    await flushPromises()
    expect(wrapper.get('.reason-form .refusal').text()).toBe('该申请已由他人审批。')
    expect(wrapper.get<HTMLTextAreaElement>('.reason-form textarea').element.value).toBe(
      '现场核实属实',
    )
  },
)

test('where nobody may write there is nothing to decide with, and why', async () => {
  server.answer('GET /api/health', { ...HEALTH, writer: null })
  const { wrapper } = await mountList()
  expect(wrapper.get('.downgrade-decision').text()).toContain('本服务器未开放写入')
  expect(wrapper.find('.downgrade-decision button').exists()).toBe(false)
})
