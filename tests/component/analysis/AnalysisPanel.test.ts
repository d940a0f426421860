import { afterEach, beforeAll, expect, test } from 'vitest'
import AnalysisPanel from '../../../client/components/analysis/AnalysisPanel.vue'
import { loadMessages } from '../../../client/i18n.ts'
import { useAnalysisStore } from '../../../client/stores/analysis.ts'
import { usePlaceStore } from '../../../client/stores/place.ts'
import { useTimelineStore } from '../../../client/stores/timeline.ts'
import { STATE } from '../../unit/client/map/sceneStates.ts'
import { mountWith } from '../mountWith.ts'

beforeAll(() => loadMessages('analysis'))
afterEach(() => document.body.replaceChildren())

const LOADED = {
  length: 1200,
  withoutCoordinates: 4,
  dataVersion: '7',
  asOf: '2026-11-23T01:00:00Z',
  milliseconds: 1,
  changed: true,
  proposedBandwidthMetres: 850,
}

function mountPanel() {
  const { wrapper, pinia } = mountWith(AnalysisPanel, {}, [
    [['areas'], STATE.geography.areas],
    [['parks'], { type: 'FeatureCollection', features: [] }],
  ])
  return {
    wrapper,
    analysis: useAnalysisStore(pinia),
    place: usePlaceStore(pinia),
    timeline: useTimelineStore(pinia),
  }
}

test('nothing is analysed until a way is chosen, and it can be ended again', async () => {
  const { wrapper, analysis } = mountPanel()
  expect(analysis.settings.mode).toBeNull()
  expect(wrapper.find('select').exists()).toBe(false)
  await wrapper.get('input[value=heat]').setValue(true)
  expect(analysis.settings.mode).toBe('heat')
  expect(wrapper.get('[data-input=weight]').element).toHaveProperty('value', 'riskValue')
  await wrapper.get('button.close').trigger('click')
  expect(analysis.settings.mode).toBeNull()
})

test('the bandwidth starts at what the rule gives, follows the slider, and goes back', async () => {
  const { wrapper, analysis } = mountPanel()
  analysis.set({ mode: 'heat' })
  await wrapper.vm.$nextTick()
  expect(wrapper.get('[data-input=bandwidth]').attributes('disabled')).toBeDefined()
  analysis.finishLoading(LOADED)
  await wrapper.vm.$nextTick()
  expect(wrapper.get('output').text()).toBe('850 m')
  expect(analysis.settings.bandwidthMetres).toBeNull()
  await wrapper.get('[data-input=bandwidth]').setValue('1250')
  expect(analysis.settings.bandwidthMetres).toBe(1250)
  expect(wrapper.get('output').text()).toBe('1,250 m')
  expect(wrapper.get('.by-rule').attributes('aria-pressed')).toBe('false')
  await wrapper.get('.by-rule').trigger('click')
  expect(analysis.settings.bandwidthMetres).toBeNull()
})

test('while two dates are compared the classes are fixed, with the reason; after it they are as chosen', async () => {
  const { wrapper, analysis, timeline } = mountPanel()
  analysis.set({ mode: 'heat', breakRule: 'quantile' })
  await wrapper.vm.$nextTick()
  const choice = () => wrapper.get<HTMLFieldSetElement>('[data-choice=breaks]').element
  const chosen = () => choice().querySelector<HTMLInputElement>('input:checked')?.value
  expect([choice().disabled, chosen()]).toEqual([false, 'quantile'])
  timeline.compare(20_634)
  await wrapper.vm.$nextTick()
  expect([choice().disabled, chosen()]).toEqual([true, 'fixed'])
  expect(wrapper.get('[data-compared]').text()).toContain('两图才可比。')
  expect(wrapper.get('[data-compared]').text()).toContain('结束对比后恢复为“分位”')
  expect(analysis.settings.breakRule).toBe('quantile')
  timeline.leave()
  await wrapper.vm.$nextTick()
  expect([choice().disabled, chosen()]).toEqual([false, 'quantile'])
})

test('clusters have no strength of colour, the others have', async () => {
  const { wrapper, analysis } = mountPanel()
  analysis.set({ mode: 'clusters' })
  await wrapper.vm.$nextTick()
  expect(wrapper.find('[data-input=opacity]').exists()).toBe(false)
  analysis.set({ mode: 'hotspots' })
  await wrapper.vm.$nextTick()
  expect(wrapper.find('[data-input=opacity]').exists()).toBe(true)
})

test('hexagons can stand upright, hotspots have neighbours and a correction', async () => {
  const { wrapper, analysis } = mountPanel()
  analysis.set({ mode: 'hexagons' })
  await wrapper.vm.$nextTick()
  expect(wrapper.get('[data-input=edge]').text()).toContain('边长 400 m(每格 0.42 km²)')
  await wrapper.get('[data-input=extruded]').setValue(true)
  expect(analysis.settings.extruded).toBe(true)
  analysis.set({ mode: 'hotspots' })
  await wrapper.vm.$nextTick()
  expect(wrapper.find('[data-input=extruded]').exists()).toBe(false)
  expect(wrapper.get('[data-input=rings]').text()).toContain('1 圈(中心距 700 m 内)')
  await wrapper.get('[data-input=correction]').setValue(false)
  expect(analysis.settings.correction).toBe('none')
})

test('only inside a place can the points be confined to it, and never for hotspots', async () => {
  const { wrapper, analysis, place } = mountPanel()
  analysis.set({ mode: 'heat' })
  await wrapper.vm.$nextTick()
  expect(wrapper.find('[data-choice=within]').exists()).toBe(false)
  place.open({ areaCode: '440307013' })
  await wrapper.vm.$nextTick()
  await wrapper.get('[data-choice=within] input[value=place]').setValue(true)
  expect(analysis.settings.confined).toBe(true)
  analysis.set({ mode: 'hotspots' })
  await wrapper.vm.$nextTick()
  expect(wrapper.find('[data-choice=within]').exists()).toBe(false)
})

test('every control has a name that is read out', async () => {
  const { wrapper, analysis } = mountPanel()
  for (const mode of ['heat', 'hexagons', 'hotspots', 'clusters'] as const) {
    analysis.set({ mode })
    await wrapper.vm.$nextTick()
    for (const control of wrapper.findAll('input, select')) {
      const { labels } = control.element as HTMLInputElement
      expect(labels?.[0]?.textContent?.trim()).toBeTruthy()
    }
  }
})
