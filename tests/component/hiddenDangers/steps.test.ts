import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import HiddenDangerPanel from '../../../client/components/hiddenDangers/HiddenDangerPanel.vue'
import { fakeServer, refusal } from '../quality/fakeServer.ts'
import { DETAIL, WORK_READS } from './answers.ts'
import { mountWork } from './mountWork.ts'

const RECORD = 'GET /api/hidden-dangers/DEMO-H-00001'
const EVENTS = 'POST /api/hidden-dangers/DEMO-H-00001/events'
const MAJOR_TO_ASSIGN = {
  ...DETAIL,
  severity: 'major',
  state: 'pendingAssignment',
  version: 2,
  actions: ['assign', 'reassess', 'escalate', 'supervise'],
}

let server: ReturnType<typeof fakeServer>
beforeEach(() => {
  sessionStorage.clear()
  server = fakeServer({ ...WORK_READS, [RECORD]: DETAIL })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})
const open = () =>
  mountWork(HiddenDangerPanel, { code: 'DEMO-H-00001' }, '/work?danger=DEMO-H-00001')
type Page = Awaited<ReturnType<typeof open>>['wrapper']
const submit = async (wrapper: Page) => {
  await wrapper.get('.step-form').trigger('submit')
  await flushPromises()
}

test('only what its state allows is offered', async () => {
  const { wrapper } = await open()
  const steps = wrapper.findAll('[data-step]').map((each) => each.attributes('data-step'))
  expect(steps).toEqual(['assess', 'returnToRegistrant', 'dismiss', 'control', 'merge'])
})

test('核定: the library proposes with its basis, a person decides, 重大 asks for the basis', async () => {
  server.answer('GET /api/hidden-dangers/severity-proposal', {
    suspectedMajor: true,
    matches: [
      {
        ...{ clauseNumber: 9, text: '抛光车间积尘严重', category: 'specialCampaign' },
        ...{ suspectedMajor: true, basis: '令10 第11条(十)' },
      },
    ],
  })
  const { wrapper } = await open()
  await wrapper.get('[data-step=assess]').trigger('click')
  await vi.waitFor(() => expect(wrapper.find('[data-clause="9"]').exists()).toBe(true))
  expect((wrapper.get('[name=severity]').element as HTMLSelectElement).value).toBe('')
  await wrapper.get('[name=severity]').setValue('major')
  await submit(wrapper)
  expect(wrapper.get('.wrong .error').text()).toBe('核定为重大事故隐患须写明依据')
  expect(server.written()).toEqual([])

  await wrapper.get('[data-clause="9"] button').trigger('click')
  server.answer(EVENTS, { ...DETAIL, state: 'pendingAssignment', version: 2, actions: ['assign'] })
  await submit(wrapper)
  const [sent] = server.written()
  expect(sent!.ifMatch).toBe('"1"')
  expect(sent!.body).toEqual({
    action: 'assess',
    severity: 'major',
    basis: '令10 第11条(十):抛光车间积尘严重',
  })
  expect(wrapper.get('[role=status]').text()).toBe('已办理:核定。现为“待派单”。')
})

test('派单 of a 重大事故隐患 asks for 五落实 and the six items, each by name', async () => {
  server.answer(RECORD, MAJOR_TO_ASSIGN)
  const { wrapper } = await open()
  await wrapper.get('[data-step=assign]').trigger('click')
  await wrapper.get('[name="fiveRequirements.funds"]').setValue('五万元')
  await wrapper.get('[name=responsiblePerson]').setValue('演示厂长B01')
  await submit(wrapper)
  const wrong = wrapper.findAll('.wrong label').map((label) => label.text())
  expect(wrong).toEqual([
    ...['责任', '措施', '时限', '预案'],
    ...['目标任务', '方法措施', '经费物资', '机构责任人', '时限要求', '安全措施和预案'],
  ])
  expect(wrapper.get('.refusal').text()).toBe('还有 10 项要填,已在下面标出。')
  expect(server.written()).toEqual([])
})

