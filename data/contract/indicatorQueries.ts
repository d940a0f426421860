import * as z from 'zod/mini'
import { areaCodeSchema, DISTRICT_CODE } from '../domain/areas.ts'
import { isCivilDay } from '../domain/clock.ts'
import { areaFilterSchema, described, onlySchema } from './queries.ts'
import { decidedEntitySchema } from '../domain/decisions.ts'
import { parkCodeSchema } from '../domain/parks.ts'
import { recordCodeSchema } from '../domain/recordCode.ts'

const areaSchema = z._default(
  described(areaCodeSchema, 'Code of the area; the district without it.'),
  DISTRICT_CODE,
)

const itemCodeSchema = recordCodeSchema('the code of an item')

export const MONTH_PATTERN = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/

export const indicatorsQuerySchema = z.strictObject({
  area: areaSchema,
  period: z._default(
    described(
      z
        .string()
        .check(
          z.refine(
            (text) => text === 'now' || MONTH_PATTERN.test(text) || isCivilDay(text),
            'must be now, a month like 2026-10 or a day like 2026-10-31',
          ),
        ),
      'now; a month: as at its end 24:00; a day: as at its end.',
    ),
    'now',
  ),
})

export const monthsQuerySchema = z.strictObject({
  area: areaSchema,
  park: z.optional(described(parkCodeSchema, 'Code of a park of the area.')),
})

export const agendaQuerySchema = z.strictObject({ area: areaSchema })

export const decisionsQuerySchema = z.strictObject({
  area: areaFilterSchema,
  entity: z.optional(described(decidedEntitySchema, 'Decisions about one item: its kind …')),
  code: z.optional(described(itemCodeSchema, '… and its code.')),
  open: z.optional(described(onlySchema, 'Only those that wait for a reply.')),
})
