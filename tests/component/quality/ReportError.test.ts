import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import ReportError from '../../../client/components/reports/ReportError.vue'
import { READS } from './answers.ts'
import { fakeServer, refusal } from './fakeServer.ts'
import { mountRecord } from './mountRecord.ts'
import { HEALTH } from './records.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

const REPORT = {
  id: 9,
  entity: 'park',
  code: 'DEMO-P-001',
  name: '榕嶂科创园',
  areaCode: '440307013002',
  parkCode: 'DEMO-P-001',
  riskPointCode: null,
  text: '运营方已更换',
  reportedBy: '演示管理员',
  reportedAt: '2026-11-23T09:00:00+08:00',
  resolvedBy: null,
  resolvedAt: null,
  resolution: null,
}

let server: ReturnType<typeof fakeServer>
beforeEach(() => {
  server = fakeServer({ ...READS, 'POST /api/error-reports': REPORT })
})

async function openForm() {
  const { wrapper } = await mountRecord(ReportError, { entity: 'park', code: 'DEMO-P-001' })
  await wrapper.get('.opener').trigger('click')
  await flushPromises()
  return wrapper
}

test('what is wrong is sent for the record of the card, thanked for plainly, and the form closes', async () => {
  const wrapper = await openForm()
  expect(document.activeElement).toBe(wrapper.get('textarea').element)
  await wrapper.get('textarea').setValue('运营方已更换')
  await wrapper.get('.primary').trigger('click')
  await flushPromises()
  expect(server.written()[0]?.body).toEqual({
    entity: 'park',
    code: 'DEMO-P-001',
    text: '运营方已更换',
  })
  expect(wrapper.find('form').exists()).toBe(false)
  expect(wrapper.get('[role=status]').text()).toBe('已提交,可在数据质量页跟进')
})

test('nothing typed is not sent, and 500 characters are the most', async () => {
  const wrapper = await openForm()
  await wrapper.get('textarea').setValue('   ')
  await wrapper.get('.primary').trigger('click')
  expect(server.written()).toHaveLength(0)
  expect(wrapper.get('[role=alert]').text()).toBe('请写明哪里不对')
  expect(wrapper.get('textarea').attributes('maxlength')).toBe('500')
})

test('a failure keeps the text, and Esc belongs to the form while it is open', async () => {
  const above = vi.fn()
  window.addEventListener('keydown', above)
  server.answer('POST /api/error-reports', () => refusal(503, 'The database is away.'))
  const wrapper = await openForm()
  await wrapper.get('textarea').setValue('运营方已更换')
  await wrapper.get('.primary').trigger('click')
  await flushPromises()
  expect(wrapper.get<HTMLTextAreaElement>('textarea').element.value).toBe('运营方已更换')
  expect(wrapper.get('.refusal').text()).toContain('503')
  await wrapper.get('textarea').trigger('keydown', { key: 'Escape' })
  expect(above).not.toHaveBeenCalled()
  window.removeEventListener('keydown', above)
  await wrapper.get('.opener').trigger('click')
  expect(wrapper.get<HTMLTextAreaElement>('textarea').element.value).toBe('运营方已更换')
})

test('where nobody may write the button says why it is off', async () => {
  server.answer('GET /api/health', { ...HEALTH, writer: null })
  const { wrapper } = await mountRecord(ReportError, { entity: 'park', code: 'DEMO-P-001' })
  expect(wrapper.get('.opener').attributes()).toMatchObject({
    disabled: '',
    title: '本服务器未开放写入,只能查看',
  })
})
