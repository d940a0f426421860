import { expect, test } from 'vitest'
import MapLegend from '../../client/components/map/MapLegend.vue'
import { useCameraStore } from '../../client/stores/camera.ts'
import { useFiltersStore } from '../../client/stores/filters.ts'
import { useLayersStore } from '../../client/stores/layers.ts'
import { FIGURES } from '../unit/client/map/sceneStates.ts'
import { mountWith } from './mountWith.ts'

const mountLegend = () => mountWith(MapLegend, {}, [[['figures'], FIGURES]])

test('the counts are those of the open place', () => {
  const { wrapper } = mountLegend()
  const counts = wrapper.findAll('.levels b').map((item) => item.text())
  expect(counts).toEqual(['2', '40', '0', '1,158'])
})

test('a level switched off leaves the filters, and its button says so', async () => {
  const { wrapper, pinia } = mountLegend()
  const low = wrapper.get('button[data-level=low]')
  expect(low.attributes('aria-pressed')).toBe('true')
  await low.trigger('click')
  expect(useFiltersStore(pinia).filters.levels).toEqual(['major', 'larger', 'general'])
  expect(low.attributes('aria-pressed')).toBe('false')
  await wrapper.get('.reset').trigger('click')
  expect(useFiltersStore(pinia).active).toBe(false)
})

test('the classes are those of the scale on screen, marked as proposed', async () => {
  const { wrapper, pinia } = mountLegend()
  const classes = () => wrapper.findAll('.measure-legend li').map((item) => item.text())
  expect(classes()).toEqual(['0–20', '21–45', '46–75', '≥76'])
  expect(wrapper.get('.measure-legend').text()).toContain('建议值')
  const camera = useCameraStore(pinia)
  camera.fitZoom = 11
  camera.report(
    { longitude: 114, latitude: 22, zoom: 13, bearing: 0, pitch: 0 },
    [113, 21, 115, 23],
  )
  await wrapper.vm.$nextTick()
  expect(classes()).toEqual(['0', '1–3', '4–8', '9–15', '≥16', '无在册园区'])
})

test('the official measure shows the four levels and no formula', async () => {
  const { wrapper, pinia } = mountLegend()
  useLayersStore(pinia).choose('highestLevel')
  await wrapper.vm.$nextTick()
  expect(wrapper.findAll('.measure-legend li')).toHaveLength(4)
  expect(wrapper.get('.measure-legend').text()).not.toContain('V =')
})

test('the legend says what the doubling counts', () => {
  const { wrapper } = mountLegend()
  expect(wrapper.text()).toContain('复评超期或隐患逾期未改的翻倍')
})
