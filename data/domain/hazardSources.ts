import * as z from 'zod/mini'
import { changeSchema, instantSchema } from './changes.ts'
import type { Labels } from './locales.ts'
import { recordCodeSchema } from './recordCode.ts'

/** Unit kinds of GB 18218-2018; `none` for a hazard source without listed substances. */
export const UNIT_KINDS = {
  production: { labels: { 'zh-CN': '生产单元', en: 'Production unit' } },
  storage: { labels: { 'zh-CN': '储存单元', en: 'Storage unit' } },
  none: { labels: { 'zh-CN': '不涉及', en: 'None' } },
} as const satisfies Record<string, { labels: Labels }>
export type UnitKind = keyof typeof UNIT_KINDS
export const unitKindSchema = z.enum(['production', 'storage', 'none'])

/** Grades of a 重大危险源: 1 (一级, highest) to 4 (四级). A quantity class, never a risk level. */
export const majorHazardGradeSchema = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
])
export type MajorHazardGrade = z.infer<typeof majorHazardGradeSchema>
export const MAJOR_HAZARD_GRADE_LABELS = {
  1: { 'zh-CN': '一级', en: 'Grade 1' },
  2: { 'zh-CN': '二级', en: 'Grade 2' },
  3: { 'zh-CN': '三级', en: 'Grade 3' },
  4: { 'zh-CN': '四级', en: 'Grade 4' },
} as const satisfies Record<MajorHazardGrade, Labels>

export const hazardSourceSubstanceSchema = z.object({
  /** Null for a mixture, which is graded by its hazard class. */
  cas: z.nullable(z.string()),
  name: z.string(),
  /** Designed maximum quantity in tonnes (q). */
  designedQuantityTonnes: z.number().check(z.positive()),
  /** Critical quantity in tonnes (Q). */
  criticalTonnes: z.number().check(z.positive()),
  beta: z.number().check(z.positive()),
  /** Which of several rows of the CAS number it is, and the class it is graded by where no row names it. */
  form: z.nullable(z.string()),
  hazardClass: z.nullable(z.string()),
})
export type HazardSourceSubstance = z.infer<typeof hazardSourceSubstanceSchema>

export const hazardSourceSchema = z.object({
  code: z.string(),
  name: z.string(),
  unitKind: unitKindSchema,
  /** People within 500 m outside the boundary, which decide α; null where nobody counted them. */
  exposedPeople: z.nullable(z.int().check(z.nonnegative())),
  /** Σ q/Q; null without listed substances. */
  s: z.nullable(z.number().check(z.nonnegative())),
  /** α · Σ β·q/Q; null without listed substances. */
  r: z.nullable(z.number().check(z.nonnegative())),
  alpha: z.nullable(z.number().check(z.positive())),
  majorHazardGrade: z.nullable(majorHazardGradeSchema),
  substances: z.array(hazardSourceSubstanceSchema),
  fictitious: z.boolean(),
})
export type HazardSource = z.infer<typeof hazardSourceSchema>

export const hazardSourceCodeSchema = recordCodeSchema('the code of a hazard source')

/** A hazard source as it stands after any number of changes. */
export const hazardSourceRecordSchema = z.extend(hazardSourceSchema, {
  riskPointCode: z.string(),
  retiredAt: z.nullable(instantSchema),
  /** Optimistic lock: a write names the version it was made from. */
  version: z.int().check(z.positive()),
  change: changeSchema,
})
export type HazardSourceRecord = z.infer<typeof hazardSourceRecordSchema>
