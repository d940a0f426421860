import type { RiskLevel } from '../domain/riskLevels.ts'
import type { LecInputs } from '../domain/riskPoints.ts'
import { checkFactor, type FactorValue } from './tables.ts'
import { LEC_THRESHOLDS, levelOfScore, type Thresholds } from './thresholds.ts'

/** L likelihood, E exposure, C consequence (Graham and Kinney 1976); most serious first. */
export const LEC_TABLES = {
  l: [
    { value: 10, labels: { 'zh-CN': '完全可以预料', en: 'To be expected' } },
    { value: 6, labels: { 'zh-CN': '相当可能', en: 'Quite possible' } },
    { value: 3, labels: { 'zh-CN': '可能,但不经常', en: 'Unusual but possible' } },
    { value: 1, labels: { 'zh-CN': '可能性小,完全意外', en: 'Only remotely possible' } },
    { value: 0.5, labels: { 'zh-CN': '很不可能,可以设想', en: 'Conceivable but very unlikely' } },
    { value: 0.2, labels: { 'zh-CN': '极不可能', en: 'Practically impossible' } },
    { value: 0.1, labels: { 'zh-CN': '实际不可能', en: 'Virtually impossible' } },
  ],
  e: [
    { value: 10, labels: { 'zh-CN': '连续暴露', en: 'Continuous' } },
    { value: 6, labels: { 'zh-CN': '每天工作时间内暴露', en: 'Daily during working hours' } },
    { value: 3, labels: { 'zh-CN': '每周一次或偶然暴露', en: 'Weekly or occasionally' } },
    { value: 2, labels: { 'zh-CN': '每月一至两次暴露', en: 'Once or twice a month' } },
    { value: 1, labels: { 'zh-CN': '每年几次暴露', en: 'A few times a year' } },
    { value: 0.5, labels: { 'zh-CN': '非常罕见地暴露', en: 'Very rarely' } },
  ],
  c: [
    { value: 100, labels: { 'zh-CN': '大灾难,许多人死亡', en: 'Catastrophe, many fatalities' } },
    { value: 40, labels: { 'zh-CN': '灾难,数人死亡', en: 'Disaster, several fatalities' } },
    { value: 15, labels: { 'zh-CN': '非常严重,一人死亡', en: 'Very serious, one fatality' } },
    { value: 7, labels: { 'zh-CN': '严重伤害', en: 'Serious injury' } },
    { value: 3, labels: { 'zh-CN': '致残', en: 'Disabling injury' } },
    { value: 1, labels: { 'zh-CN': '需要救护', en: 'First aid needed' } },
  ],
} as const satisfies Record<keyof LecInputs, readonly FactorValue[]>

/** D = L·E·C, without unit, rounded to 1e-6 so that 0.1 × 3 × 7 is 2.1. */
export function lecScore({ l, e, c }: LecInputs): number {
  return Math.round(l * e * c * 1e6) / 1e6
}

/**
 * Score and level of a risk point by LEC.
 * @throws GradingError for a factor that is not in its table.
 */
export function gradeLec(
  inputs: LecInputs,
  thresholds: Thresholds = LEC_THRESHOLDS,
): { score: number; level: RiskLevel } {
  for (const factor of ['l', 'e', 'c'] as const) {
    checkFactor(factor, inputs[factor], LEC_TABLES[factor])
  }
  const score = lecScore(inputs)
  return { score, level: levelOfScore(score, thresholds) }
}
