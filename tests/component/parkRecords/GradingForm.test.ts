import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { GradingDetail } from '#data/contract/parkRecordResponses'
import { ACCEPTANCE_ITEM_ORDER } from '#data/domain/acceptance'
import GradingPage from '../../../client/components/parkRecords/GradingPage.vue'
import { fakeServer, refusal } from '../quality/fakeServer.ts'
import { HEALTH, PLACE } from '../quality/records.ts'
import { mountPart } from './mountPart.ts'

const { parkCode, parkName, areaCode, street, community, asOf, source } = PLACE
const GRADING: GradingDetail = {
  ...{ id: 7, parkCode, parkName, areaCode, street, community, asOf, source },
  ...{ purpose: 'grading', state: 'selfAssessment', gradeBefore: 'C', total: null, outcome: null },
  ...{ openedBy: '演示安监员A01', openedAt: asOf, updatedAt: asOf, decidedAt: null },
  ...{ openMajor: 1, version: 1, fictitious: true, possibleActions: ['submit', 'withdraw'] },
  events: [],
  openMajors: [
    {
      ...{ code: 'DEMO-YH-1', location: '抛光车间', description: '积尘严重' },
      ...{ deadline: '2026-12-01', suspected: false },
    },
  ],
}
const SENTENCE = '该园区有 1 处重大事故隐患未销号:DEMO-YH-1。'

