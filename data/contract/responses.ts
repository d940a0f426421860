import { z } from 'zod'
import { areaCodeSchema, areaLevelSchema, areaSchema } from '../domain/areas.ts'
import { enterpriseSchema } from '../domain/enterprises.ts'
import { areaFiguresSchema } from '../domain/figures.ts'
import { featureCollectionSchema, multiPolygonSchema, polygonSchema } from '../domain/geojson.ts'
import { hazardSourceSchema } from '../domain/hazardSources.ts'
import { parkCodeSchema, parkSchema } from '../domain/parks.ts'
import { riskPointSchema } from '../domain/riskPoints.ts'
import { searchKindSchema } from '../domain/search.ts'

/** An instant with its offset, `2026-11-23T09:00:00+08:00`. */
const instantSchema = z.iso.datetime({ offset: true })

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** What was wrong with which parameter, one entry each. */
  parameters: z.array(z.object({ parameter: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof problemSchema>

export const healthSchema = z.object({
  status: z.enum(['ready', 'unavailable']),
  database: z.enum(['embedded', 'postgresql']),
  /** Grows with every change of the data; null while the database is unavailable. */
  dataVersion: z.string().nullable(),
  asOf: instantSchema.nullable(),
  fictitious: z.boolean().nullable(),
})
export type Health = z.infer<typeof healthSchema>

export const livenessSchema = z.object({ status: z.literal('alive') })

export const areasSchema = featureCollectionSchema(multiPolygonSchema, areaSchema)
export type AreasAnswer = z.infer<typeof areasSchema>

export const neighboursSchema = featureCollectionSchema(
  multiPolygonSchema,
  z.object({ code: z.string(), name: z.string() }),
)
export type NeighboursAnswer = z.infer<typeof neighboursSchema>

export const parksSchema = featureCollectionSchema(polygonSchema, parkSchema)
export type ParksAnswer = z.infer<typeof parksSchema>

const childSchema = areaFiguresSchema.extend({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['street', 'community', 'park']),
})

export const summarySchema = areaFiguresSchema.extend({
  area: areaSchema.pick({ code: true, name: true, level: true, officialAreaKm2: true }),
  /** Streets of the district, communities of a street, parks of a community, in code order. */
  children: z.array(childSchema),
  asOf: instantSchema,
  /** Where the figures come from, in Chinese as it stands on screen. */
  source: z.string(),
})
export type Summary = z.infer<typeof summarySchema>

export const figuresSchema = z.object({
  areas: z.array(areaFiguresSchema.extend({ code: areaCodeSchema, level: areaLevelSchema })),
  parks: z.array(areaFiguresSchema.extend({ code: parkCodeSchema, areaCode: areaCodeSchema })),
  asOf: instantSchema,
})
export type FiguresAnswer = z.infer<typeof figuresSchema>

export const parkDetailSchema = parkSchema.extend({
  street: z.string(),
  community: z.string(),
  figures: areaFiguresSchema,
  enterprises: z.array(
    enterpriseSchema.pick({
      code: true,
      name: true,
      industry: true,
      highRiskClass: true,
      headcount: true,
    }),
  ),
  /** Footprints of its buildings, for the map at the scale of the park. */
  buildings: featureCollectionSchema(
    polygonSchema,
    z.object({ code: z.string(), name: z.string().nullable(), floors: z.int().nullable() }),
  ),
  microFireStation: z
    .object({ code: z.string(), staff: z.int().nullable(), reachMinutes: z.number().nullable() })
    .nullable(),
  asOf: instantSchema,
  source: z.string(),
})
export type ParkDetail = z.infer<typeof parkDetailSchema>

export const riskPointItemSchema = riskPointSchema
  .pick({
    code: true,
    name: true,
    longitude: true,
    latitude: true,
    level: true,
    score: true,
    areaCode: true,
    parkCode: true,
    location: true,
    accidentTypes: true,
    responsiblePerson: true,
    reviewDue: true,
    fictitious: true,
  })
  .extend({
    id: z.int().positive(),
    parkName: z.string(),
    enterpriseName: z.string().nullable(),
    reviewOverdue: z.boolean(),
  })
export type RiskPointItem = z.infer<typeof riskPointItemSchema>

export const riskPointsSchema = z.object({
  items: z.array(riskPointItemSchema),
  nextCursor: z.string().nullable(),
})
export type RiskPointsAnswer = z.infer<typeof riskPointsSchema>

export const riskPointDetailSchema = riskPointSchema.extend({
  id: z.int().positive(),
  version: z.int().positive(),
  reviewOverdue: z.boolean(),
  street: z.string(),
  community: z.string(),
  parkName: z.string(),
  enterpriseName: z.string().nullable(),
  hazardSources: z.array(hazardSourceSchema),
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
      parkCode: parkCodeSchema.nullable(),
      position: areaSchema.shape.labelPoint.nullable(),
    }),
  ),
})
export type SearchAnswer = z.infer<typeof searchSchema>
