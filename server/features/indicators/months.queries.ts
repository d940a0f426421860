import * as z from 'zod/mini'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { isCounted } from '../hiddenDangers/countedDangers.queries.ts'
import type { Instant } from './indicators.queries.ts'

const monthRowSchema = z.object({
  month: z.string(),
  registered: z.int(),
  closed: z.int(),
  open: z.int(),
  overdue: z.int(),
  opening: z.int(),
})
export type MonthRow = z.infer<typeof monthRowSchema>

const MONTH_OF = (day: string) => `date_trunc('month', (${day})::timestamp)`
const OPEN_AT_END = 'registered <= month AND (closed IS NULL OR closed > month)'

/**
 * The twelve months up to an instant of an area or park: registered and closed in each, open and
 * overdue at its end, of the last one at the instant.
 */
export function listMonths(
  transaction: Queryable,
  place: { area: string; park: string | null },
  { at, day }: Instant,
): Promise<MonthRow[]> {
  return query(
    transaction,
    monthRowSchema,
    `WITH months AS (
       SELECT month::date AS month FROM generate_series(
         ${MONTH_OF('$2::date')} - interval '11 months',
         ${MONTH_OF('$2::date')}, interval '1 month') AS month
     ), groups AS MATERIALIZED (
       -- Three months tell all of a record that is asked here, so twelve months look at few rows.
       SELECT ${MONTH_OF("registered_at AT TIME ZONE 'Asia/Shanghai'")} AS registered,
         CASE WHEN closed_at <= $1::timestamptz
           THEN ${MONTH_OF("closed_at AT TIME ZONE 'Asia/Shanghai'")} END AS closed,
         -- The first month at whose end it is overdue, if it is open still.
         CASE WHEN deadline < $2::date THEN ${MONTH_OF('deadline + 1')} END AS overdue,
         count(*) AS n
       FROM hidden_dangers
       WHERE area_code >= $3 AND area_code < $3 || ':' AND ($4::text IS NULL OR park_code = $4)
         AND registered_at <= $1 AND ${isCounted('hidden_dangers')}
       GROUP BY 1, 2, 3
     )
     SELECT to_char(month, 'YYYY-MM') AS month,
       coalesce(sum(n) FILTER (WHERE registered = month), 0)::integer AS registered,
       coalesce(sum(n) FILTER (WHERE closed = month), 0)::integer AS closed,
       coalesce(sum(n) FILTER (WHERE ${OPEN_AT_END}), 0)::integer AS open,
       coalesce(sum(n) FILTER (WHERE ${OPEN_AT_END} AND overdue <= month), 0)::integer AS overdue,
       coalesce(sum(n) FILTER (WHERE registered < month
         AND (closed IS NULL OR closed >= month)), 0)::integer AS opening
     FROM months LEFT JOIN groups ON true
     GROUP BY month ORDER BY month`,
    [at, day, place.area, place.park],
  )
}
