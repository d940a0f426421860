import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RISK_LEVELS } from '#data/domain/riskLevels'
import { DEFAULT_THRESHOLDS, grade, gradingSchema, type Grading } from '#data/grading/grade'
import { GradingError } from '#data/grading/GradingError'
import { gradeLec, LEC_TABLES, lecScore } from '#data/grading/lec'
import { gradeRiskMatrix, RISK_MATRIX_TABLES } from '#data/grading/riskMatrix'
import { LEC_THRESHOLDS, levelOfScore, parseThresholds } from '#data/grading/thresholds'

const valuesOf = (table: readonly { value: number }[]) => table.map(({ value }) => value)

test('the tables are those of DOMAIN.md 2.1, retyped', () => {
  expect(valuesOf(LEC_TABLES.l)).toEqual([10, 6, 3, 1, 0.5, 0.2, 0.1])
  expect(valuesOf(LEC_TABLES.e)).toEqual([10, 6, 3, 2, 1, 0.5])
  expect(valuesOf(LEC_TABLES.c)).toEqual([100, 40, 15, 7, 3, 1])
  expect(valuesOf(RISK_MATRIX_TABLES.likelihood)).toEqual([5, 4, 3, 2, 1])
  expect(valuesOf(RISK_MATRIX_TABLES.severity)).toEqual([5, 4, 3, 2, 1])
})

test('floating point leaves no trace in a score', () => {
  expect(lecScore({ l: 0.1, e: 3, c: 7 })).toBe(2.1)
  expect(lecScore({ l: 0.2, e: 0.5, c: 1 })).toBe(0.1)
})

/** CONTENT.md 5.4. */
test.each([
  ['铝镁抛光除尘', 3, 6, 40, 720, 'major'],
  ['氨机房储氨器', 1, 10, 40, 400, 'major'],
  ['木工砂光除尘', 1, 6, 40, 240, 'larger'],
  ['污水池清淤', 3, 2, 40, 240, 'larger'],
  ['蒸汽锅炉', 0.5, 6, 40, 120, 'general'],
  ['屋面维修', 3, 2, 15, 90, 'general'],
  ['装配流水线', 3, 6, 3, 54, 'low'],
  ['道路井盖', 1, 3, 7, 21, 'low'],
])('%s: %d × %d × %d = %d, %s', (_, l, e, c, score, level) => {
  expect(gradeLec({ l, e, c })).toEqual({ score, level })
})

test.each([
  ['l', { l: 4, e: 6, c: 40 }, 'must be one of 10, 6, 3, 1, 0.5, 0.2, 0.1'],
  ['e', { l: 3, e: 0, c: 40 }, 'must be one of 10, 6, 3, 2, 1, 0.5'],
  ['c', { l: 3, e: 6, c: Number.NaN }, 'must be one of 100, 40, 15, 7, 3, 1'],
])('%s outside its table is refused by name', (parameter, inputs, message) => {
  expect(() => gradeLec(inputs)).toThrow(GradingError)
  expect(() => gradeLec(inputs)).toThrow(expect.objectContaining({ parameter, message }))
})

test('the attainable products of the matrix, with their bands', () => {
  const levels: Record<number, string> = {}
  for (const likelihood of [1, 2, 3, 4, 5]) {
    for (const severity of [1, 2, 3, 4, 5]) {
      const { score, level } = gradeRiskMatrix({ likelihood, severity })
      levels[score] = level
    }
  }
  const low = [1, 2, 3, 4, 5, 6, 8].map((score) => [score, 'low'])
  const general = [9, 10, 12].map((score) => [score, 'general'])
  const larger = [15, 16].map((score) => [score, 'larger'])
  const major = [20, 25].map((score) => [score, 'major'])
  expect(levels).toEqual(Object.fromEntries([...low, ...general, ...larger, ...major]))
})

test.each([
  ['likelihood', { likelihood: 0, severity: 3 }],
  ['likelihood', { likelihood: 2.5, severity: 3 }],
  ['severity', { likelihood: 3, severity: 6 }],
])('%s must be one of 5, 4, 3, 2, 1', (parameter, inputs) => {
  expect(() => gradeRiskMatrix(inputs)).toThrow(
    expect.objectContaining({ parameter, message: 'must be one of 5, 4, 3, 2, 1' }),
  )
})

test('a grading carries the version of the bands it was graded by', () => {
  const grading: Grading = { method: 'LEC', inputs: { l: 1, e: 10, c: 40 } }
  expect(grade(grading)).toEqual({ ...grading, version: 'LEC-2026.1', score: 400, level: 'major' })
  const LEC = parseThresholds('>400,>=160,>=70', LEC_THRESHOLDS)
  expect(grade(grading, { ...DEFAULT_THRESHOLDS, LEC })).toMatchObject({
    version: 'LEC-2026.1(>400,>=160,>=70)',
    level: 'larger',
  })
  expect(grade({ method: 'LS', inputs: { likelihood: 3, severity: 5 } })).toMatchObject({
    version: 'LS-2026.1',
    score: 15,
    level: 'larger',
  })
})

test.each([
  { method: 'LEC', inputs: { l: 1, e: 10 } },
  { method: 'LEC', inputs: { l: 1, e: 10, c: 40, d: 1 } },
  { method: 'LEC', inputs: { l: '1', e: 10, c: 40 } },
  { method: 'LS', inputs: { l: 1, e: 10, c: 40 } },
  { method: 'HAZOP', inputs: {} },
  { inputs: { l: 1, e: 10, c: 40 } },
])('%j is no grading', (value) => {
  expect(gradingSchema.safeParse(value).success).toBe(false)
})

const fromTable = (table: readonly { value: number }[]) => fc.constantFrom(...valuesOf(table))
const gradingArbitrary: fc.Arbitrary<Grading> = fc.oneof(
  fc.record({
    method: fc.constant('LEC' as const),
    inputs: fc.record({
      l: fromTable(LEC_TABLES.l),
      e: fromTable(LEC_TABLES.e),
      c: fromTable(LEC_TABLES.c),
    }),
  }),
  fc.record({
    method: fc.constant('LS' as const),
    inputs: fc.record({
      likelihood: fromTable(RISK_MATRIX_TABLES.likelihood),
      severity: fromTable(RISK_MATRIX_TABLES.severity),
    }),
  }),
)

test('the level is always that of the band the score falls in', () => {
  fc.assert(
    fc.property(gradingArbitrary, (grading) => {
      const { score, level } = grade(grading)
      expect(gradingSchema.parse(grading)).toEqual(grading)
      expect(level).toBe(levelOfScore(score, DEFAULT_THRESHOLDS[grading.method]))
    }),
  )
})

test('a graver factor never gives a lower score or level', () => {
  const changed = fc.tuple(gradingArbitrary, gradingArbitrary, fc.nat(2))
  fc.assert(
    fc.property(changed, ([grading, other, at]) => {
      if (grading.method !== other.method) return
      const inputs: Record<string, number> = grading.inputs
      const factor = Object.keys(inputs)[at % Object.keys(inputs).length]!
      const value = (other.inputs as Record<string, number>)[factor]!
      const before = grade(grading)
      const after = grade({ ...grading, inputs: { ...inputs, [factor]: value } } as Grading)
      const [lower, higher] = value < inputs[factor]! ? [after, before] : [before, after]
      expect(higher.score).toBeGreaterThanOrEqual(lower.score)
      expect(RISK_LEVELS[higher.level].rank).toBeLessThanOrEqual(RISK_LEVELS[lower.level].rank)
    }),
  )
})
