import * as z from 'zod/mini'
import {
  gradingEventRecordSchema,
  gradingItemSchema,
  openMajorSchema,
  type GradingEventRecord,
  type GradingListItem,
  type OpenMajor,
} from '#data/contract/parkRecordResponses'
import type { GradingOutcome, GradingPurpose, GradingState } from '#data/domain/gradingMachine'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { isNotAssessed, isOpenNow } from '../hiddenDangers/countedDangers.queries.ts'

/** `$1` is the list of open states of hidden dangers. */
const GRADINGS = `
  SELECT grading.id, grading.park_code AS "parkCode", park.name AS "parkName",
    grading.area_code AS "areaCode", street.name AS street, community.name AS community,
    grading.purpose, grading.state, grading.grade_before AS "gradeBefore", grading.total,
    grading.outcome, grading.opened_by AS "openedBy", to_json(grading.opened_at) AS "openedAt",
    (SELECT to_json(max(at)) FROM park_grading_events WHERE grading_id = grading.id) AS "updatedAt",
    to_json(grading.decided_at) AS "decidedAt", grading.version,
    (SELECT count(*)::integer FROM hidden_dangers
     WHERE park_code = grading.park_code AND severity = 'major' AND ${isOpenNow('hidden_dangers')})
      AS "openMajor"
  FROM park_gradings AS grading
  JOIN parks AS park ON park.code = grading.park_code
  JOIN areas AS community ON community.code = grading.area_code
  JOIN areas AS street ON street.code = left(grading.area_code, 9)`

type GradingFilter = {
  area?: string | undefined
  purpose?: GradingPurpose | undefined
  state?: GradingState | undefined
}

/** Procedures of an area: the open ones first, those that wait the longest before the others. */
export function listGradings(
  transaction: Queryable,
  { area, purpose, state }: GradingFilter,
): Promise<GradingListItem[]> {
  return query(
    transaction,
    gradingItemSchema,
    `${GRADINGS}
     WHERE ($1::text IS NULL OR (grading.area_code >= $1 AND grading.area_code < $1 || ':'))
       AND ($2::text IS NULL OR grading.purpose = $2)
       AND ($3::text IS NULL OR grading.state = $3)
     ORDER BY grading.decided_at DESC NULLS FIRST, grading.opened_at, grading.id
     LIMIT 500`,
    [area ?? null, purpose ?? null, state ?? null],
  )
}

/** Procedures of a park, the latest first. */
export function listGradingsOfPark(
  transaction: Queryable,
  parkCode: string,
): Promise<GradingListItem[]> {
  return query(
    transaction,
    gradingItemSchema,
    `${GRADINGS} WHERE grading.park_code = $1
     ORDER BY grading.decided_at DESC NULLS FIRST, grading.id DESC LIMIT 50`,
    [parkCode],
  )
}

export async function findGrading(
  transaction: Queryable,
  id: number,
): Promise<GradingListItem | undefined> {
  const [row] = await query(transaction, gradingItemSchema, `${GRADINGS} WHERE grading.id = $1`, [
    id,
  ])
  return row
}

/** Keeps others from taking a step in it before this transaction ends. */
export async function lockGrading(transaction: Queryable, id: number): Promise<void> {
  await transaction.query('SELECT FROM park_gradings WHERE id = $1 FOR UPDATE', [id])
}

/** The steps of a procedure, the first first. */
export function listGradingEvents(
  transaction: Queryable,
  id: number,
): Promise<GradingEventRecord[]> {
  return query(
    transaction,
    gradingEventRecordSchema,
    `SELECT sequence, action, from_state AS "fromState", to_state AS "toState",
       to_json(at) AS at, by, note, party, evaluator, scores, total,
       computed_outcome AS "computedOutcome", outcome, override_reason AS "overrideReason"
     FROM park_grading_events WHERE grading_id = $1 ORDER BY sequence`,
    [id],
  )
}

