import * as z from 'zod/mini'
import { areaCodeSchema, areaLevelSchema, areaSchema, positionSchema } from '../domain/areas.ts'
import { changeSchema, fieldChangeSchema, instantSchema } from '../domain/changes.ts'
import { downgradeSchema } from '../domain/downgrades.ts'
import { enterpriseSchema } from '../domain/enterprises.ts'
import { areaFiguresSchema } from '../domain/figures.ts'
import { featureCollectionSchema, multiPolygonSchema, polygonSchema } from '../domain/geojson.ts'
import { hazardSourceRecordSchema } from '../domain/hazardSources.ts'
import { parkCodeSchema, parkSchema } from '../domain/parks.ts'
import { riskPointRecordSchema, riskPointSchema } from '../domain/riskPoints.ts'
import { searchKindSchema } from '../domain/search.ts'

/** What changed since the version that a stale write was made from. */
export const conflictSchema = z.object({
  /** The version to write from now. */
  version: z.int(),
  changes: z.array(
    z.extend(changeSchema, { version: z.int(), fields: z.array(fieldChangeSchema) }),
  ),
})
export type Conflict = z.infer<typeof conflictSchema>

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** What was wrong with which parameter, one entry each. */
  parameters: z.optional(z.array(z.object({ parameter: z.string(), message: z.string() }))),
  /** Of a stale write: what somebody else changed meanwhile. */
  conflict: z.optional(conflictSchema),
})
export type Problem = z.infer<typeof problemSchema>

export const healthSchema = z.object({
  status: z.enum(['ready', 'unavailable']),
  database: z.enum(['embedded', 'postgresql']),
  /** Grows with every change of the data; null while the database is unavailable. */
  dataVersion: z.nullable(z.string()),
  asOf: z.nullable(instantSchema),
  fictitious: z.nullable(z.boolean()),
  /** 审图号 of the drawn boundaries, as configured; null while nobody has applied for one. */
  mapApprovalNumber: z.nullable(z.string()),
  /** In whose name writes are made; null while nobody may write. */
  writer: z.nullable(z.string()),
})

export const livenessSchema = z.object({ status: z.literal('alive') })

export const areasSchema = featureCollectionSchema(multiPolygonSchema, areaSchema)
export type AreasAnswer = z.infer<typeof areasSchema>

export const neighboursSchema = featureCollectionSchema(
  multiPolygonSchema,
  z.object({ code: z.string(), name: z.string(), labelPoint: positionSchema }),
)
export type NeighboursAnswer = z.infer<typeof neighboursSchema>

export const parksSchema = featureCollectionSchema(polygonSchema, parkSchema)
export type ParksAnswer = z.infer<typeof parksSchema>

const childSchema = z.extend(areaFiguresSchema, {
  code: z.string(),
  name: z.string(),
  kind: z.enum(['street', 'community', 'park']),
})

export const summarySchema = z.extend(areaFiguresSchema, {
  area: z.pick(areaSchema, { code: true, name: true, level: true, officialAreaKm2: true }),
  /** Streets of the district, communities of a street, parks of a community, in code order. */
  children: z.array(childSchema),
  asOf: instantSchema,
  fictitious: z.boolean(),
  /** Where the figures come from, in Chinese as it stands on screen. */
  source: z.string(),
})
export type Summary = z.infer<typeof summarySchema>

export const figuresSchema = z.object({
  areas: z.array(z.extend(areaFiguresSchema, { code: areaCodeSchema, level: areaLevelSchema })),
  parks: z.array(z.extend(areaFiguresSchema, { code: parkCodeSchema, areaCode: areaCodeSchema })),
  asOf: instantSchema,
})
export type FiguresAnswer = z.infer<typeof figuresSchema>

/** A record that is no longer in use; its card offers to restore it. */
const retiredSchema = z.object({ code: z.string(), name: z.string(), retiredAt: instantSchema })
export type RetiredItem = z.infer<typeof retiredSchema>

/** A park lists its enterprises, so their number is the length of the list. */
const parkFiguresSchema = z.omit(areaFiguresSchema, { enterprises: true })

export const parkDetailSchema = z.extend(z.extend(parkSchema, parkFiguresSchema.shape), {
  street: z.string(),
  community: z.string(),
  enterprises: z.array(
    z.pick(enterpriseSchema, {
      code: true,
      name: true,
      industry: true,
      highRiskClass: true,
      headcount: true,
    }),
  ),
  /** What was taken out of use and can be restored. */
  retiredRiskPoints: z.array(retiredSchema),
  retiredEnterprises: z.array(retiredSchema),
  /** Footprints of its buildings, for the map at the scale of the park. */
  buildings: featureCollectionSchema(
    polygonSchema,
    z.object({ code: z.string(), name: z.nullable(z.string()), floors: z.nullable(z.int()) }),
  ),
  microFireStation: z.nullable(
    z.object({
      code: z.string(),
      staff: z.nullable(z.int()),
      reachMinutes: z.nullable(z.number()),
    }),
  ),
  /** 重大事故隐患 that opened after its acceptance was passed. */
  majorSinceAcceptance: z.int().check(z.nonnegative()),
  asOf: instantSchema,
  source: z.string(),
})
export type ParkDetail = z.infer<typeof parkDetailSchema>

export const riskPointItemSchema = z.extend(
  z.pick(riskPointSchema, {
    code: true,
    name: true,
    longitude: true,
    latitude: true,
    level: true,
    score: true,
    areaCode: true,
    parkCode: true,
    enterpriseCode: true,
    location: true,
    accidentTypes: true,
    responsiblePerson: true,
    reviewDue: true,
    fictitious: true,
  }),
  {
    id: z.int().check(z.positive()),
    parkName: z.string(),
    enterpriseName: z.nullable(z.string()),
    reviewOverdue: z.boolean(),
  },
)
export type RiskPointItem = z.infer<typeof riskPointItemSchema>

export const riskPointsSchema = z.object({
  items: z.array(riskPointItemSchema),
  nextCursor: z.nullable(z.string()),
})

export const riskPointDetailSchema = z.extend(riskPointRecordSchema, {
  id: z.int().check(z.positive()),
  /** Until when this version was valid; null for the present one. */
  validUntil: z.nullable(instantSchema),
  reviewOverdue: z.boolean(),
  street: z.string(),
  community: z.string(),
  parkName: z.string(),
  enterpriseName: z.nullable(z.string()),
  hazardSources: z.array(hazardSourceRecordSchema),
  /** What was taken out of use and can be restored. */
  retiredHazardSources: z.array(retiredSchema),
  /** Metres from the point to the outline of its park; 0 inside, null without coordinates. */
  outsideParkMetres: z.nullable(z.number().check(z.nonnegative())),
  /** A request to lower it that waits for the district. */
  pendingDowngrade: z.nullable(downgradeSchema),
  asOf: instantSchema,
  source: z.string(),
})
export type RiskPointDetail = z.infer<typeof riskPointDetailSchema>

export const searchSchema = z.object({
  items: z.array(
    z.object({
      kind: searchKindSchema,
      code: z.string(),
      name: z.string(),
      /** Where it lies, in words: "平湖街道 › 凤凰社区"; two communities share that name. */
      context: z.string(),
      areaCode: areaCodeSchema,
      parkCode: z.nullable(parkCodeSchema),
      position: z.nullable(areaSchema.shape.labelPoint),
    }),
  ),
})
export type SearchAnswer = z.infer<typeof searchSchema>
