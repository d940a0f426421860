import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import SidePanel from '../../client/components/panel/SidePanel.vue'
import { usePlaceStore } from '../../client/stores/place.ts'
import { NO_HIDDEN_DANGERS } from '../helpers/noHiddenDangers.ts'
import { mountWith } from './mountWith.ts'

beforeEach(() => {
  vi.stubGlobal('fetch', () => new Promise(() => {}))
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

const NO_FIGURES = {
  riskPoints: { total: 0, major: 0, larger: 0, general: 0, low: 0 },
  riskValue: 0,
  overdueReviews: 0,
  missingCoordinates: 0,
  hazardSources: 0,
  majorHazardSources: 0,
  parks: 1,
  demonstrationParks: 0,
  enterprises: 0,
  ...NO_HIDDEN_DANGERS,
}
const DISTRICT = {
  ...NO_FIGURES,
  area: { code: '440307', name: '龙岗区', level: 'district', officialAreaKm2: 388.21 },
  children: [{ ...NO_FIGURES, code: '440307003', name: '平湖街道', kind: 'street' }],
  asOf: '2026-11-23T09:00:00+08:00',
  source: '测试',
  fictitious: false,
}

function mountPanel() {
  const { wrapper, pinia } = mountWith(SidePanel, {}, [[['summary', '440307'], DISTRICT]])
  return { wrapper, place: usePlaceStore(pinia), panel: wrapper.get('#panel').element }
}

test('a drill-down by keyboard goes on in the panel', async () => {
  const { wrapper, place, panel } = mountPanel()
  const child = wrapper.get<HTMLButtonElement>('.children-list li button')
  child.element.focus()
  await child.trigger('click')
  await flushPromises()
  expect(place.place.areaCode).toBe('440307003')
  expect(document.activeElement).toBe(panel)
})

test('going up with the focus lost takes it back into the panel', async () => {
  const { place, panel } = mountPanel()
  place.open({ areaCode: '440307003' })
  await flushPromises()
  expect(document.activeElement).toBe(panel)
  ;(document.activeElement as HTMLElement).blur()
  place.goUp()
  await flushPromises()
  expect(document.activeElement).toBe(panel)
})

test('what has the focus elsewhere keeps it', async () => {
  const { place } = mountPanel()
  const elsewhere = document.body.appendChild(document.createElement('button'))
  elsewhere.focus()
  place.open({ areaCode: '440307003' })
  await flushPromises()
  expect(document.activeElement).toBe(elsewhere)
})

test('data that is real carries no demo mark', () => {
  const { wrapper } = mountPanel()
  expect(wrapper.get('.status-strip').text()).not.toContain('演示数据')
})
