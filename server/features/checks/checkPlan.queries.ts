import * as z from 'zod/mini'
import type { CheckPlanQuery } from '#data/contract/hiddenDangerQueries'
import { checkPlanItemSchema, type CheckPlanItem } from '#data/contract/hiddenDangerResponses'
import { PLANNED_CHECK_KINDS } from '#data/domain/checks'
import { parkGradeSchema } from '#data/domain/parks'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { IS_OPEN } from '../hiddenDangers/hiddenDangers.queries.ts'

/** Visits that a plan asks for; what was withdrawn, and what the enterprise did itself, is none. */
const COUNTS = `visit.withdrawn_at IS NULL
  AND visit.kind IN (${PLANNED_CHECK_KINDS.map((kind) => `'${kind}'`).join(', ')})`

/** Planned items with the first visit of their month that counts; `$1` is the first day of it. */
const FROM_PLAN = `
  FROM check_plan_items AS item
  JOIN parks AS park ON park.code = item.park_code
  JOIN enterprises AS enterprise ON enterprise.code = item.enterprise_code
  LEFT JOIN LATERAL (
    SELECT visit.code, visit.checked_at, visit.outcome FROM checks AS visit
    WHERE visit.park_code = item.park_code AND visit.enterprise_code = item.enterprise_code
      AND ${COUNTS} AND visit.checked_at >= item.month::timestamptz
      AND visit.checked_at < (item.month + interval '1 month')::date::timestamptz
    ORDER BY visit.checked_at, visit.id LIMIT 1
  ) AS done ON true
  WHERE item.month = $1::date
    AND ($2::text IS NULL OR (item.area_code >= $2 AND item.area_code < $2 || ':'))
    AND ($3::text IS NULL OR item.park_code = $3)`

export type PlanFilter = {
  /** `2026-11`. */
  month: string
  area: string | null
  park: string | null
  done: CheckPlanQuery['done']
}

/** Planned visits, by park and enterprise, after the enterprise where the page before ended. */
export function listCheckPlan(
  transaction: Queryable,
  { month, area, park, done }: PlanFilter,
  page: { offset: number; limit: number },
): Promise<CheckPlanItem[]> {
  return query(
    transaction,
    checkPlanItemSchema,
    `SELECT to_char(item.month, 'YYYY-MM') AS month, item.enterprise_code AS "enterpriseCode",
       enterprise.name AS "enterpriseName", item.park_code AS "parkCode",
       park.name AS "parkName", item.area_code AS "areaCode",
       (SELECT name FROM areas WHERE code = left(item.area_code, 9)) AS street,
       item.park_grade AS "parkGrade", done.code AS "checkCode",
       to_json(done.checked_at) AS "checkedAt", done.outcome,
       (SELECT count(*) FROM hidden_dangers AS danger
        WHERE danger.park_code = item.park_code AND danger.enterprise_code = item.enterprise_code
          AND ${IS_OPEN}) AS "openHiddenDangers"
     ${FROM_PLAN}
       AND ($4::boolean IS NULL OR (done.code IS NOT NULL) = $4)
     ORDER BY item.area_code, item.park_code, item.enterprise_code
     OFFSET $5 LIMIT $6`,
    [`${month}-01`, area, park, done ?? null, page.offset, page.limit],
  )
}

/** Planned and done, whatever the page and whether only one of them was asked for. */
export async function countCheckPlan(
  transaction: Queryable,
  { month, area, park }: PlanFilter,
): Promise<{ planned: number; done: number }> {
  const [row] = await query(
    transaction,
    z.object({ planned: z.int(), done: z.int() }),
    `SELECT count(*) AS planned, count(done.code) AS done ${FROM_PLAN}`,
    [`${month}-01`, area, park],
  )
  return row ?? { planned: 0, done: 0 }
}

const candidateRowSchema = z.object({
  code: z.string(),
  parkCode: z.string(),
  areaCode: z.string(),
  grade: parkGradeSchema,
  lastVisit: z.nullable(z.string()),
})
export type PlanCandidate = z.infer<typeof candidateRowSchema>

/** Registered enterprises of an area with their last visit that counts before a month. */
export function listPlanCandidates(
  transaction: Queryable,
  month: string,
  area: string,
): Promise<PlanCandidate[]> {
  return query(
    transaction,
    candidateRowSchema,
    `SELECT enterprise.code, enterprise.park_code AS "parkCode",
       enterprise.area_code AS "areaCode", park.grade,
       (SELECT max(visit.checked_at) FROM checks AS visit
        WHERE visit.park_code = enterprise.park_code AND visit.enterprise_code = enterprise.code
          AND ${COUNTS} AND visit.checked_at < $1::date::timestamptz)::date AS "lastVisit"
     FROM enterprises AS enterprise
     JOIN parks AS park ON park.code = enterprise.park_code
     WHERE enterprise.retired_at IS NULL
       AND enterprise.area_code >= $2 AND enterprise.area_code < $2 || ':'
     ORDER BY enterprise.code`,
    [`${month}-01`, area],
  )
}

/** Adds what the plan of a month does not hold yet. */
export async function insertCheckPlan(
  transaction: Queryable,
  month: string,
  planned: readonly PlanCandidate[],
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await transaction.query(
    `INSERT INTO check_plan_items (month, enterprise_code, park_code, area_code, park_grade,
       planned_by, planned_at)
     SELECT $1::date, code, park_code, area_code, grade, $6, $7::timestamptz
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[])
       AS planned (code, park_code, area_code, grade)
     ON CONFLICT (month, enterprise_code) DO NOTHING`,
    [
      `${month}-01`,
      planned.map(({ code }) => code),
      planned.map(({ parkCode }) => parkCode),
      planned.map(({ areaCode }) => areaCode),
      planned.map(({ grade }) => grade),
      by,
      at,
    ],
  )
}
