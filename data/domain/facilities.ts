import * as z from 'zod/mini'
import { areaCodeSchema } from './areas.ts'
import type { Labels } from './locales.ts'

export const FACILITY_KINDS = {
  microFireStation: { labels: { 'zh-CN': '微型消防站', en: 'Micro fire station' } },
  fireBrigade: { labels: { 'zh-CN': '消防救援站', en: 'Fire brigade' } },
  hospital: { labels: { 'zh-CN': '医院', en: 'Hospital' } },
  shelter: { labels: { 'zh-CN': '避难场所', en: 'Shelter' } },
  supplyStore: { labels: { 'zh-CN': '应急物资库', en: 'Supply store' } },
} as const satisfies Record<string, { labels: Labels }>
export type FacilityKind = keyof typeof FACILITY_KINDS
export const facilityKindSchema = z.enum(
  Object.keys(FACILITY_KINDS) as [FacilityKind, ...FacilityKind[]],
)

export const facilitySchema = z.object({
  code: z.string(),
  kind: facilityKindSchema,
  name: z.string(),
  parkCode: z.nullable(z.string()),
  areaCode: areaCodeSchema,
  longitude: z.number(),
  latitude: z.number(),
  /** People on the station's roll; a micro fire station has at least six (公消〔2015〕301号). */
  staff: z.nullable(z.int().check(z.nonnegative())),
  reachMinutes: z.nullable(z.number().check(z.positive())),
  fictitious: z.boolean(),
})
export type Facility = z.infer<typeof facilitySchema>
