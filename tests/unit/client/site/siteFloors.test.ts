import { expect, test } from 'vitest'
import { placeSitePoints, siteFloors } from '../../../../client/site/siteFloors.ts'
import { largeSite } from '../../../helpers/largeSite.ts'

const { features, riskPoints } = largeSite()
const [first] = riskPoints
const pointAt = (floor: number | null, buildingCode = first!.buildingCode) => ({
  ...first!,
  floor,
  buildingCode,
})

test('floors are those of the buildings and of what stands in them, the highest first, none called 0', () => {
  expect(siteFloors({ features, riskPoints: [] })).toEqual([4, 3, 2, 1])
  expect(siteFloors({ features, riskPoints: [pointAt(-1), pointAt(6), pointAt(null)] })).toEqual([
    6, 4, 3, 2, 1, -1,
  ])
})

test('a floor shows its own points, those outside and those of an unknown floor', () => {
  const points = [pointAt(1), pointAt(2), pointAt(null), pointAt(null, null)]
  const shownAt = (floor: number | null) =>
    placeSitePoints({ features, riskPoints: points }, floor).map(({ shown }) => shown)
  expect(shownAt(null)).toEqual([true, true, true, true])
  expect(shownAt(2)).toEqual([false, true, true, true])
})

test('a point stands in the middle of its storey, outside on the ground, below the ground not deeper', () => {
  const heights = placeSitePoints(
    { features, riskPoints: [pointAt(1), pointAt(3), pointAt(-2), pointAt(null, null)] },
    null,
  ).map(({ heightMetres }) => heightMetres)
  expect(heights).toEqual([2.25, 11.25, 2.25, 0])
})
