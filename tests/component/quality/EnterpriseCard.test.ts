import { enableAutoUnmount, flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import EnterpriseCard from '../../../client/components/enterprises/EnterpriseCard.vue'
import { READS } from './answers.ts'
import { fakeServer, refusal } from './fakeServer.ts'
import { mountRecord } from './mountRecord.ts'
import { ENTERPRISE, PARK } from './records.ts'

const ADDRESS = `/api/enterprises/${ENTERPRISE.code}`
const HISTORY = {
  code: ENTERPRISE.code,
  versions: [
    {
      version: 3,
      kind: 'edit',
      at: '2026-11-22T10:00:00+08:00',
      by: '演示管理员',
      reason: '搬到二层',
      until: null,
      fields: [
        { field: 'floor', before: null, after: '2层' },
        { field: 'headcount', before: 55, after: 60 },
      ],
    },
    {
      version: 2,
      kind: 'load',
      at: '2026-11-20T10:00:00+08:00',
      by: '载入',
      reason: null,
      until: '2026-11-22T10:00:00+08:00',
      fields: [],
    },
  ],
  downgrades: [],
  asOf: ENTERPRISE.asOf,
}

// A card listens on the document as long as it is there.
enableAutoUnmount(afterEach)
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})
let server: ReturnType<typeof fakeServer>
beforeEach(() => {
  server = fakeServer({
    ...READS,
    [`GET ${ADDRESS}`]: ENTERPRISE,
    [`GET ${ADDRESS}/history`]: HISTORY,
  })
})

const mountCard = () => mountRecord(EnterpriseCard, { code: ENTERPRISE.code, park: PARK })
const button = (wrapper: VueWrapper, words: string) =>
  wrapper.findAll('button').find((each) => each.text() === words)!

test('the chain of owners shows a gap as a gap and a missing sublessor as none', async () => {
  const { wrapper } = await mountCard()
  const links = wrapper.findAll('.ownership-chain li').map((link) => link.text())
  expect(links).toEqual(['产权人未填', '运营方榕嶂运营', '二手房东无', '承租企业砚序禾五金抛光厂'])
  expect(wrapper.get('[data-link=propertyOwner]').classes()).toContain('gap')
  expect(wrapper.get('[data-link=sublessor]').classes()).not.toContain('gap')
  expect(wrapper.text()).toContain('12 人')
  expect(wrapper.get('[data-level=major]').text()).toBe('重大风险点1')
})

test('the history says who, when, what and why; the latest change is undone with a reason', async () => {
  const { wrapper } = await mountCard()
  await button(wrapper, '变更记录').trigger('click')
  await flushPromises()
  const [latest, first] = wrapper.findAll('.history-list li')
  expect(latest!.text()).toContain('演示管理员')
  expect(latest!.text()).toContain('搬到二层')
  expect(latest!.text()).toContain('未填 → 2层')
  expect(latest!.text()).toContain('55 人 → 60 人')
  expect(first!.find('.undo').exists()).toBe(false)
  server.answer(`POST ${ADDRESS}/undo`, { ...ENTERPRISE, floor: null, version: 4 })
  await latest!.get('.undo').trigger('click')
  await wrapper.get('.reason-form textarea').setValue('录错企业')
  await wrapper.get('.reason-form .primary').trigger('click')
  await flushPromises()
  expect(server.written()[0]).toMatchObject({
    path: `${ADDRESS}/undo`,
    ifMatch: '"3"',
    body: { reason: '录错企业' },
  })
})

test('retiring is refused in a sentence while risk points name it; a retired one is restored', async () => {
  const { wrapper } = await mountCard()
  server.answer(`POST ${ADDRESS}/retire`, () => refusal(409, '仍有 4 个在册风险点属于该企业。'))
  await button(wrapper, '注销').trigger('click')
  await wrapper.get('.reason-form textarea').setValue('已搬走')
  await wrapper.get('.reason-form .primary').trigger('click')
  await flushPromises()
  expect(wrapper.get('.reason-form .refusal').text()).toBe('仍有 4 个在册风险点属于该企业。')
  const retired = { ...ENTERPRISE, retiredAt: ENTERPRISE.asOf, version: 4 }
  server.answer(`POST ${ADDRESS}/retire`, retired)
  server.answer(`GET ${ADDRESS}`, retired)
  await wrapper.get('.reason-form .primary').trigger('click')
  await flushPromises()
  expect(wrapper.text()).toContain('已注销(自 2026-11-23 09:00)')
  expect(button(wrapper, '恢复')).toBeDefined()
  expect(button(wrapper, '编辑')).toBeUndefined()
})

test('Esc goes back to the park and no further', async () => {
  const above = vi.fn()
  window.addEventListener('keydown', above)
  const { wrapper } = await mountCard()
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  expect(wrapper.emitted('close')).toHaveLength(1)
  expect(above).not.toHaveBeenCalled()
  window.removeEventListener('keydown', above)
})
