import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { h } from 'vue'
import type { HazardSource } from '#data/domain/hazardSources'
import ConsequencePanel from '../../../client/components/consequences/ConsequencePanel.vue'
import { loadMessages } from '../../../client/i18n.ts'
import { useCameraStore } from '../../../client/stores/camera.ts'
import { useConsequencesStore } from '../../../client/stores/consequences.ts'
import { useLayersStore } from '../../../client/stores/layers.ts'
import { mountWith } from '../mountWith.ts'

const POSITION = { longitude: 114.1, latitude: 22.66 }
const SOURCE: HazardSource = {
  code: 'DEMO-H-00001',
  name: '液化石油气储罐',
  unitKind: 'storage',
  exposedPeople: 120,
  s: 0.84,
  r: 2.52,
  alpha: 2,
  majorHazardGrade: null,
  fictitious: true,
  substances: [
    {
      cas: '7664-41-7',
      name: '氨',
      designedQuantityTonnes: 2,
      criticalTonnes: 10,
      beta: 2,
      form: null,
      hazardClass: null,
    },
    {
      cas: '68476-85-7',
      name: '液化石油气',
      designedQuantityTonnes: 42,
      criticalTonnes: 50,
      beta: 1.5,
      form: null,
      hazardClass: null,
    },
  ],
}

const circle = (radiusMetres: number) => ({
  radiusMetres,
  parks: [{ code: 'DEMO-P-001', name: '砚塱智造园', areaCode: '440307013002' }],
  communities: [{ code: '440307013002', name: '岗头社区' }],
  facilities: [
    { code: 'F-1', name: '砚塱微型消防站', kind: 'microFireStation', distanceMetres: 61.4 },
  ],
  riskPoints: { total: 1200, major: 1, larger: 2, general: 3, low: 1194 },
  enterprises: 7,
  headcount: 1640,
})

let asked: URL[] = []
let answer: (radii: number[]) => Response | Promise<Response>
const found = (radii: number[]) =>
  Response.json({
    ...POSITION,
    circles: radii.map(circle),
    asOf: '2026-11-23T09:00:00+08:00',
    source: '演示数据集',
  })

