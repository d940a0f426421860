import type { Labels } from '../../domain/locales.ts'

type Fuel = {
  labels: Labels
  /** Net heat of combustion in kJ/kg. */
  heatOfCombustionKjPerKg: number
  /** Mass burning rate of a large pool in kg/(m²·s); null where it burns as a gas or is unknown. */
  burningRateKgPerM2S: number | null
  source: string
  /** 建议值: to prefill a form, not to decide by. */
  proposed: true
}

const BABRAUSKAS = 'Babrauskas, Fire Technology 19 (1983)'
const HANDBOOK = 'Net heat of combustion at 25 °C, common tables'

/**
 * Heats of combustion and burning rates by CAS number, to prefill the forms of the models. Net
 * values; the published explosion case takes 50,290.2 kJ/kg (propane, gross) for LPG.
 */
export const FUELS = {
  '68476-85-7': row('液化石油气', 'Liquefied petroleum gas', 46_000, 0.099, BABRAUSKAS),
  '74-82-8': row('甲烷(液化天然气)', 'Methane (LNG)', 50_000, 0.078, BABRAUSKAS),
  '1333-74-0': row('氢', 'Hydrogen', 120_000, 0.017, BABRAUSKAS),
  '74-86-2': row('乙炔', 'Acetylene', 48_200, null, HANDBOOK),
  '74-98-6': row('丙烷', 'Propane', 46_300, 0.099, BABRAUSKAS),
  '86290-81-5': row('汽油', 'Petrol', 43_700, 0.055, BABRAUSKAS),
  '67-56-1': row('甲醇', 'Methanol', 20_000, 0.017, BABRAUSKAS),
  '64-17-5': row('乙醇', 'Ethanol', 26_800, 0.015, BABRAUSKAS),
  '67-64-1': row('丙酮', 'Acetone', 25_800, 0.041, BABRAUSKAS),
  '108-88-3': row('甲苯', 'Toluene', 40_500, null, HANDBOOK),
} as const satisfies Record<string, Fuel>

function row(
  chinese: string,
  en: string,
  heatOfCombustionKjPerKg: number,
  burningRateKgPerM2S: number | null,
  source: string,
): Fuel {
  const labels = { 'zh-CN': chinese, en }
  return { labels, heatOfCombustionKjPerKg, burningRateKgPerM2S, source, proposed: true }
}
