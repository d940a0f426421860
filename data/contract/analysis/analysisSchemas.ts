import * as z from 'zod/mini'
import { areaCodeSchema, areaLevelSchema } from '../../domain/areas.ts'
import { instantSchema } from '../../domain/changes.ts'
import { riskLevelSchema } from '../../domain/riskLevels.ts'

export const countSchema = z.int().check(z.nonnegative())
export const metresSchema = z.number().check(z.nonnegative())
export const minutesSchema = z.number().check(z.nonnegative())

/** Items of a list that is cut off: `total` tells how many there are, `more` that some are left out. */
export const boundedSchema = <S extends z.ZodMiniType>(item: S) =>
  z.object({ total: countSchema, more: z.boolean(), items: z.array(item) })

/** Items of a list in an answer; what is left out is counted. */
export const LIST_LENGTH = 200

export const travelSchema = z.object({
  speedMetresPerMinute: z.number(),
  detourFactor: z.number(),
  /** 建议值 without official source. */
  proposed: z.literal(true),
})

export const areaNameSchema = z.object({
  code: areaCodeSchema,
  name: z.string(),
  level: areaLevelSchema,
})

/** What every answer of an analysis says about itself. */
export const datedSchema = {
  /**
   * The area that all of it is confined to, whatever was asked, because the caller may see no other
   * records; null for who sees the whole district.
   */
  seesOnly: z.nullable(areaNameSchema),
  asOf: instantSchema,
  fictitious: z.boolean(),
  source: z.string(),
}

export const placedSchema = z.object({
  code: z.string(),
  name: z.string(),
  longitude: z.number(),
  latitude: z.number(),
})
/** Straight-line metres from the centre, or from the edge of a park or shape and 0 inside it. */
export const awaySchema = { distanceMetres: metresSchema, minutes: minutesSchema }

export const gravePointSchema = z.extend(placedSchema, {
  level: riskLevelSchema,
  parkCode: z.string(),
  parkName: z.string(),
  areaCode: areaCodeSchema,
})
