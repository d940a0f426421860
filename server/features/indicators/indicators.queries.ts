import * as z from 'zod/mini'
import type { IndicatorKey } from '#data/domain/indicators'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { EVERY_INDICATOR } from './indicatorFacts.queries.ts'

/** Numerator and denominator of one place. */
const rawRowSchema = z.object({
  place: z.string(),
  numerator: z.nullable(z.number()),
  denominator: z.nullable(z.number()),
  value: z.nullable(z.number()),
  parts: z.record(z.string(), z.nullable(z.number())),
})
export type RawIndicator = z.infer<typeof rawRowSchema>

/** The instant that is looked at, and its civil day. */
export type Instant = { at: Date; day: string }

/**
 * An indicator of every place that has facts at once: district, streets, communities and parks.
 * Null where nothing of the kind is connected.
 */
export async function readIndicator(
  transaction: Queryable,
  key: IndicatorKey,
  { at, day }: Instant,
): Promise<RawIndicator[] | null> {
  const sql = EVERY_INDICATOR[key]
  if (sql.connectedBy !== null && !(await hasRows(transaction, sql.connectedBy))) return null
  const parts = Object.entries(sql.parts ?? {})
    .map(([part, expression]) => `'${part}', (${expression})::float8`)
    .join(', ')
  return query(
    transaction,
    rawRowSchema,
    `SELECT * FROM (
       SELECT coalesce(park_code, community, street, district) AS place,
         sum(numerator)::float8 AS numerator, sum(denominator)::float8 AS denominator,
         (${sql.value ?? 'NULL'})::float8 AS value, jsonb_build_object(${parts}) AS parts
       FROM (
         SELECT fact.*, left(area_code, 6) AS district,
           CASE WHEN length(area_code) >= 9 THEN left(area_code, 9) END AS street,
           CASE WHEN length(area_code) = 12 THEN area_code END AS community
         FROM (${sql.facts}) AS fact
         WHERE $1::timestamptz IS NOT NULL AND $2::date IS NOT NULL
       ) AS placed
       GROUP BY GROUPING SETS ((district), (street), (community), (park_code))
     ) AS grouped
     WHERE place IS NOT NULL`,
    [at, day],
  )
}

async function hasRows(transaction: Queryable, rows: string): Promise<boolean> {
  const [row] = await query(
    transaction,
    z.object({ found: z.boolean() }),
    `SELECT EXISTS (${rows}) AS found`,
  )
  return row?.found ?? false
}
