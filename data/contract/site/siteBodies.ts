import * as z from 'zod/mini'
import { acceptanceAspectSchema, exchangeKindSchema } from '../../domain/learning.ts'
import { parkFeatureCodeSchema } from '../../domain/parkFeatures.ts'
import { problemTagSchema } from '../../domain/parks.ts'
import { civilDaySchema } from '../../domain/riskPoints.ts'
import { tourStepsSchema } from '../../domain/tours.ts'
import { typedText } from '../bodies.ts'

const MOST_YUAN = 1_000_000_000
const optionalText = (most: number) => z.optional(z.nullable(typedText(most)))
const optionalDay = z.optional(z.nullable(civilDaySchema))

/** In the order in which they happen: what is given must not run backwards. */
const inOrder = (days: readonly (string | null | undefined)[]) => {
  const given = days.filter((day) => day !== null && day !== undefined)
  return given.every((day, index) => index === 0 || given[index - 1]! <= day)
}

export const rectificationCreationSchema = z
  .strictObject({
    problemTag: z.optional(z.nullable(problemTagSchema)),
    aspect: acceptanceAspectSchema,
    problem: typedText(300),
    measure: typedText(500),
    result: optionalText(500),
    foundOn: civilDaySchema,
    startedOn: optionalDay,
    finishedOn: optionalDay,
    costYuan: z.optional(
      z.nullable(
        z
          .int('must be a whole number of yuan')
          .check(
            z.minimum(0, 'must be at least 0'),
            z.maximum(MOST_YUAN, `must be at most ${MOST_YUAN} yuan`),
          ),
      ),
    ),
    featureCode: z.optional(z.nullable(parkFeatureCodeSchema)),
    copyNote: optionalText(300),
  })
  .check(
    z.refine(
      ({ foundOn, startedOn, finishedOn }) => inOrder([foundOn, startedOn, finishedOn]),
      'the days must be in order: found, started, finished',
    ),
    z.refine(
      ({ result, finishedOn }) => !result || Boolean(finishedOn),
      'a result needs the day on which the measure was finished',
    ),
  )

export const exchangeCreationSchema = z.strictObject({
  kind: exchangeKindSchema,
  heldOn: civilDaySchema,
  topic: typedText(100),
  visitors: typedText(100),
  people: z
    .int('must be a whole number')
    .check(z.minimum(1, 'must be at least 1'), z.maximum(9999, 'must be at most 9999')),
})

export const tourChangeSchema = z.strictObject({ steps: tourStepsSchema })
