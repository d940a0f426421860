import * as z from 'zod/mini'
import { areaCodeSchema } from '../../domain/areas.ts'
import { campaignKindSchema } from '../../domain/campaigns.ts'
import { instantSchema } from '../../domain/changes.ts'
import { areaFiguresSchema } from '../../domain/figures.ts'
import { recordCodeSchema } from '../../domain/recordCode.ts'
import { indicatorValueSchema, monthsSchema } from '../indicatorResponses.ts'
import { described } from '../queries.ts'

const placeSchema = (side: string) =>
  described(
    recordCodeSchema('a code of a place'),
    `Code of a street, community or park, on the ${side}.`,
  )

export const comparisonQuerySchema = z.strictObject({
  left: placeSchema('left'),
  right: placeSchema('right'),
})

const count = z.int().check(z.nonnegative())

export const comparedCampaignSchema = z.object({
  code: z.string(),
  kind: campaignKindSchema,
  name: z.string(),
  /** How much of its time is used, 0 to 1. */
  timeProgress: z.number(),
  /** Targets it applies to, and those accepted. */
  targets: count,
  accepted: count,
})

export const comparedPlaceSchema = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['district', 'street', 'community', 'park']),
  /** Where it lies, in words: 平湖街道 › 凤凰社区; empty for the district. */
  context: z.string(),
  areaCode: areaCodeSchema,
  /** Published area in km²; null for parks and where none was published. Never measured. */
  officialAreaKm2: z.nullable(z.number().check(z.positive())),
  figures: areaFiguresSchema,
  /** People at its registered enterprises. */
  headcount: count,
  indicators: z.array(
    z.pick(indicatorValueSchema, {
      key: true,
      value: true,
      numerator: true,
      denominator: true,
      gap: true,
      fewSamples: true,
    }),
  ),
  /** The last one as far as it has come. */
  months: monthsSchema.shape.months,
  campaigns: z.array(comparedCampaignSchema),
})
export type ComparedPlace = z.infer<typeof comparedPlaceSchema>

export const comparisonSchema = z.object({
  left: comparedPlaceSchema,
  right: comparedPlaceSchema,
  asOf: instantSchema,
  fictitious: z.boolean(),
  /** Where the figures come from, in Chinese as it stands on screen. */
  source: z.string(),
})
export type Comparison = z.infer<typeof comparisonSchema>
