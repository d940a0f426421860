import * as z from 'zod/mini'
import { downgradeSchema, type Downgrade, type DowngradeState } from '#data/domain/downgrades'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import {
  OVERRIDE_COLUMN,
  rankedLevelSchema,
  rankedOverrideSchema,
  rankOf,
} from '../riskPoints/riskPointRecord.queries.ts'
import type { Assessment } from '../riskPoints/editing/assess.ts'

const downgradeRowSchema = z.extend(downgradeSchema, {
  fromLevel: rankedLevelSchema,
  toLevel: rankedLevelSchema,
  gradedLevel: rankedLevelSchema,
  levelOverride: rankedOverrideSchema,
})

const DOWNGRADES = `
  SELECT request.id, point.code AS "riskPointCode", point.name AS "riskPointName",
    point.park_code AS "parkCode", park.name AS "parkName", request.area_code AS "areaCode",
    request.from_version AS "fromVersion", request.from_level AS "fromLevel",
    request.to_level AS "toLevel", request.graded_level AS "gradedLevel",
    request.grading_method AS "gradingMethod",
    request.grading_version AS "gradingVersion", request.grading_inputs AS "gradingInputs",
    request.score, ${OVERRIDE_COLUMN.replaceAll('point.', 'request.')},
    request.trigger, request.reason, request.requested_by AS "requestedBy",
    to_json(request.requested_at) AS "requestedAt", request.state,
    request.decided_by AS "decidedBy", to_json(request.decided_at) AS "decidedAt",
    request.decision_reason AS "decisionReason"
  FROM downgrade_requests AS request
  JOIN risk_points AS point ON point.id = request.risk_point_id
  JOIN parks AS park ON park.code = point.park_code`

/** Requests of an area, the oldest pending first, then those decided last. */
export function listDowngrades(
  transaction: Queryable,
  filter: { area?: string | undefined; state?: DowngradeState | undefined },
): Promise<Downgrade[]> {
  return query(
    transaction,
    downgradeRowSchema,
    `${DOWNGRADES}
     WHERE ($1::text IS NULL OR (request.area_code >= $1 AND request.area_code < $1 || ':'))
       AND ($2::text IS NULL OR request.state = $2)
     ORDER BY request.decided_at DESC NULLS FIRST, request.requested_at, request.id
     LIMIT 500`,
    [filter.area ?? null, filter.state ?? null],
  )
}

/** Every request about one risk point, the latest first. */
export function listDowngradesOf(
  transaction: Queryable,
  riskPointId: number,
): Promise<Downgrade[]> {
  return query(
    transaction,
    downgradeRowSchema,
    `${DOWNGRADES} WHERE request.risk_point_id = $1 ORDER BY request.id DESC`,
    [riskPointId],
  )
}

const decidedRowSchema = z.object({
  id: z.int(),
  riskPointCode: z.string(),
  state: downgradeSchema.shape.state,
  decidedBy: z.nullable(z.string()),
  fromVersion: z.int(),
  assessedOn: z.string(),
})

/** Where a request stands; who holds the lock of its risk point reads what nobody else changes. */
export async function readDowngrade(
  transaction: Queryable,
  id: number,
): Promise<z.infer<typeof decidedRowSchema> | undefined> {
  const [row] = await query(
    transaction,
    decidedRowSchema,
    `SELECT request.id, point.code AS "riskPointCode", request.state,
       request.decided_by AS "decidedBy", request.from_version AS "fromVersion",
       request.assessed_on AS "assessedOn"
     FROM downgrade_requests AS request
     JOIN risk_points AS point ON point.id = request.risk_point_id
     WHERE request.id = $1`,
    [id],
  )
  return row
}

/** One request as it is told. */
export async function findDowngrade(
  transaction: Queryable,
  id: number,
): Promise<Downgrade | undefined> {
  const [row] = await query(
    transaction,
    downgradeRowSchema,
    `${DOWNGRADES} WHERE request.id = $1`,
    [id],
  )
  return row
}

type NewDowngrade = {
  riskPointId: number
  areaCode: string
  fromVersion: number
  fromLevel: Downgrade['fromLevel']
  assessment: Assessment
  trigger: Downgrade['trigger']
  reason: string
  by: string
  at: Date
}

export async function insertDowngrade(
  transaction: Queryable,
  request: NewDowngrade,
): Promise<void> {
  const { assessment } = request
  await transaction.query(
    `INSERT INTO downgrade_requests (risk_point_id, area_code, from_version, from_level, to_level,
       graded_level, grading_method, grading_version, grading_inputs, score, override_level,
       override_reason, assessed_on, trigger, reason, requested_by, requested_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      request.riskPointId,
      request.areaCode,
      request.fromVersion,
      rankOf(request.fromLevel),
      rankOf(assessment.level),
      rankOf(assessment.gradedLevel),
      assessment.gradingMethod,
      assessment.gradingVersion,
      assessment.gradingInputs,
      assessment.score,
      assessment.levelOverride && rankOf(assessment.levelOverride.level),
      assessment.levelOverride?.reason ?? null,
      assessment.assessedOn,
      request.trigger,
      request.reason,
      request.by,
      request.at,
    ],
  )
}

type Decision = { state: Exclude<DowngradeState, 'pending'>; by: string; at: Date; reason: string }

export async function decideDowngrade(
  transaction: Queryable,
  id: number,
  { state, by, at, reason }: Decision,
): Promise<void> {
  await transaction.query(
    `UPDATE downgrade_requests
     SET state = $2, decided_by = $3, decided_at = $4, decision_reason = $5
     WHERE id = $1`,
    [id, state, by, at, reason],
  )
}

/** A pending request whose risk point was graded anew, retired or undone asks about something gone. */
export async function supersedePending(
  transaction: Queryable,
  riskPointId: number,
  { by, at, reason }: Omit<Decision, 'state'>,
): Promise<void> {
  await transaction.query(
    `UPDATE downgrade_requests
     SET state = 'superseded', decided_by = $2, decided_at = $3, decision_reason = $4
     WHERE risk_point_id = $1 AND state = 'pending'`,
    [riskPointId, by, at, reason],
  )
}
