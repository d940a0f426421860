import { destination } from '@turf/turf'
import { expect, test } from 'vitest'
import { circleOf, cornersOf } from '../../../../client/around/drawnShapes.ts'
import {
  questionText,
  readQuestion,
  type AroundQuestion,
  type Corner,
} from '../../../../client/around/question.ts'
import { isWellInView } from '../../../../client/components/around/isWellInView.ts'

test('the corners of a closed ring are told once', () => {
  const ring = [
    [114, 22],
    [115, 22],
    [115, 23],
    [114, 22],
  ]
  expect(cornersOf([ring])).toEqual(ring.slice(0, 3))
  expect(cornersOf([])).toEqual([])
})

test('a circle drawn as a polygon gives its centre and radius back', () => {
  const corners = Array.from({ length: 64 }, (_, index): Corner => {
    const { coordinates } = destination([114.2, 22.7], 800, index * 5.625, {
      units: 'meters',
    }).geometry
    return [coordinates[0]!, coordinates[1]!]
  })
  const { centre, radiusMetres } = circleOf(corners)
  expect(centre[0]).toBeCloseTo(114.2, 5)
  expect(centre[1]).toBeCloseTo(22.7, 5)
  expect(Math.abs(radiusMetres - 800)).toBeLessThanOrEqual(1)
})

const QUESTIONS: readonly AroundQuestion[] = [
  { from: { kind: 'point', at: [114.2, 22.7] }, radiusMetres: 500 },
  { from: { kind: 'park', code: 'LG-PH-001' }, radiusMetres: 0 },
  {
    from: {
      kind: 'shape',
      corners: [
        [114.1, 22.6],
        [114.2, 22.6],
        [114.2, 22.7],
      ],
    },
    radiusMetres: 50,
  },
]
test.each(QUESTIONS)('a link keeps what was asked of a $from.kind', (question) => {
  const text = questionText(question)
  const read = readQuestion(text)
  if (question.from.kind === 'park' && !read) expect.fail(`not read: ${text}`)
  expect(read).toEqual(question)
})

test.each([
  '',
  '114.2,22.7',
  '114.2,22.7,5001',
  '114.2,92.7,500',
  '1,2;3,4;100',
  'x,y,500',
  '1,2,',
])('a link that was cut or mistyped asks nothing: %s', (text) =>
  expect(readQuestion(text)).toBeNull(),
)

test('what the panel, the drawer or the sheet covers is not in view, nor is a speck', () => {
  const view = [0, 0, 10, 10] as const
  const middle = [4, 4, 6, 6] as const
  expect(isWellInView(middle, view, false, true)).toBe(true)
  expect(isWellInView([1, 4, 3, 6], view, false, false)).toBe(false)
  expect(isWellInView([7, 4, 9, 6], view, false, true)).toBe(false)
  expect(isWellInView([7, 4, 9, 6], view, false, false)).toBe(true)
  expect(isWellInView(middle, view, true, true)).toBe(false)
  expect(isWellInView([5, 5, 5.1, 5.1], view, false, false)).toBe(false)
})
