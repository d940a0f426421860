import * as z from 'zod/mini'
import { areaCodeSchema, areaLevelSchema, DISTRICT_CODE } from '../domain/areas.ts'
import { isCivilDay } from '../domain/clock.ts'
import { highRiskClassSchema, HIGH_RISK_CLASS_ORDER } from '../domain/enterprises.ts'
import { downgradeStateSchema } from '../domain/downgrades.ts'
import { parkCodeSchema } from '../domain/parks.ts'
import { RISK_LEVEL_ORDER, riskLevelSchema } from '../domain/riskLevels.ts'

/** Query values arrive as text; every schema here takes a string and gives the parsed value. */
export const wholeNumber = (minimum: number, maximum: number) =>
  z.pipe(
    z.pipe(
      z
        .string()
        .check(z.regex(/^\d{1,10}$/, `must be a whole number from ${minimum} to ${maximum}`)),
      z.transform(Number),
    ),
    z
      .int()
      .check(
        z.minimum(minimum, `must be at least ${minimum}`),
        z.maximum(maximum, `must be at most ${maximum}`),
      ),
  )

const splitByComma = z.transform((text: string) => text.split(','))
export const numbersByComma = z.transform((text: string) => text.split(',').map(Number))

/** One level or several, separated by commas: `major,larger`. */
const levelsSchema = z.pipe(
  z.pipe(z.string(), splitByComma),
  z.array(riskLevelSchema).check(z.maxLength(RISK_LEVEL_ORDER.length)),
)

/** One class or several, separated by commas: `dust,ammonia`. */
const highRiskClassesSchema = z.pipe(
  z.pipe(z.string(), splitByComma),
  z.array(highRiskClassSchema).check(z.maxLength(HIGH_RISK_CLASS_ORDER.length)),
)

/** Given or left out: there is no "only the others". */
export const onlySchema = z.pipe(
  z.enum(['true'], { error: 'must be true, or left out' }),
  z.transform(() => true as const),
)

export const longitudeSchema = z.number().check(z.minimum(-180), z.maximum(180))
export const latitudeSchema = z.number().check(z.minimum(-90), z.maximum(90))

/** West, south, east, north in degrees WGS84. */
export const bboxSchema = z.pipe(
  z.pipe(
    z
      .string()
      .check(
        z.regex(
          /^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/,
          'must be west,south,east,north in degrees, for example 114.0,22.6,114.1,22.7',
        ),
      ),
    numbersByComma,
  ),
  z.tuple([longitudeSchema, latitudeSchema, longitudeSchema, latitudeSchema]).check(
    z.refine(([west, south, east, north]) => west <= east && south <= north, {
      error: 'must have west ≤ east and south ≤ north',
    }),
  ),
)

export const searchTextSchema = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'must hold at least one character'),
    z.maxLength(100, 'must be at most 100 characters'),
  )

const idsSchema = z.pipe(
  z.pipe(
    z
      .string()
      .check(
        z.regex(/^\d{1,10}(,\d{1,10})*$/, 'must be ids separated by commas, for example 1,2,3'),
      ),
    numbersByComma,
  ),
  z
    .array(z.int().check(z.minimum(1), z.maximum(2_147_483_647)))
    .check(z.maxLength(500, 'must hold at most 500 ids; ask again for the rest')),
)

export const noQuerySchema = z.strictObject({})

/** A description of its own for this use, whatever the schema says elsewhere. */
export const described = <S extends z.ZodMiniType>(schema: S, text: string): S =>
  schema.check(z.describe(text)) as S

export const areaFilterSchema = z.optional(
  described(
    areaCodeSchema,
    'Code of an area: it and everything below it, since codes are prefixes.',
  ),
)

