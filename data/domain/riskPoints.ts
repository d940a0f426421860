import * as z from 'zod/mini'
import { accidentTypeSchema } from './accidentTypes.ts'
import { areaCodeSchema } from './areas.ts'
import type { Labels } from './locales.ts'
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

export const lecInputsSchema = z.object({ l: z.number(), e: z.number(), c: z.number() })
export type LecInputs = z.infer<typeof lecInputsSchema>

/** A civil day in Asia/Shanghai, `2026-11-23`; it travels as text. */
export const civilDaySchema = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day: 2026-11-23'))

export const riskPointCodeSchema = z
  .string()
  .check(
    z.regex(
      /^[A-Z0-9][A-Z0-9-]{1,39}$/,
      'must be the code of a risk point: capitals, digits and hyphens',
    ),
  )

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
  level: riskLevelSchema,
  gradingMethod: z.literal('LEC'),
  gradingVersion: z.string(),
  gradingInputs: lecInputsSchema,
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
export type RiskPoint = z.infer<typeof riskPointSchema>
