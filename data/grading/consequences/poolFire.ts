import { checkRanges, HEAT_OF_COMBUSTION_RANGE, sixDigits, type InputRange } from './inputs.ts'

export type PoolFireInput = {
  radiusMetres: number
  burningRateKgPerM2S: number
  heatOfCombustionKjPerKg: number
  efficiency: number
}

export const POOL_FIRE_INPUTS = {
  /** A bund of 1 km radius holds any tank farm. */
  radiusMetres: {
    labels: { 'zh-CN': '液池半径', en: 'Radius of the pool' },
    unit: 'm',
    above: 0,
    most: 1000,
  },
  /** LPG and LNG, the fastest, burn some 0.1. */
  burningRateKgPerM2S: {
    labels: { 'zh-CN': '燃烧速率', en: 'Burning rate' },
    unit: 'kg/(m²·s)',
    above: 0,
    most: 1,
  },
  heatOfCombustionKjPerKg: HEAT_OF_COMBUSTION_RANGE,
  efficiency: {
    labels: { 'zh-CN': '效率因子', en: 'Efficiency' },
    unit: '',
    least: 0.13,
    most: 0.35,
  },
} as const satisfies Record<keyof PoolFireInput, InputRange>

/** Air at 0 °C in kg/m³, as in the published cases. */
const AIR_DENSITY = 1.293
const GRAVITY = 9.8
/**
 * As printed. Thomas (1963) has 0.61, which a published case uses: the flame is then lower by 6 % for
 * petrol in a pool of 29 m, the heat by 5 %, the radii by 2.5 %; 0.6 is on the safe side.
 */
const FLAME_EXPONENT = 0.6

/** Criteria in kW/m², gravest first. */
export const HEAT_FLUXES = ['37.5', '25', '12.5', '4', '1.6'] as const
export type HeatFlux = (typeof HEAT_FLUXES)[number]

/**
 * Pool fire as a point source: I = Q/4πx², so x is measured from the middle of the pool, and a radius
 * below that of the pool lies inside the fire. Metres and kW.
 * @throws GradingError outside `POOL_FIRE_INPUTS`.
 */
export function poolFire(input: PoolFireInput) {
  checkRanges(input, POOL_FIRE_INPUTS)
  const { radiusMetres: r, burningRateKgPerM2S: rate, heatOfCombustionKjPerKg: heat } = input
  const height = 84 * r * (rate / (AIR_DENSITY * Math.sqrt(2 * GRAVITY * r))) ** FLAME_EXPONENT
  const surface = Math.PI * r ** 2 + 2 * Math.PI * r * height
  const heatKw = (surface * rate * input.efficiency * heat) / (72 * rate ** 0.6 + 1)
  const reach = (flux: HeatFlux) => sixDigits(Math.sqrt(heatKw / (4 * Math.PI * Number(flux))))
  return {
    flameHeightMetres: sixDigits(height),
    heatKw: sixDigits(heatKw),
    radiiMetres: {
      '37.5': reach('37.5'),
      '25': reach('25'),
      '12.5': reach('12.5'),
      '4': reach('4'),
      '1.6': reach('1.6'),
    } satisfies Record<HeatFlux, number>,
  }
}
