import { afterEach, beforeAll, expect, test } from 'vitest'
import { EMPTY_FILTER } from '../../../client/analysis/pointFilter.ts'
import AnalysisLegend from '../../../client/components/analysis/AnalysisLegend.vue'
import { loadMessages } from '../../../client/i18n.ts'
import { useAnalysisStore, type AnalysisResult } from '../../../client/stores/analysis.ts'
import { useTimelineStore } from '../../../client/stores/timeline.ts'
import { HEXAGONS, HOTSPOTS, SURFACE } from '../../unit/client/map/overlays/analysisAnswers.ts'
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

async function mountLegend(result: AnalysisResult) {
  const { wrapper, pinia } = mountWith(AnalysisLegend, {}, [[['areas'], STATE.geography.areas]])
  const analysis = useAnalysisStore(pinia)
  analysis.set({ mode: result.mode, weight: result.weight })
  analysis.finishLoading(LOADED)
  analysis.show(result)
  await wrapper.vm.$nextTick()
  return { wrapper, analysis, timeline: useTimelineStore(pinia) }
}
const HEAT = { mode: 'heat', breakRule: 'fixed', bandwidthByRule: true } as const
const asked = { weight: 'riskValue', day: null, filter: EMPTY_FILTER } as const

test('a surface says unit, classes, kernel, points and date, and marks the fixed scale', async () => {
  const { wrapper, analysis } = await mountLegend({ ...asked, ...HEAT, answer: SURFACE })
  const text = wrapper.text()
  expect(text).toContain('热力:较大以上风险值')
  expect(text).toContain('(折合个/km²)')
  expect(wrapper.get('em').text()).toBe('建议值')
  expect(wrapper.findAll('.class-bar span').map((each) => each.text())).toEqual([
    '0.5–',
    '1–',
    '2–',
    '4–',
    '8–',
    '≥16',
  ])
  expect(text).toContain('高斯核,带宽 850 m(按规则)')
  expect(text).toContain('计入全区 520 个点')
  expect(text).toContain('缺坐标 4 个未计')
  expect(text).toContain('数据截至 2026-11-23 09:00')
  const quantile = { ...HEAT, breakRule: 'quantile' } as const
  analysis.show({ ...asked, ...quantile, answer: SURFACE })
  await wrapper.vm.$nextTick()
  expect(wrapper.find('em').exists()).toBe(false)
})

test('a newer choice is told when its answer is there, not before', async () => {
  const { wrapper, analysis } = await mountLegend({ ...asked, ...HEAT, answer: SURFACE })
  const before = wrapper.text()
  analysis.set({ weight: 'headcount', breakRule: 'quantile', bandwidthMetres: 300 })
  await wrapper.vm.$nextTick()
  expect(wrapper.text()).toBe(before)
  const newer = { ...HEAT, ...asked, weight: 'headcount', breakRule: 'quantile' } as const
  analysis.show({ ...newer, bandwidthByRule: false, answer: SURFACE })
  await wrapper.vm.$nextTick()
  expect(wrapper.text()).toContain('热力:从业人数')
  expect(wrapper.text()).toContain('分位分级')
  expect(wrapper.text()).not.toContain('按规则')
})

test('a past day is told instead of the time of the data', async () => {
  const { wrapper } = await mountLegend({ ...asked, day: 20_634, ...HEAT, answer: SURFACE })
  expect(wrapper.text()).toContain('2026-06-30 24:00 的情况')
  expect(wrapper.text()).not.toContain('数据截至')
})

test('an empty selection says what to do and keeps the method', async () => {
  const answer = {
    ...SURFACE,
    located: 0,
    withoutCoordinates: 0,
    totalWeight: 0,
    breaks: [],
    bands: { type: 'FeatureCollection' as const, features: [] },
  }
  const { wrapper } = await mountLegend({ ...asked, ...HEAT, answer })
  expect(wrapper.get('.warn').text()).toBe('没有符合筛选的风险点。请放宽筛选,或换一个范围。')
  expect(wrapper.find('.class-bar').exists()).toBe(false)
})

test('hotspots count every class and say that significant is not dangerous', async () => {
  const { wrapper } = await mountLegend({ ...asked, mode: 'hotspots', answer: HOTSPOTS })
  expect(wrapper.get('[data-class="99"]').text()).toContain('41')
  expect(wrapper.get('[data-class="-95"]').text()).toContain('2')
  expect(wrapper.get('.hotspot-finding').text()).toContain('930个六边形中53个显著偏高')
  expect(wrapper.text()).toContain('统计显著不等于危险')
})

test('hexagons say by which rule they are classed and what their marks are', async () => {
  const { wrapper } = await mountLegend({ ...asked, mode: 'hexagons', answer: HEXAGONS })
  expect(wrapper.get('[data-fact=rule]').text()).toBe('分位分级')
  expect(wrapper.get('[data-fact=highest]').text()).toContain('最高等级')
  expect(wrapper.find('em').exists()).toBe(false)
})

test('a failure is told with a way to try again', async () => {
  const { wrapper, analysis } = await mountLegend({ ...asked, ...HEAT, answer: SURFACE })
  analysis.fail({ kind: 'unreachable', status: 0 })
  await wrapper.vm.$nextTick()
  expect(wrapper.get('[role=alert]').text()).toContain('连不上服务器')
  await wrapper.get('[role=alert] button').trigger('click')
  expect(analysis.requests).toBe(1)
  expect(analysis.failure).toBeNull()
})

test('points of one street alone are told with its name', async () => {
  const filter = { ...EMPTY_FILTER, areaCode: '440307013' }
  const { wrapper } = await mountLegend({ ...asked, ...HEAT, filter, answer: SURFACE })
  expect(wrapper.get('[data-fact=pointsOf]').text()).toBe('仅计440307013 520 个点')
})

test('of two dates each side tells its day and its points', async () => {
  const first = { ...asked, ...HEAT, day: 20_634, answer: SURFACE }
  const { wrapper, analysis, timeline } = await mountLegend(first)
  timeline.know({ first: 20_000, last: 20_780 })
  timeline.show(20_634)
  timeline.compare(20_700)
  analysis.showRight({ ...first, day: 20_700, answer: { ...SURFACE, located: 498 } })
  await wrapper.vm.$nextTick()
  expect(wrapper.get('[data-side=left]').text()).toContain('左图:')
  expect(wrapper.get('[data-side=left]').text()).toContain('2026-06-30 24:00 的情况')
  expect(wrapper.get('[data-side=left]').text()).toContain('计入全区 520 个点')
  expect(wrapper.get('[data-side=right]').text()).toContain('计入全区 498 个点')
  expect(wrapper.get('.facts').text()).not.toContain('计入')
})

test('of two dates each side tells what was found', async () => {
  const first = { ...asked, mode: 'hotspots' as const, day: 20_634, answer: HOTSPOTS }
  const { wrapper, analysis, timeline } = await mountLegend(first)
  timeline.know({ first: 20_000, last: 20_780 })
  timeline.show(20_634)
  timeline.compare(20_700)
  analysis.showRight({ ...first, day: 20_700 })
  await wrapper.vm.$nextTick()
  const findings = wrapper.findAll('.hotspot-finding').map((each) => each.text())
  expect(findings).toHaveLength(2)
  expect(findings[0]).toMatch(/^左图:/)
  expect(findings[1]).toMatch(/^右图:.*2026-09-04/)
})
