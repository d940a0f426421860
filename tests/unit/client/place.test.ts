import { expect, test } from 'vitest'
import { createPinia } from 'pinia'
import { HOME, placeAbove, usePlaceStore } from '../../../client/stores/place.ts'
import { scaleAt } from '../../../client/map/scale.ts'
import { boundsAround, boundsOf } from '../../../client/map/geometry.ts'

test('going up leads step by step to the district and stays there', () => {
  const path = []
  let place = { areaCode: '440307013002', parkCode: 'P', riskPointCode: 'R' } as Parameters<
    typeof placeAbove
  >[0]
  for (let step = 0; step < 6; step += 1) {
    place = placeAbove(place)
    path.push([place.areaCode, place.parkCode, place.riskPointCode])
  }
  expect(path).toEqual([
    ['440307013002', 'P', null],
    ['440307013002', null, null],
    ['440307013', null, null],
    ['440307', null, null],
    ['440307', null, null],
    ['440307', null, null],
  ])
  expect(placeAbove(HOME)).toEqual(HOME)
})

test('from a past version up to the present one', () => {
  const present = { areaCode: '440307013002', parkCode: 'P', riskPointCode: 'R' }
  expect(placeAbove({ ...present, asOf: '2026-11-23' })).toEqual(present)
})

test('a move waits while somebody types, and goes on or is forgotten', () => {
  const store = usePlaceStore(createPinia())
  store.holding = true
  store.open({ areaCode: '440307013' })
  expect(store.place).toEqual(HOME)
  store.release(false)
  expect([store.held, store.place]).toEqual([null, HOME])
  store.open({ areaCode: '440307013' })
  store.release(true)
  expect([store.held, store.place.areaCode, store.flights]).toEqual([null, '440307013', 1])
  store.open({ areaCode: '440307' })
  expect(store.place).toEqual(HOME)
})

test.each([
  [-3, 'district'],
  [0, 'district'],
  [0.79, 'district'],
  [0.8, 'street'],
  [2.5, 'community'],
  [4.4, 'park'],
  [12, 'park'],
])('%d zoom levels above the district that fits: %s', (zoom, scale) => {
  expect(scaleAt(zoom)).toBe(scale)
})

test('bounds of nested coordinates, of a point and of nothing', () => {
  expect(
    boundsOf([
      [
        [114, 22.6],
        [114.2, 22.5],
      ],
      [[113.9, 22.7]],
    ]),
  ).toEqual([113.9, 22.5, 114.2, 22.7])
  expect(boundsOf([114, 22.5])).toEqual([114, 22.5, 114, 22.5])
  expect(boundsOf([])).toBeNull()
  expect(boundsAround(114, 22.5, 0.5)).toEqual([113.5, 22, 114.5, 23])
})
