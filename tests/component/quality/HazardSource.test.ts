import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import HazardSourceEditor from '../../../client/components/hazardSources/HazardSourceEditor.vue'
import HazardSourceFacts from '../../../client/components/panel/HazardSourceFacts.vue'
import { READS } from './answers.ts'
import { fakeServer, refusal, type Asked } from './fakeServer.ts'
import { mountRecord } from './mountRecord.ts'
import { HAZARD_SOURCE, RISK_POINT } from './records.ts'

const ADDRESS = `/api/hazard-sources/${HAZARD_SOURCE.code}`

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})
let server: ReturnType<typeof fakeServer>
beforeEach(() => {
  sessionStorage.clear()
  server = fakeServer({ ...READS, [`GET ${ADDRESS}`]: HAZARD_SOURCE })
})

const button = (wrapper: VueWrapper, words: string) =>
  wrapper.findAll('button').find((each) => each.text() === words)!
const value = (wrapper: VueWrapper, name: string) => wrapper.find(`[data-value=${name}]`)

async function mountEditor(source: typeof HAZARD_SOURCE | null = HAZARD_SOURCE) {
  const { wrapper } = await mountRecord(HazardSourceEditor, {
    source,
    riskPointCode: RISK_POINT.code,
  })
  return {
    wrapper,
    quantity: (row: number) => wrapper.get(`[data-row="${row}"] [name=quantity]`),
    choose: async (row: number, text: string) => {
      const field = wrapper.get(`[data-row="${row}"] [role=combobox]`)
      await field.trigger('focus')
      await field.setValue(text)
      await field.trigger('keydown', { key: 'Enter' })
    },
    save: async () => {
      await button(wrapper, '保存').trigger('click')
      await flushPromises()
    },
  }
}

test('S, α, R and grade follow what is typed, with their working', async () => {
  const { wrapper, quantity } = await mountEditor()
  expect(value(wrapper, 's').text()).toBe('S = Σq/Q = 26/10 = 2.6')
  expect(value(wrapper, 'r').text()).toBe('R = α·Σβq/Q = 2 × (2×26/10) = 10.4')
  expect(value(wrapper, 'grade').text()).toBe('重大危险源 三级')
  await quantity(0).setValue('9.999999')
  expect(value(wrapper, 's').text()).toContain('= 0.9999999')
  expect(value(wrapper, 'grade').text()).toBe('S 小于 1,未构成重大危险源')
  await quantity(0).setValue('10')
  expect(value(wrapper, 'grade').text()).toBe('重大危险源 四级')
  await wrapper.get('[name=exposedPeople]').setValue('0')
  expect(value(wrapper, 'r').text()).toBe('R = α·Σβq/Q = 0.5 × (2×10/10) = 1')
  await wrapper.get('[name=exposedPeople]').setValue('')
  expect(value(wrapper, 'r').exists()).toBe(false)
  expect(wrapper.text()).toContain('α 和 R 未定')
})

test('another quantity is written alone, and tells that a review is called for', async () => {
  const { wrapper, quantity, save } = await mountEditor()
  server.answer(`PATCH ${ADDRESS}`, { ...HAZARD_SOURCE, version: 6 })
  expect(wrapper.text()).not.toContain('应在 30 日内复评')
  await quantity(0).setValue('8')
  expect(wrapper.text()).toContain('应在 30 日内复评(建议值)')
  await wrapper.get('[name=reason]').setValue('储罐减量')
  await save()
  expect(server.written()[0]).toMatchObject({
    ifMatch: '"5"',
    body: { substances: [{ cas: '7664-41-7', quantityTonnes: 8 }], reason: '储罐减量' },
  })
  expect(wrapper.emitted('saved')?.[0]?.[1]).toBe(true)
})

test('another name alone calls for no review', async () => {
  const { wrapper, save } = await mountEditor()
  server.answer(`PATCH ${ADDRESS}`, { ...HAZARD_SOURCE, version: 6 })
  await wrapper.get('[name=name]').setValue('氨储罐甲')
  await wrapper.get('[name=reason]').setValue('更名')
  await save()
  expect(server.written()[0]?.body).toEqual({ name: '氨储罐甲', reason: '更名' })
  expect(wrapper.emitted('saved')?.[0]?.[1]).toBe(false)
})

test.each(['1e308', '0', '-1', '', 'abc', '10000001'])(
  'a quantity of "%s" is refused at its field',
  async (typed) => {
    const { wrapper, quantity, save } = await mountEditor()
    await quantity(0).setValue(typed)
    await wrapper.get('[name=reason]').setValue('核对')
    await save()
    expect(server.written()).toHaveLength(0)
    expect(quantity(0).attributes('aria-invalid')).toBe('true')
    expect(wrapper.get('.live-major-hazard').text()).toContain('填齐物质和数量')
  },
)

