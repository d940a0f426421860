import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nextTick } from 'vue'
import RiskPointList from '../../client/components/panel/RiskPointList.vue'
import { useFiltersStore } from '../../client/stores/filters.ts'
import { usePointsStore } from '../../client/stores/points.ts'
import { mountWith } from './mountWith.ts'

const counts = (total: number) => ({ total, major: 1, larger: 2, general: 3, low: total - 6 })
const item = {
  id: 7,
  code: 'DEMO-R-0000007',
  name: '抛光除尘',
  longitude: 114.1,
  latitude: 22.6,
  level: 'major',
  score: 400,
  areaCode: '440307013002',
  parkCode: 'DEMO-P-001',
  location: '抛光车间',
  accidentTypes: ['粉尘爆炸'],
  responsiblePerson: null,
  reviewDue: '2026-11-01',
  fictitious: true,
  parkName: '某园区',
  enterpriseCode: null,
  enterpriseName: null,
  reviewOverdue: true,
}

const asked: string[] = []
beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address)
    const items = address.includes('majorHazards') ? [] : [item]
    return Promise.resolve(Response.json({ items, nextCursor: items.length ? 'aWQ' : null }))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function mountList() {
  const props = { park: 'DEMO-P-001', area: '440307013002', counts: counts(10) }
  const mounted = mountWith(RiskPointList, { props })
  await flushPromises()
  return { ...mounted, filters: useFiltersStore(mounted.pinia) }
}

test('the list follows every filter of the map', async () => {
  const { filters, wrapper } = await mountList()
  expect(wrapper.get('header').text()).toContain('10个')
  filters.toggleLevel('low')
  filters.toggleClass('dust', ['dust', 'ammonia', 'lithiumBattery'])
  filters.toggleFlag('hazardSourcesOnly')
  filters.toggleFlag('reviewOverdueOnly')
  await flushPromises()
  const query = Object.fromEntries(new URL(asked.at(-1) ?? '', 'http://localhost').searchParams)
  expect(query).toEqual({
    park: 'DEMO-P-001',
    limit: '50',
    level: 'major,larger,general',
    highRiskClass: 'dust',
    hazardSources: 'true',
    reviewOverdue: 'true',
  })
})

test('by level the figures of the park count, without the points of the map', async () => {
  const { filters, wrapper } = await mountList()
  filters.toggleLevel('low')
  await flushPromises()
  expect(wrapper.get('header').text()).toContain('6个')
  expect(wrapper.get('.more').text()).toContain('5')
})

test('by anything else the points of the map count, and before they are there nothing does', async () => {
  const { filters, wrapper, pinia } = await mountList()
  filters.toggleFlag('reviewOverdueOnly')
  await flushPromises()
  expect(wrapper.find('header span').exists()).toBe(false)
  expect(wrapper.get('.more').text()).toContain('…')
  usePointsStore(pinia).counts = {
    everything: counts(90),
    byCode: new Map([['DEMO-P-001', counts(8)]]),
    matching: counts(8),
    withoutCoordinates: 0,
  }
  await nextTick()
  expect(wrapper.get('header').text()).toContain('8个')
  expect(wrapper.get('.more').text()).toContain('7')
})

test('nothing that fits, or no level at all, is said', async () => {
  const { filters, wrapper } = await mountList()
  filters.toggleFlag('majorHazardsOnly')
  await flushPromises()
  expect(wrapper.text()).toContain('没有风险点')
  expect(wrapper.find('.more').exists()).toBe(false)
  filters.replace({ ...filters.filters, levels: [] })
  await flushPromises()
  expect(asked).toHaveLength(2)
  expect(wrapper.text()).toContain('没有风险点')
})
