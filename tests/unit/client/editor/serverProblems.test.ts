import { expect, test } from 'vitest'
import { serverProblems } from '../../../../client/components/editor/serverProblems.ts'

test('a single refusal stands at its field in the sentence of the answer', () => {
  const found = serverProblems(new Map([['coordinates', 'outside']]), '该位置在龙岗区外 12.0 km。')
  expect([...found]).toEqual([['coordinates', '该位置在龙岗区外 12.0 km。']])
})

test('several stand each at its own, nested and renamed ones too, unknown ones nowhere', () => {
  const found = serverProblems(
    new Map([
      ['coordinates.text', 'too long'],
      ['levelOverride.reason', 'must not be empty'],
      ['accidentTypes1986', 'unknown'],
      ['grading.inputs.l', 'must be one of 10'],
      ['e', 'must be one of 10'],
      ['nobodyKnows', 'x'],
    ]),
    'all of them',
  )
  expect([...found]).toEqual([
    ['coordinates', 'too long'],
    ['override', 'must not be empty'],
    ['accidentTypes', 'unknown'],
    ['grading', 'must be one of 10'],
  ])
})
