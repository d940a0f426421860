import {
  checkRanges,
  HEAT_OF_COMBUSTION_RANGE,
  MASS_RANGE,
  sixDigits,
  type InputRange,
} from './inputs.ts'

export type VceInput = { massKg: number; heatOfCombustionKjPerKg: number }

export const VCE_INPUTS = {
  massKg: { ...MASS_RANGE, labels: { 'zh-CN': '可燃物质量', en: 'Mass of fuel' } },
  heatOfCombustionKjPerKg: HEAT_OF_COMBUSTION_RANGE,
} as const satisfies Record<keyof VceInput, InputRange>

/** Share of the cloud's energy in the blast. */
export const VCE_YIELD = 0.04
/** An explosion at the ground is reflected. */
const GROUND_FACTOR = 1.8
const TNT_KJ_PER_KG = 4520
const ATMOSPHERE_PA = 101_300
/**
 * Scaled distances Z of 44 kPa (重伤) and 17 kPa (轻伤), from
 * Δp/p₀ = 0.137 Z⁻³ + 0.119 Z⁻² + 0.269 Z⁻¹ − 0.019. Published cases with 0.996 and 1.672 are wrong.
 */
const SERIOUS_INJURY_Z = 1.089
const MINOR_INJURY_Z = 1.957

/**
 * Vapour cloud explosion by TNT equivalent: radii in metres of death (50 %), serious and minor injury
 * (eardrums, 50 % and 1 %) and of damage to buildings, in the open and without shielding.
 * @throws GradingError outside `VCE_INPUTS`.
 */
export function vce(input: VceInput) {
  checkRanges(input, VCE_INPUTS)
  const energyKj = GROUND_FACTOR * VCE_YIELD * input.massKg * input.heatOfCombustionKjPerKg
  const tntKg = energyKj / TNT_KJ_PER_KG
  const scale = Math.cbrt((tntKg * TNT_KJ_PER_KG * 1000) / ATMOSPHERE_PA)
  return {
    tntEquivalentKg: sixDigits(tntKg),
    radiiMetres: {
      death: sixDigits(13.6 * (tntKg / 1000) ** 0.37),
      seriousInjury: sixDigits(SERIOUS_INJURY_Z * scale),
      minorInjury: sixDigits(MINOR_INJURY_Z * scale),
      property: sixDigits((5.6 * Math.cbrt(tntKg)) / (1 + (3175 / tntKg) ** 2) ** (1 / 6)),
    },
  }
}
