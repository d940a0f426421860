import { afterEach, beforeAll, expect, test } from 'vitest'
import MajorHazardSection from '../../../client/components/knowledge/MajorHazardSection.vue'
import { loadMessages } from '../../../client/i18n.ts'
import { mountWith } from '../mountWith.ts'

beforeAll(() => loadMessages('grading'))
afterEach(() => document.body.replaceChildren())

function mountSection() {
  const { wrapper } = mountWith(MajorHazardSection)
  const row = (index: number) => wrapper.get(`[data-row="${index}"]`)
  return {
    wrapper,
    async choose(index: number, typed: string) {
      const input = row(index).get('[role=combobox]')
      await input.trigger('focus')
      await input.setValue(typed)
      await input.trigger('keydown', { key: 'Enter' })
    },
    quantity: (index: number, tonnes: string) =>
      row(index).get('[data-input=quantity]').setValue(tonnes),
    people: (count: string) => wrapper.get('[data-input=people]').setValue(count),
    working: (of: 's' | 'r') => wrapper.get(`[data-working=${of}]`).text().replace(/\s+/g, ' '),
  }
}

test('氨 40 t with 100 people or more: S 4, R 16, grade 3', async () => {
  const { wrapper, choose, quantity, people, working } = mountSection()
  expect(wrapper.find('.grade').exists()).toBe(false)
  await choose(0, '7664-41-7')
  await quantity(0, '40')
  await people('120')
  expect(wrapper.get('.grade').text()).toBe('三级重大危险源')
  expect(working('s')).toBe('S = Σ q/Q = 40/10 = 4 ≥ 1')
  expect(working('r')).toBe('R = α·Σ β·q/Q = 2 × (2×40/10) = 16')
})

test('terms add up, by name and by class; below 1 the unit is none', async () => {
  const { wrapper, choose, quantity, people, working } = mountSection()
  await choose(0, '甲醇')
  await quantity(0, '100')
  await wrapper.get('.add').trigger('click')
  await choose(1, 'W5.3')
  await quantity(1, '500')
  await people('0')
  expect(wrapper.get('.grade').text()).toBe('未构成重大危险源')
  expect(working('s')).toBe('S = Σ q/Q = 100/500 + 500/1000 = 0.7 < 1')
  expect(working('r')).toContain('0.5 × (1×100/500 + 1×500/1000) = 0.35')
  await wrapper.findAll('.remove')[1]!.trigger('click')
  expect(working('s')).toContain('= 0.2 < 1')
})

test.each([
  ['0', '须为大于 0 的吨数'],
  ['-3', '须为大于 0 的吨数'],
  ['1e308', '核对单位是否为 t'],
])('a quantity of %s t is refused with what to do', async (tonnes, words) => {
  const { wrapper, choose, quantity, people } = mountSection()
  await choose(0, '氯')
  await quantity(0, tonnes)
  await people('10')
  expect(wrapper.get('[role=alert]').text()).toContain(words)
  expect(wrapper.find('.grade').exists()).toBe(false)
})

test('half a person is refused at the field of the people', async () => {
  const { wrapper, choose, quantity, people } = mountSection()
  await choose(0, '氯')
  await quantity(0, '6')
  await people('1.5')
  expect(wrapper.get('[role=alert]').text()).toBe('须为 0 或正整数,请核对人数。')
})
