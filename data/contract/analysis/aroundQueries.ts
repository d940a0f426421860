import * as z from 'zod/mini'
import { areaCodeSchema } from '../../domain/areas.ts'
import { parkCodeSchema } from '../../domain/parks.ts'
import { TRAVEL } from '../../domain/travel.ts'
import { described, latitudeSchema, longitudeSchema } from '../queries.ts'

/** Metres around a point, a park or a shape. */
export const MOST_RADIUS_METRES = 5_000
export const SHAPE_CORNERS = { least: 3, most: 200 } as const
/** Of a reach given in metres. */
export const REACH_METRES = { least: 10, most: 5_000 } as const

/** A decimal number as text. */
const decimalText = z
  .string()
  .check(z.regex(/^-?\d{1,12}(\.\d{1,16})?$/, 'must be a number like 0.5'))
const decimal = z.pipe(z.pipe(decimalText, z.transform(Number)), z.number())
const boundedDecimal = (read: (text: string) => number, least: number, most: number) =>
  z.pipe(
    z.pipe(decimalText, z.transform(read)),
    z
      .number()
      .check(
        z.minimum(least, `must be at least ${least}`),
        z.maximum(most, `must be at most ${most}`),
      ),
  )

const decimalWithin = (least: number, most: number) => boundedDecimal(Number, least, most)

/**
 * Rounded to so many decimals: finer says nothing about a reach, and every value that is told apart is
 * an answer to be kept. The answer says what was taken.
 */
const roundedWithin = (decimals: number, { least, most }: { least: number; most: number }) =>
  boundedDecimal((text) => Number(Number(text).toFixed(decimals)), least, most)

const cornersSchema = z.pipe(
  z.pipe(
    z
      .string()
      .check(
        z.maxLength(10_000, 'must be at most 10000 characters'),
        z.regex(
          /^-?\d{1,3}(\.\d{1,16})?,-?\d{1,2}(\.\d{1,16})?(;-?\d{1,3}(\.\d{1,16})?,-?\d{1,2}(\.\d{1,16})?)*$/,
          'must be corners as longitude,latitude in degrees, separated by semicolons: 114.1,22.6;114.2,22.6;114.2,22.7',
        ),
      ),
    z.transform((text: string) => text.split(';').map((corner) => corner.split(',').map(Number))),
  ),
  z.array(z.tuple([longitudeSchema, latitudeSchema])),
)

/** Query of an estimated time; both are 建议值. */
const travelQuery = {
  speed: z._default(
    described(
      roundedWithin(0, TRAVEL.speed),
      'Metres per minute, rounded to whole ones; 300 without it (建议值).',
    ),
    TRAVEL.speed.standard,
  ),
  detour: z._default(
    described(
      roundedWithin(2, TRAVEL.detour),
      'Length of the way by that of the straight line, rounded to 0.01; 1.3 without it (建议值).',
    ),
    TRAVEL.detour.standard,
  ),
}

/** Which of the three is searched around, and whether a shape crosses itself, the handler decides. */
export const aroundQuerySchema = z.strictObject({
  longitude: z.optional(described(z.pipe(decimal, longitudeSchema), 'Degrees WGS84 …')),
  latitude: z.optional(described(z.pipe(decimal, latitudeSchema), '… of a point,')),
  park: z.optional(described(parkCodeSchema, 'or the code of a park,')),
  shape: z.optional(
    described(
      cornersSchema,
      'or a drawn shape: 3 to 200 corners longitude,latitude, separated by semicolons.',
    ),
  ),
  radius: described(
    decimalWithin(0, MOST_RADIUS_METRES),
    'Metres around it, from 0 to 5000; with a park or a shape 0 is the park or the shape alone.',
  ),
  ...travelQuery,
})
export type AroundQuery = z.output<typeof aroundQuerySchema>

const areaQuery = z.optional(
  described(areaCodeSchema, 'Code of the area; without it all that the caller may see.'),
)

export const coverageQuerySchema = z
  .strictObject({
    area: areaQuery,
    reach: z.optional(
      described(
        roundedWithin(0, REACH_METRES),
        'Straight-line metres that a station reaches, rounded to whole ones; instead of minutes.',
      ),
    ),
    minutes: z.optional(
      described(
        roundedWithin(1, TRAVEL.minutes),
        'Minutes at that speed and detour, rounded to 0.1; 3 without reach and minutes (三分钟到场).',
      ),
    ),
    ...travelQuery,
  })
  .check(
    z.refine(({ reach, minutes }) => reach === undefined || minutes === undefined, {
      error: 'cannot be combined with minutes: give the reach in metres or as a time',
      path: ['reach'],
    }),
  )
export type CoverageQuery = z.output<typeof coverageQuerySchema>

export const dominoQuerySchema = z.strictObject({ area: areaQuery })
