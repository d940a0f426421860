import * as z from 'zod/mini'
import { isCivilDay } from '../domain/clock.ts'
import { checkKindSchema, checkOutcomeSchema } from '../domain/checks.ts'
import {
  HIDDEN_DANGER_STATE_ORDER,
  hiddenDangerCategorySchema,
  hiddenDangerSeveritySchema,
  hiddenDangerSourceSchema,
  hiddenDangerStateSchema,
} from '../domain/hiddenDangers.ts'
import { photoStageSchema } from '../domain/photos.ts'
import { parkCodeSchema } from '../domain/parks.ts'
import { riskPointCodeSchema } from '../domain/riskPoints.ts'
import {
  areaFilterSchema,
  bboxSchema,
  described,
  onlySchema,
  pageQuery,
  searchTextSchema,
  wholeNumber,
} from './queries.ts'

const splitByComma = z.transform((text: string) => text.split(','))
export const daySchema = z
  .string()
  .check(z.refine(isCivilDay, 'must be a day of the calendar: 2026-11-23'))
export const monthSchema = z
  .string()
  .check(z.regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'must be a month: 2026-11'))

export const hiddenDangersQuerySchema = z.strictObject({
  area: areaFilterSchema,
  park: z.optional(described(parkCodeSchema, 'Code of a park.')),
  enterprise: z.optional(described(parkCodeSchema, 'Code of an enterprise.')),
  riskPoint: z.optional(described(riskPointCodeSchema, 'Code of a risk point.')),
  state: z.optional(
    described(
      z.pipe(
        z.pipe(z.string(), splitByComma),
        z.array(hiddenDangerStateSchema).check(z.maxLength(HIDDEN_DANGER_STATE_ORDER.length)),
      ),
      'One state or several: pendingReview,returned. Without it and without `open`: all.',
    ),
  ),
  open: z.optional(described(onlySchema, 'Only those that are not closed (未销号).')),
  severity: z.optional(hiddenDangerSeveritySchema),
  category: z.optional(hiddenDangerCategorySchema),
  source: z.optional(hiddenDangerSourceSchema),
  overdue: z.optional(
    described(onlySchema, 'Only open ones whose original deadline has passed (逾期未改).'),
  ),
  dueFrom: z.optional(described(daySchema, 'Only open ones whose present deadline is not before.')),
  dueUntil: z.optional(described(daySchema, 'Only open ones whose present deadline is not after.')),
  supervised: z.optional(described(onlySchema, 'Only those under 挂牌督办.')),
  nails: z.optional(
    described(onlySchema, '“拔钉”: open 重大事故隐患 that are overdue, escalated or supervised.'),
  ),
  registeredFrom: z.optional(daySchema),
  registeredUntil: z.optional(daySchema),
  q: z.optional(
    described(searchTextSchema, 'Words of description, place, park or enterprise, or the code.'),
  ),
  bbox: z.optional(described(bboxSchema, 'west,south,east,north in degrees WGS84.')),
  order: z._default(
    described(
      z.enum(['deadline', 'latest']),
      'By the present deadline, the earliest first; or the latest registered first.',
    ),
    'deadline',
  ),
  ...pageQuery,
})
export type HiddenDangersQuery = z.infer<typeof hiddenDangersQuerySchema>

export const hiddenDangerCountsQuerySchema = z.strictObject({
  area: areaFilterSchema,
  park: z.optional(parkCodeSchema),
})

export const checksQuerySchema = z.strictObject({
  area: areaFilterSchema,
  park: z.optional(parkCodeSchema),
  enterprise: z.optional(parkCodeSchema),
  kind: z.optional(checkKindSchema),
  outcome: z.optional(checkOutcomeSchema),
  from: z.optional(daySchema),
  until: z.optional(daySchema),
  q: z.optional(described(searchTextSchema, 'Words of park, enterprise or inspector.')),
  ...pageQuery,
})
export type ChecksQuery = z.infer<typeof checksQuerySchema>

export const checkPlanQuerySchema = z.strictObject({
  area: areaFilterSchema,
  park: z.optional(parkCodeSchema),
  month: z.optional(described(monthSchema, 'Without it: the present month.')),
  done: z.optional(z.enum(['true', 'false'])),
  ...pageQuery,
})
export type CheckPlanQuery = z.infer<typeof checkPlanQuerySchema>

export const severityProposalQuerySchema = z.strictObject({
  q: described(searchTextSchema, 'What was found, in words.'),
  limit: z._default(wholeNumber(1, 20), 5),
})

export const photoQuerySchema = z.strictObject({
  stage: described(photoStageSchema, 'When it was taken: found, rectified or re-checked.'),
})
