import { expect, test } from 'vitest'
import { z } from 'zod'
import { riskPointsQuerySchema, searchQuerySchema } from '#data/contract/queries'
import { parseParameters, readQuery } from '../../../../server/http/parseParameters.ts'
import { HttpProblem } from '../../../../server/http/problems.ts'

function problemOf(run: () => unknown): HttpProblem {
  try {
    run()
  } catch (error) {
    if (error instanceof HttpProblem) return error
    throw error
  }
  throw new Error('No problem was thrown')
}

test('a query is read as pairs of decoded text', () => {
  expect(readQuery('')).toEqual({})
  expect(readQuery('q=%E5%87%A4%E5%87%B0+a%2Bb&level=major%2Clarger&flag')).toEqual({
    q: '凤凰 a+b',
    level: 'major,larger',
    flag: '',
  })
  expect(readQuery('&&q==a&')).toEqual({ q: '=a' })
})

test.each([
  ['q=%E0%A4%A', 'q', 'malformed percent-encoding'],
  ['q=100%', 'q', 'malformed percent-encoding'],
  ['%ff=1', '%ff', 'malformed percent-encoding'],
  ['q=a%00b', 'q', 'NUL'],
  ['q=1&q=2', 'q', 'only once'],
  ['q=1&%71=2', 'q', 'only once'],
])('%s is refused and names %s', (rawQuery, parameter, reason) => {
  const problem = problemOf(() => readQuery(rawQuery))
  expect(problem.status).toBe(400)
  expect(problem.extras.parameters).toEqual([
    { parameter, message: expect.stringContaining(reason) },
  ])
  expect(problem.message).toContain(parameter)
})

test('every wrong parameter is named at once, each with the first thing wrong', () => {
  const values = { limit: '0', bbox: '1,2', colour: 'red', 'level[]': 'major' }
  const problem = problemOf(() => parseParameters(riskPointsQuerySchema, values))
  expect(problem.extras.parameters?.map(({ parameter }) => parameter).sort()).toEqual([
    'bbox',
    'colour',
    'level[]',
    'limit',
  ])
  for (const { parameter, message } of problem.extras.parameters ?? []) {
    expect(problem.message).toContain(`${parameter}: ${message}`)
  }
})

test('a missing parameter is called required, not undefined', () => {
  const problem = problemOf(() => parseParameters(searchQuerySchema, {}))
  expect(problem.extras.parameters).toEqual([{ parameter: 'q', message: 'is required' }])
})

test('names of Object.prototype are unknown parameters like any other', () => {
  const schema = z.strictObject({})
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const problem = problemOf(() => parseParameters(schema, readQuery(`${name}=1`)))
    expect(problem.extras.parameters).toEqual([
      { parameter: name, message: 'is not a parameter of this address' },
    ])
  }
})

test('a name of any length is repeated in part only', () => {
  const problem = problemOf(() => parseParameters(z.strictObject({}), { ['x'.repeat(5000)]: '' }))
  expect(problem.message.length).toBeLessThan(120)
})

test.each([
  ['1', true],
  ['1000', true],
  ['0', false],
  ['1001', false],
  ['-1', false],
  ['1.5', false],
  ['1e2', false],
  ['', false],
  [' 5', false],
  ['99999999999999999999', false],
])('limit=%j is allowed: %s', (limit, allowed) => {
  expect(riskPointsQuerySchema.safeParse({ limit }).success).toBe(allowed)
})
