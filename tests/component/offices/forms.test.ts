import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import FormAction from '../../../client/components/offices/FormAction.vue'
import { bodyOf, missingOf, reasonField } from '../../../client/components/offices/recordForm.ts'
import { ApiError } from '../../../client/api/request.ts'
import { i18n } from '../../../client/i18n.ts'
import { zhCN } from '../../../client/locales/offices/zhCN.ts'
import { mountWith } from '../mountWith.ts'

vi.mock('../../../client/composables/useWriter.ts', () => ({
  useWriter: () => ({ value: '演示管理员', __v_isRef: true }),
}))
afterEach(() => document.body.replaceChildren())

function mountAction(write: (body: Record<string, unknown>, key: string) => Promise<unknown>) {
  i18n.global.mergeLocaleMessage('zh-CN', zhCN)
  const fields = [reasonField('理由')]
  const { wrapper } = mountWith(FormAction, {
    props: { label: '撤销登记', area: '440307', fields, write },
  })
  return wrapper
}

test('a withdrawal asks why; refused, the words stay and the same key is sent again', async () => {
  const sent: { body: unknown; key: string }[] = []
  const wrapper = mountAction((body, key) => {
    sent.push({ body, key })
    return sent.length < 3
      ? Promise.reject(new ApiError(409, '他人已撤销。'))
      : Promise.resolve({ code: 'X' })
  })
  await wrapper.get('button').trigger('click')
  await wrapper.get('form').trigger('submit')
  expect(sent).toHaveLength(0)
  expect(wrapper.text()).toContain('请填写')
  const reason = () => wrapper.get<HTMLTextAreaElement>('textarea')
  await reason().setValue('重复登记')
  for (const words of ['重复登记', '另一个理由']) {
    await reason().setValue(words)
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(wrapper.get('[role=alert]').text()).toBe('他人已撤销。')
    expect(reason().element.value).toBe(words)
  }
  await wrapper.get('form').trigger('submit')
  await flushPromises()
  expect(wrapper.find('form').exists()).toBe(false)
  const keys = sent.map(({ key }) => key)
  expect(keys[1]).not.toBe(keys[0])
  expect(keys[2]).toBe(keys[1])
  expect(wrapper.emitted('done')).toHaveLength(1)
})

test('what is typed becomes the body: numbers, instants of Shanghai, who took part', () => {
  const fields = [
    { key: 'workers', label: '', kind: 'number' },
    { key: 'startsAt', label: '', kind: 'instant' },
    { key: 'attendances', label: '', kind: 'attendances', optional: true },
    { key: 'party', label: '', kind: 'party' },
  ] as const
  const attendances = [{ enterpriseCode: 'DEMO-E-00001', persons: 2 }]
  const values = {
    workers: '3',
    startsAt: '2026-11-24T09:00',
    attendances: JSON.stringify(attendances),
    parkCode: 'DEMO-P-001',
    enterpriseCode: '',
  }
  expect(bodyOf(fields, values)).toEqual({
    workers: 3,
    startsAt: '2026-11-24T09:00:00+08:00',
    attendances,
    parkCode: 'DEMO-P-001',
  })
  expect(missingOf(fields, { workers: '3' })).toEqual(['startsAt', 'parkCode'])
})
