import * as z from 'zod/mini'
import { accidentTypeSchema } from './accidentTypes.ts'
import { areaCodeSchema } from './areas.ts'
import { changeSchema, instantSchema } from './changes.ts'
import { isCivilDay } from './clock.ts'
import type { Labels } from './locales.ts'
import { recordCodeSchema } from './recordCode.ts'
import { reviewTriggerSchema } from './reviews.ts'
import { riskLevelSchema } from './riskLevels.ts'

/** Who controls a risk point: the higher the level of risk, the higher the office. */
export const CONTROL_LEVELS = {
  company: { labels: { 'zh-CN': '公司级', en: 'Company' } },
  department: { labels: { 'zh-CN': '部门级', en: 'Department' } },
  team: { labels: { 'zh-CN': '班组级', en: 'Team' } },
  post: { labels: { 'zh-CN': '岗位级', en: 'Post' } },
} as const satisfies Record<string, { labels: Labels }>
export type ControlLevel = keyof typeof CONTROL_LEVELS
export const controlLevelSchema = z.enum(['company', 'department', 'team', 'post'])

/** How a position was obtained; the origin and its error stay with the record. */
export const COORDINATE_ORIGINS = {
  wgs84: { labels: { 'zh-CN': 'WGS84/CGCS2000', en: 'WGS84/CGCS2000' } },
  gcj02: { labels: { 'zh-CN': 'GCJ-02 转换', en: 'converted from GCJ-02' } },
  bd09: { labels: { 'zh-CN': 'BD-09 转换', en: 'converted from BD-09' } },
  generated: { labels: { 'zh-CN': '演示生成', en: 'generated for the demo' } },
} as const satisfies Record<string, { labels: Labels }>
export const coordinateOriginSchema = z.enum(['wgs84', 'gcj02', 'bd09', 'generated'])

export const lecInputsSchema = z.strictObject({ l: z.number(), e: z.number(), c: z.number() })
export type LecInputs = z.infer<typeof lecInputsSchema>

/** Both from 1 to 5. */
export const riskMatrixInputsSchema = z.strictObject({
  likelihood: z.number(),
  severity: z.number(),
})
export type RiskMatrixInputs = z.infer<typeof riskMatrixInputsSchema>

/** How a level is worked out: LEC (D = L·E·C) or the risk matrix LS (R = L·S). */
export const gradingMethodSchema = z.enum(['LEC', 'LS'])
export type GradingMethod = z.infer<typeof gradingMethodSchema>

/** A civil day in Asia/Shanghai, `2026-11-23`; it travels as text. */
export const civilDaySchema = z
  .string()
  .check(z.refine(isCivilDay, 'must be a day of the calendar: 2026-11-23'))

export const riskPointCodeSchema = recordCodeSchema('the code of a risk point')

export const riskPointSchema = z.object({
  code: z.string(),
  name: z.string(),
  parkCode: z.string(),
  enterpriseCode: z.nullable(z.string()),
  areaCode: areaCodeSchema,
  longitude: z.nullable(z.number()),
  latitude: z.nullable(z.number()),
  coordinateOrigin: z.nullable(coordinateOriginSchema),
  coordinateErrorMetres: z.nullable(z.number().check(z.positive())),
  /** Where on the site, in words: "抛光车间". */
  location: z.string(),
  /** As `floorSchema` counts; null outside, and where nobody says. */
  floor: z.nullable(z.int()),
  level: riskLevelSchema,
  gradingMethod: gradingMethodSchema,
  /** Names the thresholds too, so that a later change of them changes no stored level. */
  gradingVersion: z.string(),
  gradingInputs: z.union([lecInputsSchema, riskMatrixInputsSchema]),
  score: z.number().check(z.positive()),
  accidentTypes: z.array(accidentTypeSchema).check(z.minLength(1)),
  controlLevel: controlLevelSchema,
  responsibleDepartment: z.nullable(z.string()),
  responsiblePerson: z.nullable(z.string()),
  /** 包保责任人, for 重大 and 较大 points. */
  guarantor: z.nullable(z.string()),
  measures: z.string(),
  assessedOn: civilDaySchema,
  reviewDue: civilDaySchema,
  fictitious: z.boolean(),
})
/** A risk point as it is first registered. */
export type RiskPoint = z.infer<typeof riskPointSchema>

/** Why a level differs from what the inputs give; nobody sets one without a reason. */
export const levelOverrideSchema = z.object({ level: riskLevelSchema, reason: z.string() })
export type LevelOverride = z.infer<typeof levelOverrideSchema>

/** A risk point as it stands after any number of changes. */
export const riskPointRecordSchema = z.extend(riskPointSchema, {
  /** What the inputs give; `level` is this one, or that of the override. */
  gradedLevel: riskLevelSchema,
  levelOverride: z.nullable(levelOverrideSchema),
  /** The accident types as written after GB 6441-1986, before they were mapped. */
  accidentTypesOriginal: z.nullable(z.array(z.string())),
  /** The coordinates as somebody typed them, before they were converted. */
  coordinateInput: z.nullable(z.string()),
  /** Why a review is called for before its regular day. */
  reviewTrigger: z.nullable(reviewTriggerSchema),
  retiredAt: z.nullable(instantSchema),
  /** Optimistic lock: a write names the version it was made from. */
  version: z.int().check(z.positive()),
  change: changeSchema,
})
export type RiskPointRecord = z.infer<typeof riskPointRecordSchema>
