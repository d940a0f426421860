import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import LedgerSection from '../../../client/components/hiddenDangers/LedgerSection.vue'
import StepForm from '../../../client/components/hiddenDangers/StepForm.vue'
import { fakeServer } from '../quality/fakeServer.ts'
import { DETAIL, ITEM, listOf, WORK_READS } from './answers.ts'
import { mountWork } from './mountWork.ts'

const AREA = { area: '440307' }
let server: ReturnType<typeof fakeServer>
beforeEach(() => {
  sessionStorage.clear()
  server = fakeServer({ ...WORK_READS, 'POST /api/hidden-dangers': DETAIL })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function open() {
  const mounted = await mountWork(LedgerSection, AREA, '/work/hidden-dangers?report=new')
  const isThere = () => mounted.wrapper.find('[data-object=DEMO-E-00001]').exists()
  await vi.waitFor(() => expect(isThere()).toBe(true), { timeout: 8000 })
  await mounted.wrapper.get('[data-object=DEMO-E-00001]').trigger('click')
  await flushPromises()
  const form = mounted.wrapper.get('.danger-register')
  return { wrapper: form, router: mounted.router }
}

test('a report from the hotline is registered with who sent it, and opens', async () => {
  const { wrapper, router } = await open()
  await wrapper.get('.submit').trigger('click')
  await flushPromises()
  expect(wrapper.findAll('.wrong .error').map((each) => each.text())).toEqual([
    '请选来源',
    '请填单位',
    '请写明部位',
    '请写明问题',
    '请选类别',
  ])
  expect(server.written()).toEqual([])
  expect(wrapper.find('[value=rectifiedOnTheSpot]').exists()).toBe(false)
  await wrapper.get('[name=source]').setValue('hotline')
  await wrapper.get('[name=department]').setValue('12350举报中心')
  await wrapper.get('[name=foundOn]').setValue('2026-11-21')
  await wrapper.get('[name=location]').setValue('二楼通道')
  await wrapper.get('[name=description]').setValue('疏散通道堆货')
  await wrapper.get('[name=category]').setValue('fire')
  await wrapper.get('[value=suspectedMajor]').setValue()
  await wrapper.get('.submit').trigger('click')
  await flushPromises()
  expect(server.written()[0]!.body).toEqual({
    parkCode: 'DEMO-P-001',
    enterpriseCode: 'DEMO-E-00001',
    source: 'hotline',
    department: '12350举报中心',
    foundOn: '2026-11-21',
    location: '二楼通道',
    description: '疏散通道堆货',
    category: 'fire',
    deadline: '2026-11-30',
    suspectedMajor: true,
  })
  expect(router.currentRoute.value.query).toEqual({ danger: 'DEMO-H-00001' })
  expect(sessionStorage.getItem('longgang.recordDrafts')).toBeNull()
})

test('a day after today is no day of discovery', async () => {
  const { wrapper } = await open()
  await wrapper.get('[name=foundOn]').setValue('2026-11-24')
  await wrapper.get('.submit').trigger('click')
  await flushPromises()
  expect(wrapper.text()).toContain('发现日不能晚于今天')
})

test('the ledger leads to the form', async () => {
  const { wrapper } = await mountWork(LedgerSection, AREA, '/work/hidden-dangers')
  expect(wrapper.get('.report').attributes('href')).toBe('/work/hidden-dangers?report=new')
})

test('what it is merged into is found by its words among the open ones of the same park', async () => {
  const other = { ...ITEM, code: 'DEMO-H-00002', location: '一楼', description: '消火栓被遮挡' }
  server.answer('GET /api/hidden-dangers', listOf([ITEM, other]))
  server.answer('POST /api/hidden-dangers/DEMO-H-00001/events', DETAIL)
  const { wrapper } = await mountWork(StepForm, { danger: DETAIL, step: 'merge' })
  const asked = server.asked.findLast(({ path }) => path === '/api/hidden-dangers')!
  expect(asked.query.get('park')).toBe('DEMO-P-001')
  expect(asked.query.get('open')).toBe('true')
  await wrapper.get('[role=combobox]').setValue('消火栓')
  const options = wrapper.findAll('[role=option]')
  expect(options.map((each) => each.attributes('data-value'))).toEqual(['DEMO-H-00002'])
  await options[0]!.trigger('mousedown')
  await wrapper.get('[name=reason]').setValue('同一处')
  await wrapper.get('form').trigger('submit')
  await flushPromises()
  expect(server.written()[0]!.body).toEqual({
    action: 'merge',
    into: 'DEMO-H-00002',
    reason: '同一处',
  })
})
