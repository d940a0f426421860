import { expect, test } from 'vitest'
import { serverProblems } from '../../../../client/components/editor/serverProblems.ts'

test('refusals stand each at its own field, nested and renamed ones too, unknown ones nowhere', () => {
  const found = serverProblems(
    new Map([
      ['coordinates.text', 'too long'],
      ['levelOverride.reason', 'must not be empty'],
      ['accidentTypes1986', 'unknown'],
      ['grading.inputs.l', 'must be one of 10'],
      ['e', 'must be one of 10'],
      ['nobodyKnows', 'x'],
    ]),
  )
  expect([...found]).toEqual([
    ['coordinates', 'too long'],
    ['override', 'must not be empty'],
    ['accidentTypes', 'unknown'],
    ['grading', 'must be one of 10'],
  ])
})
