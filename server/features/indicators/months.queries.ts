import * as z from 'zod/mini'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { isCounted, isOpenAt } from '../hiddenDangers/countedDangers.queries.ts'
import type { Instant } from './indicators.queries.ts'

const monthRowSchema = z.object({
  month: z.string(),
  registered: z.int(),
  closed: z.int(),
  open: z.int(),
  overdue: z.int(),
  opening: z.int(),
})
type MonthRow = z.infer<typeof monthRowSchema>

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
       SELECT month::date AS month, month AT TIME ZONE 'Asia/Shanghai' AS began,
         least($1::timestamptz, (month + interval '1 month') AT TIME ZONE 'Asia/Shanghai'
           - interval '1 millisecond') AS ended,
         least($2::date, (month + interval '1 month')::date - 1) AS last_day
       FROM generate_series(date_trunc('month', $2::date::timestamp) - interval '11 months',
         date_trunc('month', $2::date::timestamp), interval '1 month') AS month
     ), dangers AS MATERIALIZED (
       SELECT registered_at, closed_at, deadline FROM hidden_dangers
       WHERE area_code >= $3 AND area_code < $3 || ':' AND ($4::text IS NULL OR park_code = $4)
         AND registered_at <= $1 AND ${isCounted('hidden_dangers')}
     )
     SELECT to_char(month, 'YYYY-MM') AS month,
       count(*) FILTER (WHERE registered_at >= began AND registered_at <= ended) AS registered,
       count(*) FILTER (WHERE closed_at >= began AND closed_at <= ended) AS closed,
       count(*) FILTER (WHERE registered_at <= ended
         AND ${isOpenAt('dangers', 'ended')}) AS open,
       count(*) FILTER (WHERE registered_at <= ended AND deadline < last_day
         AND ${isOpenAt('dangers', 'ended')}) AS overdue,
       count(*) FILTER (WHERE registered_at < began
         AND (closed_at IS NULL OR closed_at >= began)) AS opening
     FROM months LEFT JOIN dangers ON true
     GROUP BY month ORDER BY month`,
    [at, day, place.area, place.park],
  )
}