let server: ReturnType<typeof fakeServer>
beforeEach(() => {
  server = fakeServer({
    'GET /api/health': HEALTH,
    'GET /api/park-gradings/7': GRADING,
    'POST /api/park-gradings/7/events': () => refusal(422, SENTENCE),
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  sessionStorage.clear()
  document.body.replaceChildren()
})

async function openForm() {
  const { wrapper } = await mountPart(GradingPage, { gradingId: '7' })
  await wrapper.get('[data-action=submit]').trigger('click')
  return wrapper
}
type Wrapper = Awaited<ReturnType<typeof openForm>>
const save = async (wrapper: Wrapper) => {
  await wrapper.get('.entry-form .primary').trigger('click')
  await flushPromises()
}

test('what is in the way stands above before anybody scores', async () => {
  const { wrapper } = await mountPart(GradingPage, { gradingId: '7' })
  expect(wrapper.get('.blocked').text()).toContain('DEMO-YH-1 抛光车间:积尘严重')
  expect(wrapper.get('[data-role=state]').text()).toBe('待自评')
})

test('nothing is sent before every item is scored, with evidence where points are off', async () => {
  const wrapper = await openForm()
  await save(wrapper)
  expect(wrapper.get('.warning[role=alert]').text()).toContain('还有 28 项')
  await wrapper.get('[data-role=fill]').trigger('click')
  await wrapper.get('input[name=rules]').setValue(2)
  await wrapper.get('input[name=evaluator]').setValue('演示安全主任P01')
  await save(wrapper)
  expect(wrapper.get('.warning[role=alert]').text()).toContain('安全管理制度')
  expect(server.written()).toHaveLength(0)
  expect(wrapper.get('[data-role=result]').text()).toContain('总分 98')
})

test('the refusal is shown, the scores stay, and a lower grade goes with its reason', async () => {
  const wrapper = await openForm()
  await wrapper.get('[data-role=fill]').trigger('click')
  await wrapper.get('input[name=evaluator]').setValue('演示安全主任P01')
  expect(wrapper.get('[data-role=blocked]').text()).toContain('A 宽管')
  await save(wrapper)
  expect(wrapper.get('.refusal').text()).toBe(SENTENCE)
  await wrapper.get('select[name=override]').setValue('C')
  expect(wrapper.find('[data-role=blocked]').exists()).toBe(false)
  await wrapper.get('input[name=overrideReason]').setValue('未销号')
  server.answer('POST /api/park-gradings/7/events', { ...GRADING, state: 'streetReview' })
  await save(wrapper)
  const [, sent] = server.written()
  expect(sent).toMatchObject({
    ifMatch: '"1"',
    body: { action: 'submit', party: 'park', outcome: 'C', overrideReason: '未销号' },
  })
  const { scores } = sent!.body as { scores: { item: string }[] }
  expect(scores.map(({ item }) => item)).toEqual(ACCEPTANCE_ITEM_ORDER)
})

test('a return needs its reason', async () => {
  const { wrapper } = await mountPart(GradingPage, { gradingId: '7' })
  await wrapper.get('[data-action=withdraw]').trigger('click')
  await save(wrapper)
  expect(server.written()).toHaveLength(0)
  expect(wrapper.text()).toContain('请写明原因')
})

/** Somebody withdrew it and another began anew: the same procedure, two steps later. */
const RETURNED: GradingDetail = {
  ...GRADING,
  version: 3,
  events: [
    { action: 'submit', sequence: 2, toState: 'streetReview' },
    { action: 'returnToPark', sequence: 3, toState: 'selfAssessment' },
  ].map((step) => ({
    ...{ fromState: null, at: asOf, by: '演示街道A02', note: null, party: null, evaluator: null },
    ...{ scores: null, total: null, computedOutcome: null, outcome: null, overrideReason: null },
    ...step,
  })) as GradingDetail['events'],
}

test('somebody was faster: what was typed stays, and goes from where it stands now', async () => {
  const wrapper = await openForm()
  await wrapper.get('[data-role=fill]').trigger('click')
  await wrapper.get('select[name=override]').setValue('C')
  await wrapper.get('input[name=overrideReason]').setValue('未销号')
  await wrapper.get('input[name=evaluator]').setValue('演示安全主任P01')
  server.answer('POST /api/park-gradings/7/events', () => refusal(412, '他人已办理下一步。'))
  server.answer('GET /api/park-gradings/7', RETURNED)
  await save(wrapper)
  expect(wrapper.get('.refusal').text()).toBe('他人已办理下一步。')
  expect(wrapper.get('.step-notice').text()).toContain('演示街道A02 退回园区')
  expect(wrapper.get<HTMLInputElement>('input[name=evaluator]').element.value).toContain('P01')
  server.answer('POST /api/park-gradings/7/events', { ...GRADING, state: 'streetReview' })
  await save(wrapper)
  expect(server.written().map(({ ifMatch }) => ifMatch)).toEqual(['"1"', '"3"'])
  expect(wrapper.find('.grading-form').exists()).toBe(false)
})

test('a step that is possible no more is not sent, and what was typed is not lost', async () => {
  const wrapper = await openForm()
  await wrapper.get('[data-role=fill]').trigger('click')
  await wrapper.get('select[name=override]').setValue('C')
  await wrapper.get('input[name=overrideReason]').setValue('未销号')
  await wrapper.get('input[name=evaluator]').setValue('演示安全主任P01')
  server.answer('POST /api/park-gradings/7/events', () => refusal(412, '他人已办理下一步。'))
  const possibleActions = ['passStreet', 'returnToPark'] as const
  server.answer('GET /api/park-gradings/7', { ...RETURNED, possibleActions })
  await save(wrapper)
  await save(wrapper)
  expect(server.written()).toHaveLength(1)
  expect(wrapper.find('[data-role=impossible]').exists()).toBe(true)
  expect(wrapper.get<HTMLInputElement>('input[name=evaluator]').element.value).toContain('P01')
})

test('left by Esc the form comes back as it was, and may be begun anew', async () => {
  const wrapper = await openForm()
  await wrapper.get('input[name=evaluator]').setValue('演示安全主任P07')
  await wrapper.get('.entry-form').trigger('keydown', { key: 'Escape' })
  expect(wrapper.find('.entry-form').exists()).toBe(false)
  await wrapper.get('[data-action=submit]').trigger('click')
  const evaluator = () => wrapper.get<HTMLInputElement>('input[name=evaluator]').element.value
  expect(evaluator()).toBe('演示安全主任P07')
  await wrapper.get('[data-role=discard]').trigger('click')
  expect(evaluator()).toBe('')
  expect(sessionStorage.getItem('longgang.recordDrafts')).toBeNull()
})
