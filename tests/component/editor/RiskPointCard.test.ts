import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import RiskPointCard from '../../../client/components/panel/RiskPointCard.vue'
import { useEditorStore } from '../../../client/stores/editor.ts'
import { useNotesStore } from '../../../client/stores/notes.ts'
import { usePlaceStore } from '../../../client/stores/place.ts'
import { POINT } from '../../unit/client/editor/records.ts'
import { mountEditor, stubServer } from './editorPage.ts'

let wrapper: VueWrapper
afterEach(() => {
  wrapper.unmount()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

const version = (n: number, rest: object) => ({
  version: n,
  kind: 'edit',
  at: `2026-11-2${n}T09:00:00.123456+08:00`,
  by: '演示管理员',
  reason: null,
  until: null,
  fields: [],
  ...rest,
})
const HISTORY = {
  code: POINT.code,
  versions: [
    version(3, {
      kind: 'move',
      reason: '现场核实位置',
      fields: [
        { field: 'longitude', before: 114.005, after: 114.006 },
        { field: 'latitude', before: 22.605, after: 22.605 },
      ],
    }),
    version(2, {
      until: '2026-11-23T09:00:00+08:00',
      fields: [{ field: 'controlLevel', before: 'team', after: 'department' }],
    }),
    version(1, { kind: 'load', by: '载入', until: '2026-11-22T09:00:00+08:00' }),
  ],
  downgrades: [],
  asOf: '2026-11-23T09:00:00+08:00',
}

async function mountCard(point = {}, asOf?: string) {
  const props = { code: POINT.code }
  const answers = [[['riskPoint', POINT.code], { ...POINT, ...point }]] as const
  const mounted = await mountEditor(RiskPointCard, props, answers)
  wrapper = mounted.wrapper
  const place = usePlaceStore(mounted.pinia)
  const { areaCode, parkCode, code } = POINT
  place.open({ areaCode, parkCode, riskPointCode: code, ...(asOf ? { asOf } : {}) })
  await flushPromises()
  return { ...mounted, place }
}

async function openHistory() {
  const details = wrapper.get<HTMLDetailsElement>('.risk-point-history')
  details.element.open = true
  await details.trigger('toggle')
  await flushPromises()
}

test('the level with its working, and what can be done', async () => {
  stubServer()
  const { pinia } = await mountCard()
  expect(wrapper.text()).toContain('D = L × E × C = 3 × 6 × 15 = 270')
  await wrapper.get('[data-action=regrade]').trigger('click')
  expect(useEditorStore(pinia).task).toEqual({ kind: 'regrade', code: POINT.code })
})

test('a point outside its park, old words, and coordinates as they were typed', async () => {
  stubServer()
  await mountCard({
    outsideParkMetres: 34.6,
    accidentTypesOriginal: ['其他爆炸'],
    coordinateOrigin: 'gcj02',
    coordinateInput: '114°00′36″E 22°36′00″N',
  })
  const facts = wrapper.get('.fact-list').text()
  expect(facts).toContain('距所属园区边界 35 米')
  expect(facts).toContain('其他爆炸')
  expect(facts).toContain('114°00′36″E 22°36′00″N')
})

test('a little outside is the inexactness of the drawing', async () => {
  stubServer()
  await mountCard({ outsideParkMetres: 20 })
  expect(wrapper.get('.fact-list').text()).not.toContain('边界')
})

test('a retired point says when and why, and can only come back', async () => {
  stubServer()
  await mountCard({
    retiredAt: '2026-11-23T09:10:00+08:00',
    change: {
      kind: 'retire',
      at: '2026-11-23T09:10:00+08:00',
      by: '演示管理员',
      reason: '设备拆除',
    },
  })
  expect(wrapper.get('[data-retired]').text()).toContain('2026-11-23 09:10')
  expect(wrapper.get('[data-retired]').text()).toContain('设备拆除')
  expect(wrapper.findAll('[data-action]').map((each) => each.attributes('data-action'))).toEqual([
    'restore',
  ])
})

test('the history: who, when, why, and before and after in words', async () => {
  stubServer(({ path }) => (path.endsWith('/history') ? { body: HISTORY } : undefined))
  await mountCard()
  expect(wrapper.find('[data-version]').exists()).toBe(false)
  await openHistory()
  const latest = wrapper.get('[data-version="3"]').text()
  expect(latest).toContain('移动')
  expect(latest).toContain('演示管理员')
  expect(latest).toContain('现场核实位置')
  expect(latest).toContain('移动 103 米')
  const before = wrapper.get('[data-version="2"]').text()
  expect(before).toMatch(/管控层级\s*班组级 → 部门级/)
  expect(wrapper.findAll('[data-undo]')).toHaveLength(1)
})

test('an earlier version opens as it stood, read-only and said so', async () => {
  const past = {
    ...POINT,
    version: 2,
    validUntil: '2026-11-23T09:00:00+08:00',
    controlLevel: 'team',
  }
  const asked = stubServer(({ path }) => {
    if (path.endsWith('/history')) return { body: HISTORY }
    return path.includes('asOf') ? { body: past } : undefined
  })
  const { place } = await mountCard()
  await openHistory()
  await wrapper.get('[data-version="2"] .links button').trigger('click')
  await flushPromises()
  // The version began at …123456; an instant of JavaScript would fall before it.
  expect(place.place.asOf).toBe('2026-11-22T01:00:00.124Z')
  expect(asked.at(-1)?.path).toContain('asOf=2026-11-22T01%3A00%3A00.124Z')
  expect(wrapper.get('.past').text()).toContain('历史版本 第 2 版')
  expect(wrapper.get('.fact-list').text()).toContain('班组级')
  expect(wrapper.find('[data-action]').exists()).toBe(false)
  expect(wrapper.find('[data-undo]').exists()).toBe(false)
  await wrapper.get('.past button').trigger('click')
  await flushPromises()
  expect(place.place.asOf).toBeUndefined()
  expect(wrapper.find('.past').exists()).toBe(false)
})

test('retiring asks for a reason and a confirmation, and keeps both when it is stale', async () => {
  const stale = {
    type: '/api/docs#stale',
    title: 'Stale',
    status: 412,
    detail: '现已是第 4 版',
    conflict: { version: 4, changes: [] },
  }
  const sent = stubServer(({ method, path, version: given }) => {
    if (method === 'GET')
      return path.endsWith(POINT.code) ? { body: { ...POINT, version: 4 } } : undefined
    return given === '"3"' ? { status: 412, body: stale } : { body: { ...POINT, version: 5 } }
  })
  const { pinia } = await mountCard()
  const posts = () => sent.filter(({ method }) => method === 'POST')
  await wrapper.get('[data-action=more]').trigger('click')
  await wrapper.get('[data-action=retire]').trigger('click')
  const submit = async () => {
    await wrapper.get('.reason-action .submit').trigger('click')
    await flushPromises()
  }
  await wrapper.get('.reason-action textarea').setValue('设备拆除')
  await submit()
  expect(posts()).toEqual([])
  await wrapper.get('.confirm input').setValue(true)
  await submit()
  expect(wrapper.get('.reason-action').text()).toContain('现为第 4 版')
  expect(wrapper.get<HTMLTextAreaElement>('.reason-action textarea').element.value).toBe('设备拆除')
  await submit()
  expect(posts()[1]).toMatchObject({ version: '"4"', body: { reason: '设备拆除' } })
  expect(wrapper.find('.reason-action').exists()).toBe(false)
  expect(useNotesStore(pinia).notice).toMatchObject({ what: 'retired', version: 5 })
})
