import * as z from 'zod/mini'
import { SUPERVISION_AHEAD_DAYS, type AgendaKey } from '#data/domain/agenda'
import { areaCodeSchema } from '#data/domain/areas'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { isNotAssessed, isOpenNow } from '../hiddenDangers/countedDangers.queries.ts'

const matterRowSchema = z.object({
  n: z.int(),
  days: z.nullable(z.int()),
  code: z.string(),
  areaCode: areaCodeSchema,
  parkCode: z.nullable(z.string()),
  parkName: z.string(),
  street: z.string(),
})
export type Matter = z.infer<typeof matterRowSchema>

const OPEN_DANGERS = `
  SELECT code, area_code, park_code, $2::date - deadline AS days, deadline, supervision_deadline,
    supervised_at, supervision_ended_at, severity, responsible_unit, state
  FROM hidden_dangers
  WHERE ${isOpenNow('hidden_dangers')} AND area_code >= $1 AND area_code < $1 || ':'`

const SUPERVISED = 'supervised_at IS NOT NULL AND supervision_ended_at IS NULL'

/** Rows of code, area_code, park_code and days, the most urgent first by days. */
const MATTERS = {
  overdueMajor: `SELECT code, area_code, park_code, days FROM (${OPEN_DANGERS}) AS danger
    WHERE severity = 'major' AND deadline < $2::date`,
  // An overdue major one is told of in the first row already.
  supervisionOverdue: `SELECT code, area_code, park_code, $2::date - supervision_deadline AS days
    FROM (${OPEN_DANGERS}) AS danger
    WHERE ${SUPERVISED} AND supervision_deadline < $2::date
      AND NOT (severity = 'major' AND deadline < $2::date)`,
  supervisionDue: `SELECT code, area_code, park_code, $2::date - supervision_deadline AS days
    FROM (${OPEN_DANGERS}) AS danger
    WHERE ${SUPERVISED} AND supervision_deadline >= $2::date
      AND supervision_deadline <= $2::date + ${SUPERVISION_AHEAD_DAYS}`,
  nobodyResponsible: `SELECT code, area_code, park_code, days FROM (${OPEN_DANGERS}) AS danger
    WHERE responsible_unit IS NULL
      AND NOT ${isNotAssessed('danger')} AND state <> 'pendingAssignment'`,
  downgrades: `SELECT point.code, request.area_code, point.park_code,
      $2::date - (request.requested_at AT TIME ZONE 'Asia/Shanghai')::date AS days
    FROM downgrade_requests AS request JOIN risk_points AS point ON point.id = request.risk_point_id
    WHERE request.state = 'pending' AND request.area_code >= $1 AND request.area_code < $1 || ':'`,
  parkGrades: `SELECT park_code AS code, area_code, park_code,
      $2::date - (opened_at AT TIME ZONE 'Asia/Shanghai')::date AS days
    FROM park_gradings
    WHERE purpose = 'grading' AND state = 'districtReview' AND outcome <> grade_before
      AND area_code >= $1 AND area_code < $1 || ':'`,
} as const satisfies Partial<Record<AgendaKey, string>>
export type MatterKey = keyof typeof MATTERS

/** How many matters of a kind an area has, and the most urgent of them; undefined for none. */
export async function findMatter(
  transaction: Queryable,
  key: MatterKey,
  { area, today }: { area: string; today: string },
): Promise<Matter | undefined> {
  const [row] = await query(
    transaction,
    matterRowSchema,
    `SELECT count(*) OVER ()::integer AS n, matter.days, matter.code,
       matter.area_code AS "areaCode", matter.park_code AS "parkCode", park.name AS "parkName",
       coalesce((SELECT name FROM areas WHERE code = left(matter.area_code, 9)), '') AS street
     FROM (${MATTERS[key]}) AS matter JOIN parks AS park ON park.code = matter.park_code
     ORDER BY matter.days DESC NULLS LAST, matter.code
     LIMIT 1`,
    [area, today],
  )
  return row
}

/** How many parks of an area are proposed for A and for D, and wait for the district. */
export async function countProposedGrades(
  transaction: Queryable,
  area: string,
): Promise<{ a: number; d: number }> {
  const [row] = await query(
    transaction,
    z.object({ a: z.int(), d: z.int() }),
    `SELECT count(*) FILTER (WHERE outcome = 'A') AS a, count(*) FILTER (WHERE outcome = 'D') AS d
     FROM park_gradings
     WHERE purpose = 'grading' AND state = 'districtReview' AND outcome <> grade_before
       AND area_code >= $1 AND area_code < $1 || ':'`,
    [area],
  )
  return row ?? { a: 0, d: 0 }
}
