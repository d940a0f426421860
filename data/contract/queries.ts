import { z } from 'zod'
import { areaCodeSchema, areaLevelSchema, DISTRICT_CODE } from '../domain/areas.ts'
import { parkCodeSchema } from '../domain/parks.ts'
import { RISK_LEVEL_ORDER, riskLevelSchema } from '../domain/riskLevels.ts'

/** Query values arrive as text; every schema here takes a string and gives the parsed value. */
const wholeNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/, `must be a whole number from ${minimum} to ${maximum}`)
    .transform(Number)
    .pipe(
      z
        .int()
        .min(minimum, `must be at least ${minimum}`)
        .max(maximum, `must be at most ${maximum}`),
    )

/** One level or several, separated by commas: `major,larger`. */
const levelsSchema = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(riskLevelSchema).max(RISK_LEVEL_ORDER.length))

/** West, south, east, north in degrees WGS84. */
const bboxSchema = z
  .string()
  .regex(
    /^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/,
    'must be west,south,east,north in degrees, for example 114.0,22.6,114.1,22.7',
  )
  .transform((text) => text.split(',').map(Number))
  .pipe(
    z
      .tuple([
        z.number().min(-180).max(180),
        z.number().min(-90).max(90),
        z.number().min(-180).max(180),
        z.number().min(-90).max(90),
      ])
      .refine(([west, south, east, north]) => west <= east && south <= north, {
        error: 'must have west ≤ east and south ≤ north',
      }),
  )

const searchTextSchema = z
  .string()
  .trim()
  .min(1, 'must hold at least one character')
  .max(100, 'must be at most 100 characters')

const idsSchema = z
  .string()
  .regex(/^\d{1,10}(,\d{1,10})*$/, 'must be ids separated by commas, for example 1,2,3')
  .transform((text) => text.split(',').map(Number))
  .pipe(
    z
      .array(z.int().min(1).max(2_147_483_647))
      .max(500, 'must hold at most 500 ids; ask again for the rest'),
  )

export const noQuerySchema = z.strictObject({})

const areaFilterSchema = areaCodeSchema
  .describe('Code of an area: it and everything below it, since codes are prefixes.')
  .optional()

export const areasQuerySchema = z.strictObject({
  level: areaLevelSchema.describe('One level only; all three without it.').optional(),
})

export const parksQuerySchema = z.strictObject({
  area: areaFilterSchema,
  demonstration: z
    .enum(['true', 'false'])
    .describe('Only demonstration parks (示范园区), or only the others.')
    .transform((text) => text === 'true')
    .optional(),
})

export const riskPointsQuerySchema = z
  .strictObject({
    area: areaFilterSchema,
    park: parkCodeSchema.describe('Code of a park.').optional(),
    level: levelsSchema.describe('One level or several: major,larger.').optional(),
    q: searchTextSchema
      .describe('Words of the name, its pinyin or initials, or the code; all must be found.')
      .optional(),
    bbox: bboxSchema
      .describe('west,south,east,north in degrees WGS84; points without coordinates are in none.')
      .optional(),
    ids: idsSchema
      .describe('At most 500 ids; those that exist come in one answer, by id, whatever the limit.')
      .optional(),
    limit: wholeNumber(1, 1000).default(100).describe('Length of a page.'),
    cursor: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be the nextCursor of an earlier answer')
      .describe('nextCursor of the page before, with the same filters.')
      .optional(),
  })
  .refine((query) => !(query.ids && query.cursor), {
    error: 'cannot be combined with ids: all of them come in one answer',
    path: ['cursor'],
  })
export type RiskPointsQuery = z.infer<typeof riskPointsQuerySchema>

export const summaryQuerySchema = z.strictObject({
  area: areaCodeSchema
    .default(DISTRICT_CODE)
    .describe('Code of the area; the district without it.'),
})

export const searchQuerySchema = z.strictObject({
  q: searchTextSchema.describe(
    'Words in Chinese, pinyin or initials, or a code; all must be found, one of them in the thing itself.',
  ),
  limit: wholeNumber(1, 50).default(20).describe('Items of all kinds together.'),
})