test('a new one: substances by CAS number and by hazard class', async () => {
  const { wrapper, quantity, choose, save } = await mountEditor(null)
  server.answer('POST /api/hazard-sources', HAZARD_SOURCE)
  await wrapper.get('[name=name]').setValue('调漆间')
  await wrapper.get('[name=exposedPeople]').setValue('40')
  await choose(0, '108-88-3')
  await quantity(0).setValue('50')
  await button(wrapper, '添加物质').trigger('click')
  await choose(1, 'W5.3')
  await quantity(1).setValue('100')
  expect(value(wrapper, 's').text()).toBe('S = Σq/Q = 50/500 + 100/1000 = 0.2')
  await save()
  expect(server.written()[0]).toMatchObject({
    method: 'POST',
    path: '/api/hazard-sources',
    body: {
      riskPointCode: RISK_POINT.code,
      name: '调漆间',
      unitKind: 'storage',
      exposedPeople: 40,
      substances: [
        { cas: '108-88-3', quantityTonnes: 50 },
        { hazardClass: 'W5.3', quantityTonnes: 100 },
      ],
    },
  })
})

test('a source without listed substances needs none and has no S', async () => {
  const { wrapper, save } = await mountEditor(null)
  server.answer('POST /api/hazard-sources', HAZARD_SOURCE)
  await save()
  expect(wrapper.text()).toContain('请从列表中选择物质')
  await wrapper.get('[name=name]').setValue('空压机')
  await wrapper.get('[name=unitKind]').setValue('none')
  expect(wrapper.find('.live-major-hazard').exists()).toBe(false)
  await save()
  expect(server.written()[0]?.body).toMatchObject({ unitKind: 'none', substances: [] })
})

test('a stale write keeps the quantity that was typed and takes over the new name', async () => {
  const { wrapper, quantity, save } = await mountEditor()
  const latest = { ...HAZARD_SOURCE, name: '氨储罐乙', version: 6 }
  server.answer(`GET ${ADDRESS}`, latest)
  server.answer(`PATCH ${ADDRESS}`, ({ ifMatch }: Asked) =>
    ifMatch === '"6"'
      ? { ...latest, version: 7 }
      : refusal(412, '该危险源已有新版本。', {
          conflict: {
            version: 6,
            changes: [
              {
                version: 6,
                kind: 'edit',
                at: '2026-11-23T08:30:00+08:00',
                by: '街道安监员',
                reason: '更名',
                fields: [{ field: 'name', before: '氨储罐', after: '氨储罐乙' }],
              },
            ],
          },
        }),
  )
  await quantity(0).setValue('8')
  await wrapper.get('[name=reason]').setValue('储罐减量')
  await save()
  expect(wrapper.get('.conflict-notice').text()).toContain('氨储罐 → 氨储罐乙')
  expect(wrapper.get<HTMLInputElement>('[name=name]').element.value).toBe('氨储罐乙')
  expect((quantity(0).element as HTMLInputElement).value).toBe('8')
  await save()
  expect(server.written()[1]?.body).toEqual({
    substances: [{ cas: '7664-41-7', quantityTonnes: 8 }],
    reason: '储罐减量',
  })
})

async function mountFacts(point = RISK_POINT) {
  const { wrapper } = await mountRecord(HazardSourceFacts, { point })
  await vi.dynamicImportSettled()
  await flushPromises()
  return wrapper
}

test('a reload finds substances and quantities again as they were typed', async () => {
  const before = await mountEditor()
  await before.quantity(0).setValue('12')
  const after = await mountEditor()
  expect(after.wrapper.get('.restored-notice').text()).toContain('已恢复未保存的内容。')
  const quantity = () => (after.quantity(0).element as HTMLInputElement).value
  expect(quantity()).toBe('12')
  await button(after.wrapper, '放弃并重填').trigger('click')
  expect(quantity()).toBe('26')
})

test('each source of a card has its actions, its report and its consequences', async () => {
  const wrapper = await mountFacts()
  await vi.waitFor(() => expect(button(wrapper, '新增危险源')).toBeDefined())
  const source = wrapper.get(`[data-code=${HAZARD_SOURCE.code}]`)
  const words = source.findAll('button').map((each) => each.text())
  expect(words).toEqual(['编辑', '注销', '变更记录', '事故后果', '报错'])
})

test('a past version and a retired point are read, not changed', async () => {
  for (const point of [
    { ...RISK_POINT, validUntil: '2026-11-01T09:00:00+08:00' },
    { ...RISK_POINT, retiredAt: '2026-11-01T09:00:00+08:00' },
  ]) {
    const wrapper = await mountFacts(point)
    expect(wrapper.text()).toContain('氨储罐')
    expect(wrapper.find('button').exists()).toBe(false)
    wrapper.unmount()
  }
})
