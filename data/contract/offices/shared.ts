import * as z from 'zod/mini'
import { areaCodeSchema, DISTRICT_CODE } from '../../domain/areas.ts'
import { instantSchema } from '../../domain/changes.ts'
import { described } from '../queries.ts'

export const countSchema = z.int().check(z.nonnegative())

/** Where a record is, with the names that a list shows. */
export const placedSchema = z.object({
  areaCode: areaCodeSchema,
  street: z.string(),
  community: z.string(),
  parkCode: z.string(),
  parkName: z.string(),
  enterpriseCode: z.nullable(z.string()),
  enterpriseName: z.nullable(z.string()),
})

/** Taken out of every count, and readable for ever. */
export const withdrawnSchema = z.nullable(
  z.object({ at: instantSchema, by: z.string(), reason: z.string() }),
)

/** Of when it is, and from where. */
export const answerFields = { asOf: instantSchema, source: z.string() }

/** The area asked about; the district without it. */
export const areaSchema = z._default(
  described(areaCodeSchema, 'Code of the area; the district without it.'),
  DISTRICT_CODE,
)

/** A year of the calendar; the present one without it. */
export const yearSchema = z.optional(
  described(
    z.pipe(
      z.string().check(z.regex(/^(19|20|21)\d{2}$/, 'must be a year: 2026')),
      z.transform(Number),
    ),
    'A year of the calendar; the present one without it.',
  ),
)
