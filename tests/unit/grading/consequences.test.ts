import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  CONSEQUENCE_MODEL_ORDER,
  CONSEQUENCE_MODELS,
  consequenceInputSchema,
  estimateConsequences,
  type ConsequenceInput,
} from '#data/grading/consequences'
import { bleve, fireballFlux, harmfulFlux, TANK_SHAPES } from '#data/grading/consequences/bleve'
import { FUELS } from '#data/grading/consequences/fuels'
import { poolFire } from '#data/grading/consequences/poolFire'
import { vce } from '#data/grading/consequences/vce'
import { isCasNumber } from '#data/grading/casNumber'
import { GradingError } from '#data/grading/GradingError'

test('the published explosion of 42 t of LPG', () => {
  const { tntEquivalentKg, radiiMetres } = vce({
    massKg: 42_000,
    heatOfCombustionKjPerKg: 50_290.2,
  })
  expect(Math.abs(tntEquivalentKg - 33_645)).toBeLessThan(1)
  expect(radiiMetres.death).toBeCloseTo(49.95, 1)
  expect(radiiMetres.seriousInjury).toBeCloseTo(124.7, 1)
  expect(radiiMetres.minorInjury).toBeCloseTo(224.1, 1)
  expect(radiiMetres.property).toBeCloseTo(180.5, 1)
})

test.each([
  [1.089, 44_000],
  [1.957, 17_000],
])('a scaled distance of %d has an overpressure of %d Pa', (z, pascal) => {
  const ratio = 0.137 / z ** 3 + 0.119 / z ** 2 + 0.269 / z - 0.019
  expect(Math.abs(ratio * 101_300 - pascal)).toBeLessThan(100)
})

test('the published fireball of two tanks with 42 t', () => {
  const { massKg, fireballRadiusMetres, durationSeconds, radiiMetres } = bleve({
    stockKg: 42_000,
    tanks: 2,
    tankShape: 'cylinder',
  })
  expect(massKg).toBe(29_400)
  expect(fireballRadiusMetres).toBeCloseTo(89.5, 1)
  expect(durationSeconds).toBeCloseTo(13.9, 1)
  // The case rounds the duration to 13.9 s before it goes on.
  expect(harmfulFlux('death', 13.9) * 1000).toBeCloseTo(32_799, -1.5)
  expect(harmfulFlux('secondDegreeBurn', 13.9) * 1000).toBeCloseTo(21_723.1, -1.5)
  expect(harmfulFlux('firstDegreeBurn', 13.9) * 1000).toBeCloseTo(9552.18, -1.5)
  const { death, secondDegreeBurn, firstDegreeBurn } = radiiMetres
  expect(death).toBeGreaterThan(fireballRadiusMetres)
  expect(secondDegreeBurn).toBeGreaterThan(death)
  expect(firstDegreeBurn).toBeGreaterThan(secondDegreeBurn)
})

test.each([
  [1, 0.5],
  [2, 0.7],
  [3, 0.9],
  [1000, 0.9],
])('%i tanks put %d of the stock into the fireball', (tanks, share) => {
  const { massKg } = bleve({ stockKg: 1000, tanks, tankShape: 'sphere' })
  expect(massKg).toBeCloseTo(1000 * share, 9)
})

test('the radius is the outermost at which the flux is still reached', () => {
  const stock = fc.double({ min: 100, max: 1e8, noNaN: true })
  const shape = fc.constantFrom('cylinder' as const, 'sphere' as const)
  fc.assert(
    fc.property(stock, shape, (stockKg, tankShape) => {
      const result = bleve({ stockKg, tanks: 1, tankShape })
      const { fireballRadiusMetres: radius, durationSeconds } = result
      const { surfaceFlux } = TANK_SHAPES[tankShape]
      for (const injury of ['death', 'secondDegreeBurn', 'firstDegreeBurn'] as const) {
        const needed = harmfulFlux(injury, durationSeconds)
        const reached = result.radiiMetres[injury]
        for (const factor of [1.001, 1.1, 2, 10]) {
          const distance = reached === 0 ? radius * factor : reached * factor
          expect(fireballFlux(distance, radius, surfaceFlux)).toBeLessThan(needed)
        }
        if (reached > 0) {
          const flux = fireballFlux(reached, radius, surfaceFlux)
          expect(flux / needed).toBeCloseTo(1, 3)
        }
      }
    }),
  )
})

test('a small fireball kills nobody by heat: radius 0', () => {
  const { radiiMetres } = bleve({ stockKg: 1, tanks: 1, tankShape: 'cylinder' })
  expect(radiiMetres).toEqual({ death: 0, secondDegreeBurn: 0, firstDegreeBurn: 0 })
})

test('the published pool fire of jet fuel, but for the exponent of the flame', () => {
  const { flameHeightMetres, heatKw, radiiMetres } = poolFire({
    radiusMetres: 29.2,
    burningRateKgPerM2S: 0.068,
    heatOfCombustionKjPerKg: 43_070,
    efficiency: 0.24,
  })
  // 58.66 m with Thomas's 0.61; 0.6 as printed.
  const base = 0.068 / (1.293 * Math.sqrt(2 * 9.8 * 29.2))
  expect(flameHeightMetres * base ** 0.01).toBeCloseTo(58.66, 1)
  expect(heatKw / 630_000).toBeGreaterThan(0.97)
  expect(heatKw / 630_000).toBeLessThan(1.05)
  for (const [flux, metres] of Object.entries(radiiMetres)) {
    expect(heatKw / (4 * Math.PI * metres ** 2)).toBeCloseTo(Number(flux), 2)
  }
})