/** 重大事故隐患 of a park that are not closed, and what is suspected to be one and not assessed. */
export function listOpenMajors(transaction: Queryable, parkCode: string): Promise<OpenMajor[]> {
  return query(
    transaction,
    openMajorSchema,
    `SELECT code, location, description, deadline, severity <> 'major' AS suspected
     FROM hidden_dangers AS danger
     WHERE park_code = $1 AND ${isOpenNow('danger')}
       AND (severity = 'major' OR (suspected_major AND ${isNotAssessed('danger')}))
     ORDER BY severity <> 'major', deadline, code`,
    [parkCode],
  )
}

/** SQL: what the latest decided acceptance of the park of an expression gave, or null. */
export const latestAcceptanceOf = (parkCode: string) =>
  `(SELECT outcome FROM park_gradings
    WHERE park_code = ${parkCode} AND purpose = 'acceptance' AND state = 'effective'
    ORDER BY decided_at DESC, id DESC LIMIT 1)`

const acceptanceSchema = z.object({ outcome: z.nullable(z.string()), openMajors: z.int() })
export type AcceptanceStanding = { isPassed: boolean; openMajors: number }

/**
 * Whether the latest acceptance of a park was passed, and the 重大事故隐患 that are open. None was
 * when it was passed, so whatever is open now came after it.
 */
export async function findAcceptance(
  transaction: Queryable,
  parkCode: string,
): Promise<AcceptanceStanding> {
  const [row] = await query(
    transaction,
    acceptanceSchema,
    `SELECT ${latestAcceptanceOf('$1')} AS outcome, count(*)::integer AS "openMajors"
     FROM hidden_dangers
     WHERE park_code = $1 AND severity = 'major' AND ${isOpenNow('hidden_dangers')}`,
    [parkCode],
  )
  return { isPassed: row?.outcome === 'passed', openMajors: row?.openMajors ?? 0 }
}

type NewGrading = {
  parkCode: string
  areaCode: string
  purpose: GradingPurpose
  state: GradingState
  gradeBefore: string
  by: string
  at: Date
}

/** The id of the new procedure, or null where one of the purpose is under way. */
export async function insertGrading(
  transaction: Queryable,
  grading: NewGrading,
): Promise<number | null> {
  const [row] = await query(
    transaction,
    z.object({ id: z.int() }),
    `INSERT INTO park_gradings (park_code, area_code, purpose, state, grade_before, opened_by,
       opened_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
    [
      grading.parkCode,
      grading.areaCode,
      grading.purpose,
      grading.state,
      grading.gradeBefore,
      grading.by,
      grading.at,
    ],
  )
  return row?.id ?? null
}

export type NewGradingEvent = Omit<GradingEventRecord, 'at'> & {
  gradingId: number
  areaCode: string
  at: Date
}

export async function insertGradingEvent(
  transaction: Queryable,
  event: NewGradingEvent,
): Promise<void> {
  await transaction.query(
    `INSERT INTO park_grading_events (grading_id, sequence, area_code, action, from_state,
       to_state, at, by, note, party, evaluator, scores, total, computed_outcome, outcome,
       override_reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb, $13, $14, $15, $16)`,
    [
      event.gradingId,
      event.sequence,
      event.areaCode,
      event.action,
      event.fromState,
      event.toState,
      event.at,
      event.by,
      event.note,
      event.party,
      event.evaluator,
      event.scores && JSON.stringify(event.scores),
      event.total,
      event.computedOutcome,
      event.outcome,
      event.overrideReason,
    ],
  )
}

type GradingStep = {
  state: GradingState
  version: number
  total: number | null
  outcome: GradingOutcome | null
  decidedAt: Date | null
}

export async function updateGrading(
  transaction: Queryable,
  id: number,
  step: GradingStep,
): Promise<void> {
  await transaction.query(
    `UPDATE park_gradings SET state = $2, version = $3, total = $4, outcome = $5, decided_at = $6
     WHERE id = $1`,
    [id, step.state, step.version, step.total, step.outcome, step.decidedAt],
  )
}
