import * as z from 'zod/mini'
import { SUPERVISION_AHEAD_DAYS, type AgendaKey } from '#data/domain/agenda'
import { areaCodeSchema } from '#data/domain/areas'
import { parkGradeSchema, type ParkGrade } from '#data/domain/parks'
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

/** How many parks of an area are proposed for each grade, and wait for the district. */
export function countProposedGrades(
  transaction: Queryable,
  area: string,
): Promise<{ grade: ParkGrade; n: number }[]> {
  return query(
    transaction,
    z.object({ grade: parkGradeSchema, n: z.int() }),
    `SELECT outcome AS grade, count(*) AS n
     FROM park_gradings
     WHERE purpose = 'grading' AND state = 'districtReview' AND outcome <> grade_before
       AND area_code >= $1 AND area_code < $1 || ':'
     GROUP BY outcome ORDER BY outcome`,
    [area],
  )
}

/** How many overdue 重大事故隐患 of an area are not under 挂牌督办 yet. */
export async function countUnsupervisedOverdue(
  transaction: Queryable,
  { area, today }: { area: string; today: string },
): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ n: z.int() }),
    `SELECT count(*) AS n FROM (${OPEN_DANGERS}) AS danger
     WHERE severity = 'major' AND deadline < $2::date AND NOT (${SUPERVISED})`,
    [area, today],
  )
  return row?.n ?? 0
}