const within = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const inputArbitrary: fc.Arbitrary<ConsequenceInput> = fc.oneof(
  fc.record({
    model: fc.constant('vce' as const),
    massKg: within(0.1, 1e8),
    heatOfCombustionKjPerKg: within(1000, 150_000),
  }),
  fc.record({
    model: fc.constant('bleve' as const),
    stockKg: within(0.1, 1e8),
    tanks: fc.integer({ min: 1, max: 1000 }),
    tankShape: fc.constantFrom('cylinder' as const, 'sphere' as const),
  }),
  fc.record({
    model: fc.constant('pool-fire' as const),
    radiusMetres: within(0.1, 1000),
    burningRateKgPerM2S: within(0.001, 1),
    heatOfCombustionKjPerKg: within(1000, 150_000),
    efficiency: within(0.13, 0.35),
  }),
)

test('every radius is a number with a name, and no model answers more or less', () => {
  fc.assert(
    fc.property(inputArbitrary, (input) => {
      const { radiiMetres } = estimateConsequences(consequenceInputSchema.parse(input))
      const names = CONSEQUENCE_MODELS[input.model].radii
      expect(Object.keys(radiiMetres).toSorted()).toEqual(Object.keys(names).toSorted())
      for (const metres of Object.values(radiiMetres)) {
        expect(metres).toBeGreaterThanOrEqual(0)
        expect(Number.isFinite(metres)).toBe(true)
      }
    }),
  )
})

test('more of anything never makes a radius smaller', () => {
  fc.assert(
    fc.property(inputArbitrary, fc.nat(5), within(0, 1), (input, at, share) => {
      const { inputs } = CONSEQUENCE_MODELS[input.model]
      const ranges = Object.entries<{ most: number; whole?: true }>(inputs)
      const [key, { most, whole }] = ranges[at % ranges.length]!
      const value = (input as unknown as Record<string, number>)[key]!
      const raised = value + (most - value) * share
      const more = { ...input, [key]: whole ? Math.round(raised) : raised }
      const before: Record<string, number> = estimateConsequences(input).radiiMetres
      const after: Record<string, number> = estimateConsequences(more).radiiMetres
      for (const radius of Object.keys(before)) {
        expect(after[radius], radius).toBeGreaterThanOrEqual(before[radius]!)
      }
    }),
  )
})

const GOOD: Record<ConsequenceInput['model'], ConsequenceInput> = {
  vce: { model: 'vce', massKg: 1000, heatOfCombustionKjPerKg: 46_000 },
  bleve: { model: 'bleve', stockKg: 1000, tanks: 2, tankShape: 'sphere' },
  'pool-fire': {
    model: 'pool-fire',
    radiusMetres: 5,
    burningRateKgPerM2S: 0.05,
    heatOfCombustionKjPerKg: 40_000,
    efficiency: 0.3,
  },
}

test.each([
  ['vce', 'massKg', [1e8], [0, -1, Number.NaN, Infinity, 1e8 + 1]],
  ['vce', 'heatOfCombustionKjPerKg', [1000, 150_000], [999, 150_001, 0]],
  ['bleve', 'stockKg', [1e8], [0, 1e8 + 1]],
  ['bleve', 'tanks', [1, 1000], [0, 1001, 1.5, Number.NaN]],
  ['pool-fire', 'radiusMetres', [1000], [0, 1000.1]],
  ['pool-fire', 'burningRateKgPerM2S', [1], [0, 1.01]],
  ['pool-fire', 'heatOfCombustionKjPerKg', [1000, 150_000], [999, 150_001]],
  ['pool-fire', 'efficiency', [0.13, 0.35], [0.1299, 0.3501, 30]],
] as const)('%s: the limits of %s', (model, parameter, accepted, refused) => {
  const estimate = (value: number) => estimateConsequences({ ...GOOD[model], [parameter]: value })
  for (const value of accepted) expect(() => estimate(value)).not.toThrow()
  for (const value of refused) {
    expect(() => estimate(value), String(value)).toThrow(GradingError)
    expect(() => estimate(value), String(value)).toThrow(expect.objectContaining({ parameter }))
  }
})

test('a refusal says the range and the unit', () => {
  const estimate = (change: object) => () => estimateConsequences({ ...GOOD.vce, ...change })
  expect(estimate({ massKg: 0 })).toThrow(/^must be a number above 0 and at most 100000000 kg$/)
  expect(estimate({ heatOfCombustionKjPerKg: 1 })).toThrow(
    /^must be a number from 1000 to 150000 kJ\/kg$/,
  )
})

test.each([
  { model: 'vce', massKg: 1 },
  { model: 'vce', massKg: 1, heatOfCombustionKjPerKg: 46_000, tanks: 1 },
  { model: 'bleve', stockKg: 1, tanks: 1, tankShape: 'cube' },
  { model: 'jet-fire' },
])('%j is no input', (input) => {
  expect(consequenceInputSchema.safeParse(input).success).toBe(false)
})

test('every fuel can be asked for', () => {
  expect(Object.keys(CONSEQUENCE_MODELS)).toEqual([...CONSEQUENCE_MODEL_ORDER])
  for (const [cas, { heatOfCombustionKjPerKg, burningRateKgPerM2S }] of Object.entries(FUELS)) {
    expect(isCasNumber(cas)).toBe(true)
    const fuel = { heatOfCombustionKjPerKg, ...(burningRateKgPerM2S && { burningRateKgPerM2S }) }
    expect(() => estimateConsequences({ ...GOOD['pool-fire'], ...fuel })).not.toThrow()
  }
})