export const pageQuery = {
  limit: z._default(described(wholeNumber(1, 1000), 'Length of a page.'), 100),
  cursor: z.optional(
    described(
      z
        .string()
        .check(z.regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be the nextCursor of an earlier answer')),
      'nextCursor of the page before, with the same filters.',
    ),
  ),
}

export const areasQuerySchema = z.strictObject({
  level: z.optional(described(areaLevelSchema, 'One level only; all three without it.')),
})

export const parksQuerySchema = z.strictObject({
  area: areaFilterSchema,
  demonstration: z.optional(
    z.pipe(
      described(
        z.enum(['true', 'false']),
        'Only demonstration parks (示范园区), or only the others.',
      ),
      z.transform((text) => text === 'true'),
    ),
  ),
})

/** The end of a civil day in Asia/Shanghai, or an instant with its offset. */
const asOfSchema = z.optional(
  described(
    z
      .string()
      .check(
        z.refine(
          (text) =>
            isCivilDay(text.slice(0, 10)) &&
            (text.length === 10 || z.iso.datetime({ offset: true }).safeParse(text).success),
          'must be a day like 2026-11-23 or an instant like 2026-11-23T09:00:00+08:00',
        ),
      ),
    'As it stood at the end of that day in Asia/Shanghai, or at that instant.',
  ),
)

export const riskPointQuerySchema = z.strictObject({ asOf: asOfSchema })

export const riskPointsQuerySchema = z
  .strictObject({
    area: areaFilterSchema,
    park: z.optional(described(parkCodeSchema, 'Code of a park.')),
    level: z.optional(described(levelsSchema, 'One level or several: major,larger.')),
    highRiskClass: z.optional(
      described(
        highRiskClassesSchema,
        'One class or several of the enterprise (高危单位): dust,ammonia,lithiumBattery.',
      ),
    ),
    hazardSources: z.optional(described(onlySchema, 'Only points with a hazard source (危险源).')),
    majorHazards: z.optional(
      described(onlySchema, 'Only points with a major hazard source (重大危险源).'),
    ),
    reviewOverdue: z.optional(
      described(onlySchema, 'Only points, of any level, whose review day has passed.'),
    ),
    q: z.optional(
      described(
        searchTextSchema,
        'Words of the name, its pinyin or initials, or the code; all must be found.',
      ),
    ),
    bbox: z.optional(
      described(
        bboxSchema,
        'west,south,east,north in degrees WGS84; points without coordinates are in none.',
      ),
    ),
    asOf: asOfSchema,
    ids: z.optional(
      described(
        idsSchema,
        'At most 500 ids; those that exist come in one answer, by id, whatever the limit.',
      ),
    ),
    ...pageQuery,
  })
  .check(
    z.refine((query) => !(query.ids && query.cursor), {
      error: 'cannot be combined with ids: all of them come in one answer',
      path: ['cursor'],
    }),
  )
export type RiskPointsQuery = z.infer<typeof riskPointsQuerySchema>

export const summaryQuerySchema = z.strictObject({
  area: z._default(
    described(areaCodeSchema, 'Code of the area; the district without it.'),
    DISTRICT_CODE,
  ),
})

export const searchQuerySchema = z.strictObject({
  q: described(
    searchTextSchema,
    'Words in Chinese, pinyin or initials, or a code; all must be found, one of them in the thing itself.',
  ),
  limit: z._default(described(wholeNumber(1, 50), 'Items of all kinds together.'), 20),
})

export const downgradesQuerySchema = z.strictObject({
  area: areaFilterSchema,
  state: z.optional(described(downgradeStateSchema, 'One state only; all without it.')),
})

export const qualityQuerySchema = z.strictObject({ area: areaFilterSchema })
export const qualityItemsQuerySchema = z.strictObject({ area: areaFilterSchema, ...pageQuery })

export const clausesQuerySchema = z.strictObject({
  on: z.optional(
    described(
      z.string().check(z.refine(isCivilDay, 'must be a day of the calendar: 2026-11-23')),
      'Civil day of the citation; today of the product without it.',
    ),
  ),
})
