import { flushPromises } from '@vue/test-utils'
import { beforeAll, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { ComparedPlace } from '#data/contract/analysis/comparisonSchemas'
import ComparePage from '../../../client/components/comparison/ComparePage.vue'
import { rateRows, ratioRows } from '../../../client/components/comparison/compareRows.ts'
import { loadMessages } from '../../../client/i18n.ts'
import { mountWith } from '../mountWith.ts'
import { comparedPlace } from './comparedPlace.ts'

const LEFT = comparedPlace()
const RIGHT = comparedPlace({ code: '440307012', name: '南湾街道', officialAreaKm2: null })
const INDICATOR = LEFT.indicators[0]!

beforeAll(() => loadMessages('comparison'))

async function open(address: string, left = LEFT, right = RIGHT) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/compare', component: ComparePage }],
  })
  await router.push(address)
  const told = { asOf: '2026-11-23T09:00:00+08:00', fictitious: true, source: '演示' }
  const nothing = { type: 'FeatureCollection', features: [] }
  const { wrapper } = mountWith(ComparePage, { global: { plugins: [router] } }, [
    [['areas'], nothing],
    [['parks'], nothing],
    [['comparison', left.code, right.code], { left, right, ...told }],
    [['comparison', right.code, left.code], { left: right, right: left, ...told }],
  ])
  await flushPromises()
  return { wrapper, router }
}
const rowOf = (wrapper: Awaited<ReturnType<typeof open>>['wrapper'], key: string) =>
  wrapper
    .get(`[data-row=${key}]`)
    .findAll('td')
    .map((cell) => cell.text().replace(/\s+/g, ' '))

describe('rateRows', () => {
  const sides = (value: number, part: Partial<typeof INDICATOR> = {}) => ({
    left: LEFT,
    right: { ...RIGHT, indicators: [{ ...INDICATOR, value, ...part }, LEFT.indicators[1]!] },
  })
  const overdue = (places: { left: ComparedPlace; right: ComparedPlace }) => rateRows(places)[0]

  it('calls the side with less overdue better', () => {
    expect(overdue(sides(7.5))).toMatchObject({ key: 'overdueRate', difference: 2.5 })
    expect(overdue(sides(7.5))?.better).toBe('right')
    expect(overdue(sides(12))?.better).toBe('left')
    expect(overdue(sides(10))?.better).toBeNull()
  })

  it('judges nothing where cases are few', () => {
    expect(overdue(sides(7.5, { fewSamples: true }))?.better).toBeNull()
  })
})

describe('ratioRows', () => {
  const cellsOf = (key: string, left: ComparedPlace, right: ComparedPlace) =>
    ratioRows({ left, right }).find((row) => row.key === key)

  it('divides by published area only', () => {
    const row = cellsOf('largerPerArea', LEFT, RIGHT)
    expect(row?.left.value).toBe(2.5)
    expect(row?.right).toMatchObject({ value: null, gap: { 'zh-CN': '无公布面积' } })
    expect(row?.difference).toBeNull()
  })

  it('says 样本少 below 20 enterprises', () => {
    const few = { ...RIGHT, figures: { ...RIGHT.figures, enterprises: 19 } }
    const row = cellsOf('riskValuePerEnterprises', LEFT, few)
    expect(row?.left.value).toBe(30)
    expect(row?.right.gap?.['zh-CN']).toContain('样本少')
    const enough = { ...RIGHT, figures: { ...RIGHT.figures, enterprises: 20 } }
    expect(cellsOf('riskValuePerEnterprises', LEFT, enough)?.right.value).toBe(300)
  })
})

describe('ComparePage', () => {
  it('sets both places side by side, with cases, and never judges a count', async () => {
    const { wrapper } = await open('/compare?left=440307017&right=440307012')
    expect(rowOf(wrapper, 'overdueRate')).toEqual(['10 5/50', '10 5/50', '相同'])
    expect(rowOf(wrapper, 'largerPerArea')[1]).toBe('无公布面积')
    expect(wrapper.find('[data-group=counts] .better').exists()).toBe(false)
    expect(wrapper.findAll('figure').map((chart) => chart.attributes('data-code'))).toEqual([
      '440307017',
      '440307012',
    ])
    expect(wrapper.get('[data-campaign=ZX-001]').text()).toContain('25%')
    expect(wrapper.text()).toContain('南湾街道无公布面积')
    wrapper.unmount()
  })

  it('swaps the sides in the address', async () => {
    const { wrapper, router } = await open('/compare?left=440307017&right=440307012')
    await wrapper.get('button.swap').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ left: '440307012', right: '440307017' })
    expect(wrapper.findAll('th.place').map((head) => head.text())).toEqual(['南湾街道', '横岗街道'])
    wrapper.unmount()
  })

  it('asks for what is missing, and refuses the same twice', async () => {
    const one = await open('/compare?left=440307017')
    expect(one.wrapper.text()).toContain('请在上面选两个')
    one.wrapper.unmount()
    const same = await open('/compare?left=440307017&right=440307017')
    expect(same.wrapper.get('[role=alert]').text()).toContain('两边是同一个对象')
    same.wrapper.unmount()
  })
})
