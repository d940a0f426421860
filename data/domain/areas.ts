import * as z from 'zod/mini'
import type { Labels } from './locales.ts'

export const DISTRICT_CODE = '440307'

/**
 * The levels of an area. Official codes have 6 + 3 + 3 digits, so an area contains another exactly
 * when its code is a prefix of the other's; scope, filter, drill-down and row security use that rule.
 */
export const AREA_LEVELS = {
  district: { codeLength: 6, child: 'street', labels: { 'zh-CN': '区', en: 'District' } },
  street: { codeLength: 9, child: 'community', labels: { 'zh-CN': '街道', en: 'Street' } },
  community: { codeLength: 12, child: null, labels: { 'zh-CN': '社区', en: 'Community' } },
} as const satisfies Record<
  string,
  { codeLength: number; child: 'street' | 'community' | null; labels: Labels }
>

export type AreaLevel = keyof typeof AREA_LEVELS
export const areaLevelSchema = z.enum(['district', 'street', 'community'] as const)

export const areaCodeSchema = z
  .string()
  .check(
    z.regex(
      new RegExp(`^${DISTRICT_CODE}(\\d{3}(\\d{3})?)?$`),
      'must be an official code of Longgang: 6, 9 or 12 digits',
    ),
  )

export const geometryStatusSchema = z.enum(['schematic', 'surveyed'])

/** Longitude and latitude in WGS84/CGCS2000 degrees (EPSG:4326). */
export const positionSchema = z.tuple([z.number(), z.number()])
export type Position = z.infer<typeof positionSchema>

export const areaSchema = z.object({
  code: areaCodeSchema,
  name: z.string(),
  level: areaLevelSchema,
  parentCode: z.nullable(areaCodeSchema),
  geometryStatus: geometryStatusSchema,
  /** Published area in km², never measured from schematic geometry. */
  officialAreaKm2: z.nullable(z.number().check(z.positive())),
  labelPoint: positionSchema,
})
export type Area = z.infer<typeof areaSchema>

export function areaContains(outer: string, inner: string): boolean {
  return inner.startsWith(outer)
}

/** The area one level up, or null for the district. */
export function parentAreaCode(code: string): string | null {
  return code.length <= DISTRICT_CODE.length ? null : code.slice(0, -3)
}

/** From the district down to the area itself: `['440307', '440307013', '440307013002']`. */
export function areaPath(code: string): string[] {
  return areaLevelSchema.options
    .map((level) => AREA_LEVELS[level].codeLength)
    .filter((length) => length <= code.length)
    .map((length) => code.slice(0, length))
}
