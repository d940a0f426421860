import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCasNumber } from '#data/grading/casNumber'
import { HAZARD_CLASSES, type HazardClass } from '#data/grading/hazardClasses'
import { findSubstances, SUBSTANCES } from '#data/grading/substances'

test('every CAS number has its check digit and every name is unique', () => {
  for (const { cas, name } of SUBSTANCES) expect(isCasNumber(cas), `${name} ${cas}`).toBe(true)
  expect(new Set(SUBSTANCES.map(({ name }) => name)).size).toBe(SUBSTANCES.length)
  expect(SUBSTANCES.length).toBeGreaterThan(85)
})

test.each(['7664-41-8', '7664-41', '7664417', '07664-41-7', '1-41-7', '氨', '', '7664-41-7 '])(
  '%j is no CAS number',
  (text) => {
    expect(isCasNumber(text)).toBe(false)
  },
)

test('a wrong digit is noticed wherever the sum can tell', () => {
  const wrongDigit = fc.tuple(
    fc.constantFrom(...SUBSTANCES),
    fc.nat(),
    fc.integer({ min: 1, max: 9 }),
  )
  fc.assert(
    fc.property(wrongDigit, ([{ cas }, at, change]) => {
      const places = [...cas].flatMap((letter, index) => (letter === '-' ? [] : [index]))
      const place = places[at % places.length]!
      const digit = (Number(cas[place]) + change) % 10
      const wrong = cas.slice(0, place) + digit + cas.slice(place + 1)
      // The sum is taken modulo 10, so a change at an even or a fifth place can hide: 2 × 5 = 10.
      const weight = places.length - 1 - places.indexOf(place)
      const isHidden = weight > 0 && (weight * change) % 10 === 0
      if (!isHidden) expect(isCasNumber(wrong), wrong).toBe(false)
    }),
  )
})

/** DOMAIN.md 2.3, retyped: critical quantities by CAS number; the strictest row of each. */
test.each([
  [0.3, ['75-44-5']],
  [
    1,
    [
      '74-86-2',
      '10102-44-0',
      '7782-41-4',
      '7803-51-2',
      '7784-42-1',
      '7664-39-3',
      '74-90-8',
      '55-63-0',
      '7440-09-7',
      '9004-70-0',
    ],
  ],
  [
    5,
    [
      '7782-50-5',
      '1333-74-0',
      '7783-06-4',
      '50-00-0',
      '106-99-0',
      '74-89-5',
      '118-96-7',
      '6484-52-2',
    ],
  ],
  [10, ['7664-41-7', '75-21-8', '75-56-9', '74-83-9', '60-29-7', '7440-23-5']],
  [20, ['7446-09-5', '630-08-0', '7647-01-0', '7726-95-6']],
  [
    50,
    [
      '68476-85-7',
      '74-82-8',
      '8006-14-2',
      '74-85-1',
      '75-01-4',
      '115-10-6',
      '71-43-2',
      '107-13-1',
      '75-15-0',
      '506-93-4',
    ],
  ],
  [100, ['75-20-7', '7697-37-2', '7775-09-9', '3811-04-9', '26471-62-5']],
  [200, ['86290-81-5', '7782-44-7']],
  [
    500,
    ['67-56-1', '64-17-5', '67-64-1', '108-88-3', '100-42-5', '110-82-7', '141-78-6', '110-54-3'],
  ],
  [1000, ['7757-79-1', '616-38-6']],
])('%d t is critical for %j', (tonnes, numbers) => {
  for (const cas of numbers) {
    expect(findSubstances(cas)[0]?.criticalTonnes, cas).toBe(tonnes)
  }
})

/** DOMAIN.md 2.3, retyped: β by name. */
test.each([
  [2, ['630-08-0', '7446-09-5', '7664-41-7', '75-21-8']],
  [3, ['7647-01-0', '74-83-9']],
  [4, ['7782-50-5']],
  [5, ['7783-06-4', '7664-39-3']],
  [10, ['10102-44-0', '74-90-8']],
  [20, ['75-44-5', '7803-51-2', '624-83-9']],
])('β is %d for %j, by name', (beta, numbers) => {
  for (const cas of numbers) {
    expect(findSubstances(cas)[0], cas).toMatchObject({ beta, betaBasis: 'name' })
  }
})

test('β of every other row is that of its class', () => {
  for (const { betaBasis, beta, name } of SUBSTANCES) {
    if (betaBasis !== 'name') expect(beta, name).toBe(HAZARD_CLASSES[betaBasis].beta)
  }
})

test('the forms of one CAS number, strictest first', () => {
  const rows = (cas: string) =>
    findSubstances(cas).map(({ form, criticalTonnes, beta }) => [form, criticalTonnes, beta])
  expect(rows('9004-70-0')).toEqual([
    ['干的或含水、乙醇<25%', 1, 2],
    ['未改型的,或增塑剂<18%', 1, 2],
    ['含乙醇≥25%', 10, 2],
    ['含氮≤12.6%', 50, 1],
    ['含水≥25%', 50, 1],
    ['溶液,含氮≤12.6%,含硝化纤维素≤55%', 50, 1],
  ])
  expect(rows('6484-52-2')).toEqual([
    ['含可燃物>0.2%', 5, 2],
    ['含可燃物≤0.2%', 50, 1],
    ['肥料,含可燃物≤0.4%', 200, 1],
  ])
  expect(rows('67-63-0')).toEqual([])
})

test('where a CAS number has several rows, each has a form', () => {
  for (const { cas } of SUBSTANCES) {
    const rows = findSubstances(cas)
    if (rows.length > 1) expect(rows.every(({ form }) => form)).toBe(true)
  }
})

/** DOMAIN.md 2.3, retyped, and table 2 of the standard for the rest. */
test.each<[HazardClass, number, number]>([
  ['W1.1', 1, 2],
  ['W1.2', 10, 2],
  ['W1.3', 50, 2],
  ['W2', 10, 1.5],
  ['W3', 150, 1],
  ['W4', 50, 1],
  ['W5.1', 10, 1.5],
  ['W5.2', 50, 1],
  ['W5.3', 1000, 1],
  ['W5.4', 5000, 1],
  ['W6.1', 10, 1.5],
  ['W6.2', 50, 1],
  ['W7.1', 10, 1.5],
  ['W7.2', 50, 1],
  ['W8', 50, 1],
  ['W9.1', 50, 1],
  ['W9.2', 200, 1],
  ['W10', 200, 1],
  ['W11', 200, 1],
  ['J1', 5, 4],
  ['J2', 50, 1],
  ['J3', 50, 2],
  ['J4', 50, 2],
  ['J5', 500, 1],
])('class %s: Q %d t, β %d', (key, criticalTonnes, beta) => {
  expect(HAZARD_CLASSES[key]).toMatchObject({ criticalTonnes, beta })
})
