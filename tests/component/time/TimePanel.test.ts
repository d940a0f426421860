import { dayNumber } from '#data/domain/clock'
import { beforeAll, expect, it } from 'vitest'
import CurveLine from '../../../client/components/time/CurveLine.vue'
import TimePanel from '../../../client/components/time/TimePanel.vue'
import { loadMessages } from '../../../client/i18n.ts'
import { useTimelineStore } from '../../../client/stores/timeline.ts'
import { mountWith } from '../mountWith.ts'

const FIRST = dayNumber('2025-11-30')
const LAST = dayNumber('2026-11-23')
const JUNE = dayNumber('2026-06-30')

beforeAll(() => loadMessages('time'))

/** A curve of which every day tells its own number. */
async function mountPanel() {
  const { wrapper, pinia } = mountWith(TimePanel)
  const timeline = useTimelineStore(pinia)
  const daily = (add: number) => Uint32Array.from({ length: LAST - FIRST + 1 }, (_, i) => i + add)
  timeline.know({ first: FIRST, last: LAST })
  const levels = { major: daily(0), larger: daily(1000) }
  const dangers = { open: daily(2000), overdue: daily(3000) }
  timeline.draw({ first: FIRST, last: LAST, ...levels, ...dangers }, '440307')
  await wrapper.vm.$nextTick()
  return { wrapper, timeline }
}

it('asks for the curve of the open place while it is open', async () => {
  const { wrapper, timeline } = await mountPanel()
  expect(timeline.curveOf).toBe('440307')
  wrapper.unmount()
  expect(timeline.curveOf).toBeNull()
})

it('the slider and the date show a day with its figures', async () => {
  const { wrapper, timeline } = await mountPanel()
  await wrapper.get('.range').setValue(JUNE)
  expect(timeline.day).toBe(JUNE)
  expect(wrapper.get('[data-shown]').text()).toBe('2026-06-30 24:00')
  expect(wrapper.get('[data-figure=major]').text()).toContain(String(JUNE - FIRST))
  await wrapper.get('input[type=date]').setValue('2026-05-31')
  expect(timeline.day).toBe(dayNumber('2026-05-31'))
  await wrapper.get('.range').setValue(LAST)
  expect(timeline.day).toBeNull()
  wrapper.unmount()
})

it('a date moves the map when it is whole, and the field never rests on another day', async () => {
  const { wrapper, timeline } = await mountPanel()
  timeline.show(JUNE)
  await wrapper.vm.$nextTick()
  const field = wrapper.get<HTMLInputElement>('input[type=date]')
  const hint = () => wrapper.get('[data-span]')
  expect(hint().text()).toBe('可选 2025-11-30 至 2026-11-23')
  // While it is typed every key may leave a date.
  await field.trigger('keydown', { key: '3' })
  await field.setValue('2026-03-31')
  expect(timeline.day).toBe(JUNE)
  await field.trigger('keydown', { key: 'Enter' })
  expect(timeline.day).toBe(dayNumber('2026-03-31'))

  await field.trigger('keydown', { key: '0' })
  await field.setValue('2020-01-01')
  await field.trigger('blur')
  expect(timeline.day).toBe(dayNumber('2026-03-31'))
  expect(field.element.value).toBe('2026-03-31')
  expect(hint().attributes('role')).toBe('alert')
  expect(hint().text()).toBe('2020-01-01 没有历史记录。 可选 2025-11-30 至 2026-11-23')

  await field.trigger('keydown', { key: '5' })
  await field.setValue('2026-05-31')
  await field.trigger('blur')
  expect(timeline.day).toBe(dayNumber('2026-05-31'))
  expect(hint().attributes('role')).toBeUndefined()
  wrapper.unmount()
})

it('keys move a week and a month', async () => {
  const { wrapper, timeline } = await mountPanel()
  timeline.show(JUNE)
  await wrapper.vm.$nextTick()
  await wrapper.get('.range').trigger('keydown', { key: 'ArrowLeft', shiftKey: true })
  expect(timeline.day).toBe(JUNE - 7)
  await wrapper.get('.range').trigger('keydown', { key: 'PageUp' })
  expect(timeline.day).toBe(JUNE)
  wrapper.unmount()
})

it('compares the end of last month with now, and the slider moves either side', async () => {
  const { wrapper, timeline } = await mountPanel()
  await wrapper.get('[data-compare]').trigger('click')
  expect(timeline.day).toBe(dayNumber('2026-10-31'))
  expect(timeline.comparing).toBe(true)
  expect(timeline.right).toBeNull()
  await wrapper.get('input[value=right]').setValue(true)
  await wrapper.get('.range').setValue(JUNE)
  expect(timeline.right).toBe(JUNE)
  expect(timeline.day).toBe(dayNumber('2026-10-31'))
  await wrapper.get('[data-back]').trigger('click')
  expect([timeline.day, timeline.comparing]).toEqual([null, false])
  wrapper.unmount()
})

it('a curve begins at nought: 31 to 25 is a fall of a fifth, not to nothing', () => {
  const values = Uint32Array.from([31, 31, 25, 25])
  const { wrapper } = mountWith(CurveLine, { props: { values, at: 0, label: '重大风险点' } })
  const heights = [
    ...wrapper
      .get('.line')
      .attributes('d')!
      .matchAll(/[V ]([\d.]+)/g),
  ]
  const [from, to] = heights.map(([, height]) => 26 - Number(height))
  expect(to! / from!).toBeCloseTo(25 / 31, 1)
  wrapper.unmount()
})