beforeAll(() => loadMessages('grading'))
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  asked = []
  answer = found
  vi.stubGlobal('fetch', (address: string) => {
    const url = new URL(address, 'http://localhost')
    asked.push(url)
    return Promise.resolve(answer((url.searchParams.get('radii') ?? '').split(',').map(Number)))
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

/** Lets the typing rest, the script of the circles come and the answers arrive. */
async function settle() {
  await vi.advanceTimersByTimeAsync(400)
  await vi.dynamicImportSettled()
  await flushPromises()
}

function mountPanel(position: typeof POSITION | null = POSITION, hazardSource = SOURCE) {
  const { wrapper, pinia } = mountWith(ConsequencePanel, {
    props: { hazardSource, position, riskPointCode: 'DEMO-R-0000007' },
  })
  return { wrapper, pinia, store: useConsequencesStore(pinia) }
}

const radiusOf = (wrapper: ReturnType<typeof mountPanel>['wrapper'], key: string) =>
  wrapper.get(`[data-radius="${key}"] .number`).text()
const inputOf = (wrapper: ReturnType<typeof mountPanel>['wrapper'], key: string) =>
  wrapper.get<HTMLInputElement>(`[data-input=${key}]`)

test('the fuel among the substances fills the form, as a proposed value', async () => {
  const { wrapper } = mountPanel()
  expect(inputOf(wrapper, 'massKg').element.value).toBe('42000')
  expect(inputOf(wrapper, 'heatOfCombustionKjPerKg').element.value).toBe('46000')
  expect(wrapper.text()).toContain('液化石油气设计最大量 42 t × 1,000')
  expect(wrapper.text()).toContain('建议值')
  await inputOf(wrapper, 'heatOfCombustionKjPerKg').setValue('50290.2')
  // The published case: 49.9, 124.7, 224.1 and 180.5 m.
  expect(radiusOf(wrapper, 'death')).toBe('49.9 m')
  expect(radiusOf(wrapper, 'seriousInjury')).toBe('125 m')
  expect(radiusOf(wrapper, 'minorInjury')).toBe('224 m')
  expect(radiusOf(wrapper, 'property')).toBe('181 m')
  expect(wrapper.text()).toContain('示意 不替代定量风险评价')
})

test('circles are drawn with the widest in view, and go with the panel', async () => {
  const { wrapper, pinia, store } = mountPanel()
  const layers = useLayersStore(pinia)
  expect(layers.visibility.consequences).toBe(true)
  await settle()
  expect(store.shown).toMatchObject({ riskPointCode: 'DEMO-R-0000007', model: 'vce', ...POSITION })
  expect(store.shown?.rings.map(({ key }) => key)).toEqual([
    'death',
    'seriousInjury',
    'minorInjury',
    'property',
  ])
  const wanted = useCameraStore(pinia).wanted
  const [west, south, east, north] = wanted && 'bounds' in wanted ? wanted.bounds : [0, 0, 0, 0]
  const widest = Math.max(...(store.shown?.rings ?? []).map(({ radiusMetres }) => radiusMetres))
  // A degree of latitude is 111.2 km; the widest ring must fit, and not much more.
  expect(((north - south) / 2) * 111_195).toBeCloseTo(widest, 0)
  expect(west).toBeLessThan(POSITION.longitude)
  expect(east).toBeGreaterThan(POSITION.longitude)
  wrapper.unmount()
  expect(store.shown).toBeNull()
})

test('what lies inside is the answer of the server, ring by ring', async () => {
  const { wrapper } = mountPanel()
  await settle()
  const url = asked.find(({ pathname }) => pathname === '/api/surroundings')
  expect(url?.searchParams.get('longitude')).toBe('114.1')
  expect(url?.searchParams.get('radii')?.split(',')).toHaveLength(4)
  const inside = wrapper.get('[data-ring=death]')
  expect(inside.get('[data-figure=riskPoints]').text()).toBe('风险点 1,200 个')
  expect(inside.get('[data-figure=enterprises]').text()).toBe('企业 7 家')
  expect(inside.get('[data-figure=headcount]').text()).toBe('员工 1,640 人')
  expect(inside.get('[data-level=low]').text()).toContain('1,194')
  expect(inside.get('[data-figure=parks]').text()).toContain('砚塱智造园')
  expect(inside.text()).toContain('微型消防站')
  expect(inside.text()).toContain('61.4 m')
  expect(wrapper.text()).toContain('演示数据集')
})

test('a value out of its range is refused with the range, and draws nothing', async () => {
  const { wrapper, store } = mountPanel()
  await settle()
  await inputOf(wrapper, 'massKg').setValue('1e308')
  expect(wrapper.get('[role=alert]').text()).toBe('须大于 0,不超过 100,000,000 kg')
  expect(wrapper.find('[data-radius]').exists()).toBe(false)
  await settle()
  expect(store.shown).toBeNull()
})

test('another substance and another model bring their own values', async () => {
  const { wrapper } = mountPanel()
  await inputOf(wrapper, 'model').setValue('bleve')
  expect(inputOf(wrapper, 'stockKg').element.value).toBe('42000')
  expect(wrapper.text()).toContain('火球半径')
  await inputOf(wrapper, 'substance').setValue('0')
  expect(inputOf(wrapper, 'stockKg').element.value).toBe('2000')
  await inputOf(wrapper, 'model').setValue('vce')
  expect(inputOf(wrapper, 'heatOfCombustionKjPerKg').element.value).toBe('')
  expect(wrapper.text()).toContain('无建议值')
  expect(wrapper.text()).toContain('填齐各项后给出半径')
})

test('a radius inside the pool says so', async () => {
  const { wrapper } = mountPanel()
  await inputOf(wrapper, 'model').setValue('pool-fire')
  await inputOf(wrapper, 'radiusMetres').setValue('29')
  await inputOf(wrapper, 'burningRateKgPerM2S').setValue('0.02')
  expect(radiusOf(wrapper, '37.5')).toContain('在液池内')
  expect(radiusOf(wrapper, '1.6')).not.toContain('在液池内')
})

test('without a position the radii stand, and it says what to do first', async () => {
  const { wrapper, store } = mountPanel(null)
  await settle()
  expect(wrapper.find('[data-radius=death]').exists()).toBe(true)
  expect(wrapper.text()).toContain('请先在风险点上补充位置')
  expect(store.shown).toBeNull()
  expect(asked).toEqual([])
})

test('a server that fails is told of, with a way to try again; the radii stay', async () => {
  answer = () => Response.json({}, { status: 503 })
  const { wrapper } = mountPanel()
  await settle()
  expect(wrapper.get('.error-state').text()).toContain('503')
  expect(wrapper.find('[data-radius=death]').exists()).toBe(true)
  answer = found
  await wrapper.get('.error-state button').trigger('click')
  await settle()
  expect(wrapper.find('[data-ring=death]').exists()).toBe(true)
})

test('circles that were switched off come back for whoever asks for them', async () => {
  const Host = ({ open }: { open: boolean }) =>
    open
      ? h(ConsequencePanel, { hazardSource: SOURCE, position: POSITION, riskPointCode: 'R-1' })
      : null
  const { wrapper, pinia } = mountWith(Host, { props: { open: false } })
  const layers = useLayersStore(pinia)
  layers.toggle('consequences')
  expect(layers.visibility.consequences).toBe(false)
  await wrapper.setProps({ open: true })
  expect(layers.visibility.consequences).toBe(true)
})
