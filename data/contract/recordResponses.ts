import * as z from 'zod/mini'
import { areaCodeSchema } from '../domain/areas.ts'
import { changeSchema, fieldChangeSchema, instantSchema } from '../domain/changes.ts'
import { downgradeSchema } from '../domain/downgrades.ts'
import { enterpriseRecordSchema } from '../domain/enterprises.ts'
import { hazardSourceRecordSchema } from '../domain/hazardSources.ts'
import { levelCountsSchema } from '../domain/riskLevels.ts'

/** Where a record lies and how current its card is. */
const placeSchema = {
  areaCode: areaCodeSchema,
  street: z.string(),
  community: z.string(),
  parkCode: z.string(),
  parkName: z.string(),
  asOf: instantSchema,
  source: z.string(),
}

export const hazardSourceDetailSchema = z.extend(hazardSourceRecordSchema, {
  ...placeSchema,
  riskPointName: z.string(),
  longitude: z.nullable(z.number()),
  latitude: z.nullable(z.number()),
})
export type HazardSourceDetail = z.infer<typeof hazardSourceDetailSchema>

export const enterpriseDetailSchema = z.extend(enterpriseRecordSchema, {
  ...placeSchema,
  buildingName: z.nullable(z.string()),
  /** Registered risk points that name it. */
  riskPoints: levelCountsSchema,
})
export type EnterpriseDetail = z.infer<typeof enterpriseDetailSchema>

export const historyVersionSchema = z.extend(changeSchema, {
  version: z.int().check(z.positive()),
  /** Until when it was valid; null for the present one. */
  until: z.nullable(instantSchema),
  /** What differs from the version before; empty in the first. */
  fields: z.array(fieldChangeSchema),
})
export type HistoryVersion = z.infer<typeof historyVersionSchema>

export const historySchema = z.object({
  code: z.string(),
  versions: z.array(historyVersionSchema),
  /** Requests to lower it, the latest first; empty for what has no level. */
  downgrades: z.array(downgradeSchema),
  asOf: instantSchema,
})
export type HistoryAnswer = z.infer<typeof historySchema>

export const downgradesSchema = z.object({
  items: z.array(downgradeSchema),
  asOf: instantSchema,
})
