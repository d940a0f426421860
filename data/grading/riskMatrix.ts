import type { RiskLevel } from '../domain/riskLevels.ts'
import type { RiskMatrixInputs } from '../domain/riskPoints.ts'
import { checkFactor, type FactorValue } from './tables.ts'
import { levelOfScore, RISK_MATRIX_THRESHOLDS, type Thresholds } from './thresholds.ts'

type ProposedValue = FactorValue & { proposed: true }

/**
 * The two factors of the 5×5 matrix, most serious first. The scale 1 to 5 is that of DB37/T
 * 2882-2016 and its kin; no official wording was found, so every wording is a 建议值.
 */
export const RISK_MATRIX_TABLES = {
  likelihood: [
    { value: 5, labels: { 'zh-CN': '极有可能发生', en: 'Almost certain' }, proposed: true },
    { value: 4, labels: { 'zh-CN': '很可能发生', en: 'Likely' }, proposed: true },
    { value: 3, labels: { 'zh-CN': '可能发生', en: 'Possible' }, proposed: true },
    { value: 2, labels: { 'zh-CN': '较不可能发生', en: 'Unlikely' }, proposed: true },
    { value: 1, labels: { 'zh-CN': '基本不可能发生', en: 'Rare' }, proposed: true },
  ],
  severity: [
    { value: 5, labels: { 'zh-CN': '多人死亡', en: 'Several fatalities' }, proposed: true },
    { value: 4, labels: { 'zh-CN': '一人死亡或多人重伤', en: 'One fatality' }, proposed: true },
    { value: 3, labels: { 'zh-CN': '重伤', en: 'Serious injury' }, proposed: true },
    { value: 2, labels: { 'zh-CN': '轻伤', en: 'Minor injury' }, proposed: true },
    { value: 1, labels: { 'zh-CN': '轻微伤害', en: 'Slight injury' }, proposed: true },
  ],
} as const satisfies Record<keyof RiskMatrixInputs, readonly ProposedValue[]>

/**
 * R = L·S and its level by the 5×5 matrix.
 * @throws GradingError for a factor that is not a whole number from 1 to 5.
 */
export function gradeRiskMatrix(
  { likelihood, severity }: RiskMatrixInputs,
  thresholds: Thresholds = RISK_MATRIX_THRESHOLDS,
): { score: number; level: RiskLevel } {
  checkFactor('likelihood', likelihood, RISK_MATRIX_TABLES.likelihood)
  checkFactor('severity', severity, RISK_MATRIX_TABLES.severity)
  const score = likelihood * severity
  return { score, level: levelOfScore(score, thresholds) }
}