test('a general one is assigned without them', async () => {
  server.answer(RECORD, { ...MAJOR_TO_ASSIGN, severity: 'general' })
  server.answer(EVENTS, {
    ...MAJOR_TO_ASSIGN,
    severity: 'general',
    version: 3,
    state: 'rectifying',
  })
  const { wrapper } = await open()
  await wrapper.get('[data-step=assign]').trigger('click')
  expect(wrapper.find('fieldset').exists()).toBe(false)
  await submit(wrapper)
  expect(server.written()[0]!.body).toEqual({
    action: 'assign',
    responsibleUnit: '砚序禾五金抛光厂',
    deadline: '2026-11-27',
  })
})

test('an extension says that the original deadline stays, and must be later than the present one', async () => {
  server.answer(RECORD, { ...DETAIL, state: 'rectifying', actions: ['requestExtension'] })
  const { wrapper } = await open()
  await wrapper.get('[data-step=requestExtension]').trigger('click')
  expect(wrapper.get('.step-form').text()).toContain('原期限 2026-11-27 仍用于')
  await wrapper.get('[name=deadline]').setValue('2026-11-27')
  await wrapper.get('[name=reason]').setValue('设备到货晚')
  await submit(wrapper)
  expect(wrapper.get('.wrong .error').text()).toBe('须晚于现在的期限 2026-11-27')
})

test('a refusal of the server stands in the form, and nothing that was typed is lost', async () => {
  server.answer(EVENTS, () =>
    refusal(422, '理由过于简略,请写明事实。', {
      parameters: [{ parameter: 'reason', message: '请写明事实' }],
    }),
  )
  const { wrapper } = await open()
  await wrapper.get('[data-step=dismiss]').trigger('click')
  await wrapper.get('[name=reason]').setValue('不是')
  await submit(wrapper)
  expect(wrapper.get('.refusal').text()).toContain('理由过于简略,请写明事实。')
  expect(wrapper.get('.wrong .error').text()).toBe('请写明事实')
  expect((wrapper.get('[name=reason]').element as HTMLTextAreaElement).value).toBe('不是')
})

test('somebody was faster: who did what is told, the record comes anew, the words stay', async () => {
  const { wrapper } = await open()
  await wrapper.get('[data-step=dismiss]').trigger('click')
  await wrapper.get('[name=reason]').setValue('经查不属实')
  server.answer(EVENTS, () => refusal(412, '演示安全员A09 已核定。'))
  server.answer(RECORD, {
    ...DETAIL,
    state: 'pendingAssignment',
    version: 2,
    actions: ['assign'],
    events: [
      ...DETAIL.events,
      {
        ...DETAIL.events[0],
        sequence: 2,
        action: 'assess',
        fromState: 'pendingAssessment',
        toState: 'pendingAssignment',
        at: '2026-11-23T09:05:00+08:00',
        by: '演示安全员A09',
      },
    ],
  })
  await submit(wrapper)
  expect(wrapper.get('.meanwhile li').text()).toBe('演示安全员A09 于 2026-11-23 09:05 核定')
  expect(wrapper.get('.meanwhile').text()).toContain('已不能办理')
  expect((wrapper.get('[name=reason]').element as HTMLTextAreaElement).value).toBe('经查不属实')
  expect(wrapper.get('.step-form .primary').attributes('disabled')).toBeDefined()
})

test('a form that was left opens again as it was', async () => {
  const first = await open()
  await first.wrapper.get('[data-step=dismiss]').trigger('click')
  await first.wrapper.get('[name=reason]').setValue('写到一半')
  first.wrapper.unmount()
  const { wrapper } = await open()
  expect((wrapper.get('[name=reason]').element as HTMLTextAreaElement).value).toBe('写到一半')
  expect(wrapper.get('.step-form [role=status]').text()).toContain('已恢复')
})

test('both deadlines, the history and the place on the map are shown', async () => {
  server.answer(RECORD, { ...DETAIL, extendedDeadline: '2026-12-20', riskPointCode: null })
  const { wrapper } = await open()
  expect(wrapper.text()).toContain('2026-11-27(逾期统计用原期限)')
  expect(wrapper.text()).toContain('2026-12-20')
  expect(wrapper.get('[data-action=register]').text()).toContain('2026-11-20 10:00 演示安全员A07')
  expect(wrapper.get('.where a').attributes('href')).toBe('/?area=440307013002&park=DEMO-P-001')
})
