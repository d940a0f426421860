import { expect, test } from 'vitest'
import { planFrame, turnOfLongAxis } from '../../../../../client/site/plan/planFrame.ts'
import { placed, planSite, rectangle } from './planSite.ts'

const BOX = { x: 10, y: 20, width: 251, height: 220 }
const distance = (a: readonly [number, number], b: readonly [number, number]) =>
  Math.hypot(a[0] - b[0], a[1] - b[1])

test.each([0, 17, 44, 80, 90, 130, 200, 300])(
  'turned by %s degrees a park lies with its long side along the sheet, whole and to scale',
  (degrees) => {
    const at = placed(degrees)
    const frame = planFrame(planSite(degrees).outline.coordinates[0]!, BOX)
    // 200 m by 100 m fit at 1:800 (250 mm by 125 mm) and in no larger scale.
    expect(frame.scale).toBe(800)
    const corners = rectangle(0, 0, 200, 100).map((corner) => frame.project(at(corner)))
    const [first, second, third] = corners
    expect(distance(first!, second!)).toBeCloseTo(250, 1)
    expect(Math.abs(first![1] - second![1])).toBeLessThan(0.01)
    expect(distance(second!, third!)).toBeCloseTo(125, 1)
    for (const [x, y] of corners) {
      expect(x).toBeGreaterThanOrEqual(BOX.x - 0.01)
      expect(x).toBeLessThanOrEqual(BOX.x + BOX.width + 0.01)
      expect(y).toBeGreaterThanOrEqual(BOX.y)
      expect(y).toBeLessThanOrEqual(BOX.y + BOX.height)
    }
    // A metre to the north of the plane goes where the needle points, never down the sheet.
    expect(Math.abs(frame.northDegrees)).toBeLessThanOrEqual(90.001)
    const [from, to] = [frame.project(placed(0)([0, 0])), frame.project(placed(0)([0, 100]))]
    const needle = (Math.atan2(to[0] - from[0], from[1] - to[1]) * 180) / Math.PI
    expect(needle).toBeCloseTo(frame.northDegrees, 3)
  },
)

test('an outline that no scale fits is refused', () => {
  const far = [
    [114, 22.5],
    [114.3, 22.5],
    [114.3, 22.8],
  ] as const
  expect(() =>
    planFrame(
      far.map(([x, y]) => [x, y]),
      BOX,
    ),
  ).toThrow(RangeError)
})

test('an upright rectangle is turned by a quarter', () => {
  expect(Math.abs(turnOfLongAxis(rectangle(0, 0, 10, 30)))).toBeCloseTo(Math.PI / 2, 9)
  expect(turnOfLongAxis(rectangle(0, 0, 30, 10))).toBeCloseTo(0, 9)
})
