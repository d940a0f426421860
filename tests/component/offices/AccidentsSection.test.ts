import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import AccidentsSection from '../../../client/components/offices/AccidentsSection.vue'
import { i18n } from '../../../client/i18n.ts'
import { zhCN } from '../../../client/locales/offices/zhCN.ts'
import { mountWith } from '../mountWith.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

const CONNECTION = {
  source: 'accidents',
  sourceName: '事故月报',
  scopeLevel: 'district',
  connectedOn: '2025-01-01',
  connectedBy: '演示管理员',
  connectedAt: '2026-11-23T09:00:00+08:00',
}
const ANSWER = {
  year: 2026,
  connection: CONNECTION,
  present: null,
  yearBefore: null,
  nearMisses: 2,
  items: [],
  asOf: '2026-11-23T09:00:00+08:00',
  source: '演示数据',
}

async function mountSection(answer: object) {
  i18n.global.mergeLocaleMessage('zh-CN', zhCN)
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(answer)))
  const { wrapper } = mountWith(AccidentsSection, { props: { area: '440307003' } })
  await flushPromises()
  return wrapper.get('.totals').text().replace(/\s+/g, '')
}

test('an area that the register does not tell of says 未接入, never 0', async () => {
  const text = await mountSection(ANSWER)
  expect(text).toContain('生产安全事故(起)未接入')
  expect(text).toContain('死亡(人)未接入')
  expect(text).toContain('险情2')
})

test('figures stand beside those of the same days of the year before', async () => {
  const text = await mountSection({
    ...ANSWER,
    present: { accidents: 6, deaths: 0 },
    yearBefore: { accidents: 8, deaths: 0 },
  })
  expect(text).toContain('6本年·较上年同期减2')
  expect(text).toContain('0本年·较上年同期持平')
})
