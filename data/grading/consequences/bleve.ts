import type { Labels } from '../../domain/locales.ts'
import { checkRanges, MASS_RANGE, sixDigits, type InputRange } from './inputs.ts'

/** Surface flux q₀ of the fireball in kW/m², by the shape of the tank. */
export const TANK_SHAPES = {
  cylinder: { labels: { 'zh-CN': '柱罐', en: 'Cylinder' }, surfaceFlux: 270 },
  sphere: { labels: { 'zh-CN': '球罐', en: 'Sphere' }, surfaceFlux: 200 },
} as const satisfies Record<string, { labels: Labels; surfaceFlux: number }>
export type TankShape = keyof typeof TANK_SHAPES

export type BleveInput = { stockKg: number; tanks: number; tankShape: TankShape }

export const BLEVE_INPUTS = {
  stockKg: { ...MASS_RANGE, labels: { 'zh-CN': '总储量', en: 'Stock' } },
  tanks: {
    labels: { 'zh-CN': '储罐数', en: 'Number of tanks' },
    unit: '',
    least: 1,
    most: 1000,
    whole: true,
  },
} as const satisfies Record<'stockKg' | 'tanks', InputRange>

/** Share of the stock in the fireball with one, two, and three or more tanks. */
const SHARES = [0.5, 0.7, 0.9] as const

/** Pr = a + b·ln(t·q^(4/3)) with q in W/m²; half of the exposed are hurt where Pr is 5. */
const PROBITS = {
  death: { a: -37.23, b: 2.56 },
  secondDegreeBurn: { a: -43.14, b: 3.0188 },
  firstDegreeBurn: { a: -39.83, b: 3.0186 },
} as const

/**
 * Boiling liquid expanding vapour explosion: the fireball R = 2.9 W^⅓ lasts t = 0.45 W^⅓ seconds; a
 * radius in metres is the outermost at which its flux still hurts half of those exposed, and 0 where
 * it nowhere does. Of the flux formula only copies in assessment reports were found.
 * @throws GradingError outside `BLEVE_INPUTS`.
 */
export function bleve({ stockKg, tanks, tankShape }: BleveInput) {
  checkRanges({ stockKg, tanks }, BLEVE_INPUTS)
  const massKg = stockKg * SHARES[Math.min(tanks, SHARES.length) - 1]!
  const radius = 2.9 * Math.cbrt(massKg)
  const seconds = 0.45 * Math.cbrt(massKg)
  const { surfaceFlux } = TANK_SHAPES[tankShape]
  const reach = (injury: keyof typeof PROBITS) =>
    sixDigits(outermostRadius(radius, surfaceFlux, harmfulFlux(injury, seconds)))
  return {
    massKg: sixDigits(massKg),
    fireballRadiusMetres: sixDigits(radius),
    durationSeconds: sixDigits(seconds),
    radiiMetres: {
      death: reach('death'),
      secondDegreeBurn: reach('secondDegreeBurn'),
      firstDegreeBurn: reach('firstDegreeBurn'),
    },
  }
}

/** Flux in kW/m² that, for the given seconds, hurts half of those exposed. */
export function harmfulFlux(injury: keyof typeof PROBITS, seconds: number): number {
  const { a, b } = PROBITS[injury]
  return (Math.exp((5 - a) / b) / seconds) ** 0.75 / 1000
}

/** q = q₀·R²·r·(1 − 0.058 ln r)/(R² + r²)^1.5 in kW/m², at r metres from below the centre. */
export function fireballFlux(distance: number, radius: number, surfaceFlux: number): number {
  const transmitted = 1 - 0.058 * Math.log(distance)
  const square = radius ** 2
  return (surfaceFlux * square * distance * transmitted) / (square + distance ** 2) ** 1.5
}

/**
 * The flux grows from the centre to one peak near R/√2 and falls from there, so the outermost radius
 * lies between the peak and a place far out where nothing is left of it.
 */
function outermostRadius(radius: number, surfaceFlux: number, flux: number): number {
  const peak = bisect(0, radius, (r) => isRising(r, radius))
  if (fireballFlux(peak, radius, surfaceFlux) < flux) return 0
  const far = radius * 1000
  return bisect(peak, far, (r) => fireballFlux(r, radius, surfaceFlux) >= flux)
}

/** Sign of d(ln q)/dr times r; falls steadily, so there is one peak. */
function isRising(distance: number, radius: number): boolean {
  const square = distance ** 2
  const fall = (3 * square) / (radius ** 2 + square)
  return 1 - fall - 0.058 / (1 - 0.058 * Math.log(distance)) > 0
}

/** Where a condition that holds below and fails above turns; 60 halvings exhaust a double. */
function bisect(below: number, above: number, holds: (value: number) => boolean): number {
  for (let halving = 0; halving < 60; halving++) {
    const middle = (below + above) / 2
    if (holds(middle)) below = middle
    else above = middle
  }
  return below
}
