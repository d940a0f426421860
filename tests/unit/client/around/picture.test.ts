import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pictureFrame } from '../../../../client/around/pictureFrame.ts'
import { meets, placeNames } from '../../../../client/around/placeNames.ts'

const SHEET = { width: 180, height: 112 }
const sign = fc.record({
  x: fc.double({ min: 4, max: 176, noNaN: true }),
  y: fc.double({ min: 4, max: 108, noNaN: true }),
  text: fc.constantFrom('汀坪消防救援站 3.11 km(图外)', '甲站 420 m', 'Hospital 2 km'),
})

test('names lie on no other, on nothing that is taken, and inside the picture', () => {
  const taken = [{ left: 0, right: 45, top: 102, bottom: 112 }]
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 8 }), (signs) => {
      const boxes = placeNames(signs, SHEET, taken).map(({ box }) => box)
      for (const [index, box] of boxes.entries()) {
        expect([...taken, ...boxes.slice(0, index)].some((other) => meets(box, other))).toBe(false)
        expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0)
        expect(box.right).toBeLessThanOrEqual(SHEET.width)
        expect(box.bottom).toBeLessThanOrEqual(SHEET.height)
      }
    }),
  )
})

test('two neighbours at the lower edge are both named, each beside its own sign', () => {
  const names = placeNames(
    [
      { x: 84, y: 108, text: '汀坪消防救援站 3.11 km(图外)' },
      { x: 96, y: 108, text: '汀澜医院 3.39 km(图外)' },
    ],
    SHEET,
  )
  expect(names).toHaveLength(2)
  for (const { x, y, at } of names) {
    expect(Math.hypot(at.x - x, at.y - y)).toBeLessThan(12)
  }
})

test('a way beyond the picture ends near its edge and keeps its direction', () => {
  const frame = pictureFrame([114.1, 22.6, 114.2, 22.7], SHEET)
  const from = [114.12, 22.65] as const
  const [x, y] = frame.project(from)
  const inside = frame.reach(from, [114.15, 22.66])
  expect(inside.isOutside).toBe(false)
  expect([inside.x, inside.y]).toEqual(frame.project([114.15, 22.66]))
  const far = [114.2, 22.3] as const
  const beyond = frame.reach(from, far)
  expect(beyond.isOutside).toBe(true)
  expect(beyond.y).toBeCloseTo(SHEET.height - 4, 6)
  const [farX, farY] = frame.project(far)
  expect((beyond.y - y) / (beyond.x - x)).toBeCloseTo((farY - y) / (farX - x), 6)
  expect(beyond.degrees).toBeCloseTo((Math.atan2(farY - y, farX - x) * 180) / Math.PI, 6)
})
