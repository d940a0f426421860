import * as z from 'zod/mini'
import { itemScoreSchema } from '../../domain/acceptance.ts'
import { instantSchema } from '../../domain/changes.ts'
import { enterpriseSchema } from '../../domain/enterprises.ts'
import { featureCollectionSchema, polygonSchema } from '../../domain/geojson.ts'
import {
  exchangeSchema,
  rectificationSchema,
  rectificationSideSchema,
} from '../../domain/learning.ts'
import { floorSchema, parkFeatureSchema, siteGeometrySchema } from '../../domain/parkFeatures.ts'
import { parkSchema } from '../../domain/parks.ts'
import { civilDaySchema, riskPointSchema } from '../../domain/riskPoints.ts'
import { tourStepsSchema } from '../../domain/tours.ts'
import { stageRecordSchema } from '../parkRecordResponses.ts'

const told = { asOf: instantSchema, source: z.string(), fictitious: z.boolean() }
const count = z.int().check(z.nonnegative())

/** A risk point as the plan of a site shows it. */
export const siteRiskPointSchema = z.extend(
  z.pick(riskPointSchema, {
    code: true,
    name: true,
    level: true,
    enterpriseCode: true,
    location: true,
    /** What the printed plan and the notice board say of it (江苏条例 art. 11). */
    accidentTypes: true,
    measures: true,
    responsibleDepartment: true,
    responsiblePerson: true,
  }),
  {
    /** As the columns of the map name it. */
    id: z.int().check(z.positive()),
    longitude: z.number(),
    latitude: z.number(),
    /** The building whose footprint it lies in; null outside. */
    buildingCode: z.nullable(z.string()),
    /** As registered; null outside, and where nobody says. */
    floor: z.nullable(floorSchema),
    /** Grade after GB 18218-2018 (1 to 4), 0 for a hazard source below; null for no hazard source. */
    majorHazardGrade: z.nullable(z.int()),
  },
)
export type SiteRiskPoint = z.infer<typeof siteRiskPointSchema>

/** All that the map and the plan of a park are drawn from, in one answer. */
export const siteSchema = z.object({
  park: z.extend(
    z.pick(parkSchema, {
      code: true,
      name: true,
      areaCode: true,
      demonstration: true,
      grade: true,
      operator: true,
    }),
    {
      street: z.string(),
      community: z.string(),
      propertyOwner: z.nullable(z.string()),
      safetyBody: z.nullable(z.string()),
      safetyHead: z.nullable(z.string()),
    },
  ),
  outline: polygonSchema,
  /** In code order. */
  features: featureCollectionSchema(siteGeometrySchema, parkFeatureSchema),
  /** In use and with coordinates; those without are counted. */
  riskPoints: z.array(siteRiskPointSchema),
  riskPointsWithoutPlace: count,
  enterprises: z.array(
    z.pick(enterpriseSchema, {
      code: true,
      name: true,
      industry: true,
      highRiskClass: true,
      headcount: true,
      buildingCode: true,
      floor: true,
      safetyOfficer: true,
    }),
  ),
  ...told,
})
export type Site = z.infer<typeof siteSchema>

const photoSchema = z.object({
  id: z.int().check(z.positive()),
  side: rectificationSideSchema,
  width: z.int(),
  height: z.int(),
  takenAt: z.nullable(instantSchema),
  uploadedBy: z.string(),
})

export const rectificationRecordSchema = z.extend(rectificationSchema, {
  photos: z.array(photoSchema),
})
export type RectificationRecord = z.infer<typeof rectificationRecordSchema>

/** The scores of the seven aspects at one time. */
const scoreSheetSchema = z.object({
  on: civilDaySchema,
  evaluator: z.string(),
  scores: z.array(itemScoreSchema),
  total: z.number(),
})
export type ScoreSheet = z.infer<typeof scoreSheetSchema>

/** What there is to learn from a park. */
export const learningSchema = z.object({
  parkCode: z.string(),
  parkName: z.string(),
  /** The first found first. */
  rectifications: z.array(rectificationRecordSchema),
  /** Before the rectification, and at the acceptance; null where none was scored. */
  before: z.nullable(scoreSheetSchema),
  after: z.nullable(scoreSheetSchema),
  /** The first first. */
  stages: z.array(stageRecordSchema),
  /** The latest first. */
  exchanges: z.array(exchangeSchema),
  ...told,
})
export type Learning = z.infer<typeof learningSchema>

/** A demonstration park beside an ordinary one: why it is alike, and what it did. */
const alikeParkSchema = z.object({
  code: z.string(),
  name: z.string(),
  street: z.string(),
  /** From 0 to 1: the weighted parts below (data/domain/likeness.ts, 建议值). */
  likeness: z.number(),
  parts: z.object({ problems: z.number(), industries: z.number(), size: z.number() }),
  sharedProblems: parkSchema.shape.problemTags,
  /** Classes of GB/T 4754 that both have, the most common first. */
  sharedIndustries: z.array(z.string()),
  enterprises: count,
  /** Offered for copying; those of a shared problem first. */
  measures: z.array(rectificationSchema),
})
export type AlikePark = z.infer<typeof alikeParkSchema>

/** The demonstration parks most like a park, the most alike first; at most three. */
export const alikeSchema = z.object({
  parkCode: z.string(),
  parks: z.array(alikeParkSchema),
  ...told,
})

/** A measure that other parks could copy, with the park that tried it. */
export const measuresSchema = z.object({
  items: z.array(
    z.extend(rectificationSchema, {
      parkCode: z.string(),
      parkName: z.string(),
      street: z.string(),
    }),
  ),
  ...told,
})

export const tourSchema = z.object({
  parkCode: z.string(),
  parkName: z.string(),
  areaCode: z.string(),
  steps: tourStepsSchema,
  version: z.int().check(z.positive()),
  changedBy: z.string(),
  changedAt: instantSchema,
  ...told,
})
export type Tour = z.infer<typeof tourSchema>

/** Every tour with its steps, in the order of streets: what a briefing screen plays. */
export const toursSchema = z.object({ items: z.array(tourSchema), ...told })
