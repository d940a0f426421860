import { afterEach, expect, test } from 'vitest'
import ChildrenList from '../../client/components/panel/ChildrenList.vue'
import { useHoverStore } from '../../client/stores/hover.ts'
import { usePlaceStore } from '../../client/stores/place.ts'
import { NO_HIDDEN_DANGERS } from '../helpers/noHiddenDangers.ts'
import { mountWith } from './mountWith.ts'

const child = (code: string, total: number, parks: number, kind: 'street' | 'park' = 'street') => ({
  code,
  name: `名${code}`,
  kind,
  riskPoints: { total, major: 1, larger: 2, general: 3, low: total - 6 },
  riskValue: 4,
  overdueReviews: 0,
  missingCoordinates: 0,
  hazardSources: 0,
  majorHazardSources: 0,
  parks,
  demonstrationParks: 0,
  enterprises: 0,
  ...NO_HIDDEN_DANGERS,
})

afterEach(() => document.body.replaceChildren())

function mountList(children: ReturnType<typeof child>[], level: 'district' | 'community') {
  return mountWith(ChildrenList, { props: { children, level, area: '440307013002' } })
}

test('children keep the order they come in and say that it is no ranking', () => {
  const { wrapper } = mountList([child('440307003', 10, 1), child('440307006', 99, 2)], 'district')
  expect(wrapper.findAll('li').map((item) => item.attributes('data-code'))).toEqual([
    '440307003',
    '440307006',
  ])
  expect(wrapper.text()).toContain('按编码排列,不作排名')
  expect(wrapper.findAll('.total').map((item) => item.text())).toEqual(['10', '99'])
  expect(wrapper.get('.columns').text()).toBe('风险点(个)')
})

test('bars compare: the greatest fills the row, half of it half', () => {
  const { wrapper } = mountList([child('440307003', 100, 1), child('440307006', 50, 2)], 'district')
  expect(wrapper.findAll('.filled').map((bar) => bar.attributes('style'))).toEqual([
    'width: 100%;',
    'width: 50%;',
  ])
})

test('an area without a park says so instead of showing a zero', () => {
  const { wrapper } = mountList([child('440307003', 6, 0)], 'district')
  expect(wrapper.text()).toContain('无在册园区')
  expect(wrapper.find('.total').exists()).toBe(false)
})

test('a click opens the child, a park within its community', async () => {
  const { wrapper, pinia } = mountList([child('DEMO-P-001', 10, 1, 'park')], 'community')
  await wrapper.get('li button').trigger('click')
  expect(usePlaceStore(pinia).place).toEqual({
    areaCode: '440307013002',
    parkCode: 'DEMO-P-001',
    riskPointCode: null,
  })
})

test('what the list points at lights up on the map, by keyboard too', async () => {
  const { wrapper, pinia } = mountList([child('440307003', 10, 1)], 'district')
  const hover = useHoverStore(pinia)
  await wrapper.get('li button').trigger('focus')
  expect(hover.area).toBe('440307003')
  await wrapper.get('li button').trigger('blur')
  expect(hover.area).toBeNull()
})

test('no children: what would be here and how it gets here', () => {
  const { wrapper } = mountList([], 'community')
  expect(wrapper.text()).toContain('本社区无在册园区。园区登记在本社区后列在这里。')
})
