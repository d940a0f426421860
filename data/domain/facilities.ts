import * as z from 'zod/mini'
import { areaCodeSchema } from './areas.ts'
import type { Labels } from './locales.ts'

/** Help in an emergency, and sensitive places: people there need help to leave (敏感目标). */
export const FACILITY_KINDS = {
  microFireStation: {
    sensitive: false,
    labels: { 'zh-CN': '微型消防站', en: 'Micro fire station' },
  },
  fireBrigade: { sensitive: false, labels: { 'zh-CN': '消防救援站', en: 'Fire brigade' } },
  hospital: { sensitive: false, labels: { 'zh-CN': '医院', en: 'Hospital' } },
  shelter: { sensitive: false, labels: { 'zh-CN': '避难场所', en: 'Shelter' } },
  supplyStore: { sensitive: false, labels: { 'zh-CN': '应急物资库', en: 'Supply store' } },
  school: { sensitive: true, labels: { 'zh-CN': '学校', en: 'School' } },
  nursery: { sensitive: true, labels: { 'zh-CN': '幼儿园、托育机构', en: 'Nursery' } },
  dormitory: { sensitive: true, labels: { 'zh-CN': '集体宿舍', en: 'Dormitory' } },
  oldPeoplesHome: { sensitive: true, labels: { 'zh-CN': '养老机构', en: "Old people's home" } },
} as const satisfies Record<string, { sensitive: boolean; labels: Labels }>
export type FacilityKind = keyof typeof FACILITY_KINDS
export type SensitiveKind = {
  [K in FacilityKind]: (typeof FACILITY_KINDS)[K]['sensitive'] extends true ? K : never
}[FacilityKind]
export const FACILITY_KIND_ORDER = Object.keys(FACILITY_KINDS) as [FacilityKind, ...FacilityKind[]]
export const facilityKindSchema = z.enum(FACILITY_KIND_ORDER)

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
  /** Pupils, residents or beds of a sensitive place, by capacity. */
  people: z.nullable(z.int().check(z.nonnegative())),
  fictitious: z.boolean(),
})
export type Facility = z.infer<typeof facilitySchema>
