import { afterEach, beforeAll, expect, test } from 'vitest'
import GradingCalculator from '../../../client/components/grading/GradingCalculator.vue'
import { loadMessages } from '../../../client/i18n.ts'
import type { Grading } from '#data/grading/grade'
import { mountWith } from '../mountWith.ts'

beforeAll(() => loadMessages('grading'))
afterEach(() => document.body.replaceChildren())

const settings = (lec = '>320,>=160,>=70') => ({
  methods: [
    { method: 'LEC', version: 'LEC-2026.1', thresholds: lec },
    { method: 'LS', version: 'LS-2026.1', thresholds: '>=20,>=15,>=9' },
  ],
  reviewIntervalDays: { major: 30, larger: 90, general: 180, low: 365 },
})

function mountCalculator(grading: Grading | null, { lec = undefined as string | undefined } = {}) {
  const { wrapper } = mountWith(
    GradingCalculator,
    {
      props: {
        grading,
        'onUpdate:grading': (next: Grading | null) => wrapper.setProps({ grading: next }),
      },
    },
    [[['grading'], settings(lec)]],
  )
  const model = () => wrapper.props('grading') as Grading | null
  const working = () => wrapper.get('.working').text().replace(/\s+/g, ' ')
  return { wrapper, model, working }
}

test('LEC: the working and the level are there once all three factors are chosen', async () => {
  const { wrapper, model, working } = mountCalculator(null)
  await wrapper.get('[data-factor=l]').setValue('3')
  await wrapper.get('[data-factor=e]').setValue('6')
  expect(model()).toBeNull()
  expect(wrapper.find('.working').exists()).toBe(false)
  await wrapper.get('[data-factor=c]').setValue('15')
  expect(model()).toEqual({ method: 'LEC', inputs: { l: 3, e: 6, c: 15 } })
  expect(working()).toBe('D = L × E × C = 3 × 6 × 15 = 270 → 较大风险点')
  expect(wrapper.get('[aria-current]').text()).toContain('160 ≤ D ≤ 320')
  expect(wrapper.get('[data-factor=c]').text()).toContain('15 · 非常严重,一人死亡')
})

test('the thresholds that the server has in force decide, and the version names them', () => {
  const { wrapper, working } = mountCalculator(
    { method: 'LEC', inputs: { l: 3, e: 6, c: 15 } },
    { lec: '>=250,>=160,>=70' },
  )
  expect(working()).toContain('270 → 重大风险点')
  expect(wrapper.get('[aria-current]').text()).toContain('D ≥ 250')
  expect(wrapper.text()).toContain('LEC-2026.1(>=250,>=160,>=70)')
})

test('a cell of the matrix chooses both factors; every cell has the level of its product', async () => {
  const { wrapper, model, working } = mountCalculator(null)
  await wrapper.get('[data-method=LS]').trigger('click')
  const levels = wrapper.findAll('[data-cell]').map(({ element }) => {
    const { cell, level } = (element as HTMLElement).dataset
    const [likelihood = 0, severity = 0] = (cell ?? '').split('-').map(Number)
    return { product: likelihood * severity, level }
  })
  expect(levels).toHaveLength(25)
  for (const { product, level } of levels) {
    const expected =
      product >= 20 ? 'major' : product >= 15 ? 'larger' : product >= 9 ? 'general' : 'low'
    expect(level, String(product)).toBe(expected)
  }
  await wrapper.get('[data-cell="4-5"]').trigger('click')
  expect(model()).toEqual({ method: 'LS', inputs: { likelihood: 4, severity: 5 } })
  expect(working()).toBe('R = L × S = 4 × 5 = 20 → 重大风险点')
  expect(wrapper.get('[aria-pressed=true][data-cell]').attributes('data-cell')).toBe('4-5')
})

test('the matrix goes by arrow keys from one tab stop, and stops at its edge', async () => {
  const { wrapper } = mountCalculator({ method: 'LS', inputs: { likelihood: 4, severity: 5 } })
  const stops = () => wrapper.findAll('[data-cell][tabindex="0"]')
  expect(stops()).toHaveLength(1)
  const cell = stops()[0]!
  cell.element.dispatchEvent(new FocusEvent('focus'))
  await cell.trigger('keydown', { key: 'ArrowRight' })
  expect(stops()[0]!.attributes('data-cell')).toBe('4-5')
  await cell.trigger('keydown', { key: 'ArrowDown' })
  expect(stops()[0]!.attributes('data-cell')).toBe('3-5')
  expect(document.activeElement).toBe(stops()[0]!.element)
})

test('switching the method over and back loses nothing', async () => {
  const chosen: Grading = { method: 'LEC', inputs: { l: 1, e: 6, c: 40 } }
  const { wrapper, model } = mountCalculator(chosen)
  await wrapper.get('[data-method=LS]').trigger('click')
  expect(model()).toBeNull()
  await wrapper.get('[data-method=LEC]').trigger('click')
  expect(model()).toEqual(chosen)
})

test('a value outside the table is refused at its factor, without a level', () => {
  const { wrapper } = mountCalculator({ method: 'LEC', inputs: { l: 4, e: 6, c: 15 } })
  expect(wrapper.get('[role=alert]').text()).toBe('L = 4 不在取值表中,请改选表中的值。')
  expect(wrapper.find('.working').exists()).toBe(false)
})

test('set to null from outside, it starts anew', async () => {
  const { wrapper } = mountCalculator({ method: 'LEC', inputs: { l: 3, e: 6, c: 15 } })
  await wrapper.setProps({ grading: null })
  expect(wrapper.find('.working').exists()).toBe(false)
  await wrapper.get('[data-factor=l]').setValue('1')
  expect(wrapper.props('grading')).toBeNull()
})
