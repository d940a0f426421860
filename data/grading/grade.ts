import * as z from 'zod/mini'
import type { Labels } from '../domain/locales.ts'
import type { RiskLevel } from '../domain/riskLevels.ts'
import {
  lecInputsSchema,
  riskMatrixInputsSchema,
  type GradingMethod,
} from '../domain/riskPoints.ts'
import { gradeLec } from './lec.ts'
import { gradeRiskMatrix } from './riskMatrix.ts'
import { LEC_THRESHOLDS, RISK_MATRIX_THRESHOLDS, type Thresholds } from './thresholds.ts'

/** How a risk point is graded. `proposed` says in `note` what has no official source (建议值). */
export const GRADING_METHODS = {
  LEC: {
    labels: { 'zh-CN': 'LEC 作业条件危险性分析法', en: 'LEC' },
    formula: 'D = L × E × C',
    source: 'Graham & Kinney 1976',
    proposed: true,
    note: {
      'zh-CN': '320、160、70 三个界点的归属为建议值',
      en: 'Which level the boundaries 320, 160 and 70 belong to is a proposed value',
    },
  },
  LS: {
    labels: { 'zh-CN': 'LS 风险矩阵法(5×5)', en: 'LS risk matrix (5×5)' },
    formula: 'R = L × S',
    source: 'DB37/T 2882-2016',
    proposed: true,
    note: {
      'zh-CN': '各级文字说明为建议值;各地分级界限不一',
      en: 'The wording of the five steps is a proposed value; regions differ in the bands',
    },
  },
} as const satisfies Record<
  GradingMethod,
  { labels: Labels; formula: string; source: string; proposed: boolean; note: Labels }
>

/** A method with its inputs; whether each value is in its table is for `grade` to say. */
export const gradingSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('LEC'), inputs: lecInputsSchema }),
  z.strictObject({ method: z.literal('LS'), inputs: riskMatrixInputsSchema }),
])
export type Grading = z.infer<typeof gradingSchema>

export type GradingThresholds = Record<GradingMethod, Thresholds>
export const DEFAULT_THRESHOLDS: GradingThresholds = {
  LEC: LEC_THRESHOLDS,
  LS: RISK_MATRIX_THRESHOLDS,
}

/** A grading with its result; `version` names the bands it was graded by. */
export type Graded = Grading & { version: string; score: number; level: RiskLevel }

/** @throws GradingError for an input that is not in the table of its method. */
export function grade(
  grading: Grading,
  thresholds: GradingThresholds = DEFAULT_THRESHOLDS,
): Graded {
  const bands = thresholds[grading.method]
  const result =
    grading.method === 'LEC'
      ? gradeLec(grading.inputs, bands)
      : gradeRiskMatrix(grading.inputs, bands)
  return { ...grading, version: bands.version, ...result }
}
