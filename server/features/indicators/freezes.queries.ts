import * as z from 'zod/mini'
import { instantSchema } from '#data/domain/changes'
import { indicatorKeySchema } from '#data/domain/indicators'
import { indicatorGapSchema, indicatorPartSchema } from '#data/domain/indicatorTerms'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import type { PlaceIndicator } from './computeIndicators.ts'

const freezeRowSchema = z.object({ month: z.string(), by: z.string(), at: instantSchema })
export type Freeze = z.infer<typeof freezeRowSchema>

const FREEZES = `SELECT to_char(month, 'YYYY-MM') AS month, frozen_by AS by,
  to_json(frozen_at) AS at FROM month_end_freezes`

/** Frozen months, the latest first. */
export function listFreezes(transaction: Queryable): Promise<Freeze[]> {
  return query(transaction, freezeRowSchema, `${FREEZES} ORDER BY month_end_freezes.month DESC`)
}

export async function findFreeze(
  transaction: Queryable,
  month: string,
): Promise<Freeze | undefined> {
  const [row] = await query(
    transaction,
    freezeRowSchema,
    `${FREEZES} WHERE month_end_freezes.month = ($1 || '-01')::date`,
    [month],
  )
  return row
}

/** Writes that a month is frozen; false where it is already. */
export async function insertFreeze(
  transaction: Queryable,
  freeze: { month: string; area: string; by: string; at: Date; fictitious: boolean },
): Promise<boolean> {
  const rows = await transaction.query(
    `INSERT INTO month_end_freezes (month, area_code, frozen_by, frozen_at, fictitious)
     VALUES (($1 || '-01')::date, $2, $3, $4, $5)
     ON CONFLICT (month) DO NOTHING
     RETURNING month`,
    [freeze.month, freeze.area, freeze.by, freeze.at, freeze.fictitious],
  )
  return rows.length === 1
}

export type FrozenValue = Pick<
  PlaceIndicator,
  'value' | 'numerator' | 'denominator' | 'gap' | 'parts'
> & { area: string; indicator: string }

/** Keeps the indicators of a month that was just frozen. */
export async function insertFrozenIndicators(
  transaction: Queryable,
  month: string,
  values: readonly FrozenValue[],
): Promise<void> {
  await transaction.query(
    `INSERT INTO frozen_indicators (month, area_code, indicator, value, numerator, denominator,
       gap, parts)
     SELECT ($1 || '-01')::date, area, indicator, value, numerator, denominator, gap, parts
     FROM json_to_recordset($2::json) AS frozen (area text, indicator text,
       value double precision, numerator double precision, denominator double precision,
       gap text, parts jsonb)`,
    [month, JSON.stringify(values)],
  )
}

const correctionRowSchema = z.object({
  oldValue: z.nullable(z.number()),
  newValue: z.number(),
  reason: z.string(),
  by: z.string(),
  at: instantSchema,
})

const frozenRowSchema = z.object({
  area: z.string(),
  indicator: indicatorKeySchema,
  value: z.nullable(z.number()),
  numerator: z.nullable(z.number()),
  denominator: z.nullable(z.number()),
  gap: z.nullable(indicatorGapSchema),
  parts: z.array(z.object({ key: indicatorPartSchema, value: z.nullable(z.number()) })),
  /** The oldest first. */
  corrections: z.array(correctionRowSchema),
})
export type FrozenRow = z.infer<typeof frozenRowSchema>

const FROZEN = `
  SELECT frozen.area_code AS area, indicator, value, numerator, denominator, gap, parts,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('oldValue', old_value, 'newValue', new_value,
        'reason', reason, 'by', corrected_by, 'at', to_json(corrected_at)) ORDER BY id)
      FROM indicator_corrections AS correction
      WHERE correction.month = frozen.month AND correction.area_code = frozen.area_code
        AND correction.indicator = frozen.indicator), '[]') AS corrections
  FROM frozen_indicators AS frozen`

/** The frozen indicators of some areas. */
export function listFrozen(
  transaction: Queryable,
  month: string,
  areas: readonly string[],
): Promise<FrozenRow[]> {
  return query(
    transaction,
    frozenRowSchema,
    `${FROZEN} WHERE frozen.month = ($1 || '-01')::date AND frozen.area_code = ANY($2)`,
    [month, areas],
  )
}

export async function findFrozen(
  transaction: Queryable,
  month: string,
  { area, indicator }: { area: string; indicator: string },
): Promise<FrozenRow | undefined> {
  const [row] = await query(
    transaction,
    frozenRowSchema,
    `${FROZEN} WHERE frozen.month = ($1 || '-01')::date AND frozen.area_code = $2
       AND frozen.indicator = $3`,
    [month, area, indicator],
  )
  return row
}

/** False where somebody is freezing the month at this moment. */
export async function tryToLockFreeze(transaction: Queryable, month: string): Promise<boolean> {
  const [row] = await query(
    transaction,
    z.object({ locked: z.boolean() }),
    `SELECT pg_try_advisory_xact_lock(hashtext('month end freezes'),
       ($1 || '-01')::date - '2000-01-01'::date) AS locked`,
    [month],
  )
  return row?.locked ?? false
}

/** One correction after the other: whoever corrects a month waits for whoever does so already. */
export async function lockFreeze(transaction: Queryable, month: string): Promise<void> {
  await transaction.query(
    `SELECT pg_advisory_xact_lock(hashtext('indicator corrections'), ($1 || '-01')::date - '2000-01-01'::date)`,
    [month],
  )
}

export async function insertCorrection(
  transaction: Queryable,
  correction: {
    month: string
    area: string
    indicator: string
    oldValue: number | null
    newValue: number
    reason: string
    by: string
    at: Date
  },
): Promise<void> {
  await transaction.query(
    `INSERT INTO indicator_corrections (month, area_code, indicator, old_value, new_value, reason,
       corrected_by, corrected_at)
     VALUES (($1 || '-01')::date, $2, $3, $4, $5, $6, $7, $8)`,
    [
      correction.month,
      correction.area,
      correction.indicator,
      correction.oldValue,
      correction.newValue,
      correction.reason,
      correction.by,
      correction.at,
    ],
  )
}
