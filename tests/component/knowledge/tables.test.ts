import { afterEach, beforeAll, expect, test } from 'vitest'
import { ACCIDENT_TYPES } from '#data/domain/accidentTypes'
import AccidentTypesSection from '../../../client/components/knowledge/AccidentTypesSection.vue'
import ClausesSection from '../../../client/components/knowledge/ClausesSection.vue'
import ConsequencesSection from '../../../client/components/knowledge/ConsequencesSection.vue'
import IndustriesSection from '../../../client/components/knowledge/IndustriesSection.vue'
import SubstancesSection from '../../../client/components/knowledge/SubstancesSection.vue'
import { loadMessages } from '../../../client/i18n.ts'
import { mountWith } from '../mountWith.ts'

beforeAll(() => loadMessages('grading'))
afterEach(() => document.body.replaceChildren())

const HEALTH = {
  status: 'ready',
  database: 'embedded',
  dataVersion: '1',
  asOf: '2026-11-23T09:00:00+08:00',
  fictitious: true,
  mapApprovalNumber: null,
  writer: null,
}

test('27 classes in force; what became several is for a person to choose', () => {
  const { wrapper } = mountWith(AccidentTypesSection)
  expect(wrapper.findAll('[data-table=classes] li').map((item) => item.text())).toEqual(
    ACCIDENT_TYPES.map(({ name }) => name),
  )
  const rowOf = (name: string) =>
    wrapper.findAll('[data-table=mapping] tr').find((row) => row.get('th').text() === name)!
  expect(rowOf('中毒和窒息').text()).toContain('中毒、窒息')
  expect(rowOf('中毒和窒息').text()).toContain('须人工选择')
  expect(rowOf('机械伤害').text()).toContain('机械致害')
  expect(rowOf('机械伤害').text()).not.toContain('须人工选择')
  expect(rowOf('透水').text()).toContain('建议值')
})

test('substances are found by CAS number or name, with Q and β', async () => {
  const { wrapper } = mountWith(SubstancesSection)
  const rows = () => wrapper.findAll('[data-table=substances] tr')
  const all = rows().length
  await wrapper.get('[data-filter-text]').setValue('7664-41')
  expect(rows()).toHaveLength(1)
  expect(
    rows()[0]!
      .findAll('td')
      .map((cell) => cell.text()),
  ).toEqual(['7664-41-7', '10 t', '2', '表3 列名'])
  expect(wrapper.text()).toContain(`列出 1 项,共 ${all} 项`)
  await wrapper.get('[data-filter-text]').setValue('不存在')
  expect(wrapper.get('[role=status]').text()).toContain('没有与“不存在”相符的项')
  expect(wrapper.text()).toContain('须与标准印刷本核对')
})

test('industries are found by code or name within their sections', async () => {
  const { wrapper } = mountWith(IndustriesSection)
  await wrapper.get('[data-filter-text]').setValue('金属 c33')
  const rows = wrapper.findAll('[data-table=industries] tr').map((row) => row.text())
  expect(rows).toEqual(['C制造业', 'C33金属制品业'])
})

test('a citation names the edition of the day that is chosen', async () => {
  const { wrapper } = mountWith(ClausesSection, {}, [[['health'], HEALTH]])
  const day = wrapper.get<HTMLInputElement>('[data-input=day]')
  expect(day.element.value).toBe('2026-11-23')
  const clause = (number: number) => wrapper.findAll('[data-table=clauses] tr')[number - 1]!.text()
  expect(wrapper.findAll('[data-table=clauses] tr')).toHaveLength(30)
  expect(clause(1)).toContain('应急管理部令第10号(2023-05-15起施行)第3条(一)')
  expect(clause(1)).toContain('疑似重大事故隐患')
  await day.setValue('2022-01-01')
  expect(clause(1)).toContain('该日无施行版本')
  expect(clause(1)).toContain('安全生产法(2021年修正)')
  const inForce = () =>
    wrapper.findAll('[data-table=standards] .current').map((edition) => edition.text())
  expect(inForce().some((edition) => edition.startsWith('GB 6441-1986'))).toBe(true)
  await day.setValue('2026-07-01')
  expect(inForce().some((edition) => edition.startsWith('GB 6441-2025'))).toBe(true)
})

test('the published explosion: LPG 42 t with its heat of combustion', async () => {
  const { wrapper } = mountWith(ConsequencesSection)
  await wrapper.get('[data-input=fuel]').setValue('68476-85-7')
  const heat = wrapper.get<HTMLInputElement>('[data-input=heatOfCombustionKjPerKg]')
  // A fuel has its heat of combustion whatever the quantity.
  expect(heat.element.value).toBe('46000')
  await wrapper.get('[data-input=tonnes]').setValue('42')
  await wrapper.get('[data-input=heatOfCombustionKjPerKg]').setValue('50290.2')
  const radii = wrapper.findAll('[data-radius] .number').map((cell) => cell.text())
  expect(radii).toEqual(['49.9 m', '125 m', '224 m', '181 m'])
  expect(wrapper.text()).toContain('示意 不替代定量风险评价')
  await wrapper.get('[data-input=tonnes]').setValue('4.2')
  // What was typed of the fuel stays: a tenth of the mass, 0.1^(1/3) of the radius of injury.
  expect(heat.element.value).toBe('50290.2')
  expect(wrapper.get('[data-radius=minorInjury] .number').text()).toBe('104 m')
})
