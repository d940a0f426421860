import * as z from 'zod/mini'
import { placedSchema } from '#data/contract/offices/shared'
import { checkKindSchema, checkOutcomeSchema } from '#data/domain/checks'
import { hiddenDangerSeveritySchema, hiddenDangerStateSchema } from '#data/domain/hiddenDangers'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { placeColumns, placeJoins } from './place.queries.ts'

const partyColumns = `${placeColumns('entry')}, enterprise.safety_officer AS "safetyOfficer",
  enterprise.safety_phone AS "safetyPhone", enterprise.floor, building.name AS building,
  entry.fictitious`
const partyJoins = `${placeJoins('entry')}
  LEFT JOIN park_features AS building ON building.code = enterprise.building_code`

const partySchema = z.extend(placedSchema, {
  id: z.int(),
  code: z.string(),
  safetyOfficer: z.nullable(z.string()),
  safetyPhone: z.nullable(z.string()),
  building: z.nullable(z.string()),
  floor: z.nullable(z.string()),
  fictitious: z.boolean(),
})
const checkRowSchema = z.extend(partySchema, {
  kind: checkKindSchema,
  department: z.string(),
  inspector: z.string(),
  /** `2026-11-23 09:30` in Shanghai. */
  checkedAt: z.string(),
  outcome: checkOutcomeSchema,
  remark: z.nullable(z.string()),
})
export type DocumentCheck = z.infer<typeof checkRowSchema>

const CHECKS = `
  SELECT entry.id, entry.code, entry.kind, entry.department, entry.inspector,
    to_char(entry.checked_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') AS "checkedAt",
    entry.outcome, entry.remark, ${partyColumns}
  FROM checks AS entry ${partyJoins}`

/**
 * Locks what a document is issued about, so that it is not merged, closed or withdrawn meanwhile;
 * hidden dangers in the order of their ids, as every step with them does.
 */
export async function lockDocumentSubject(
  transaction: Queryable,
  { check, hiddenDanger }: { check?: string | undefined; hiddenDanger?: string | undefined },
): Promise<void> {
  await transaction.query('SELECT FROM checks WHERE code = $1 FOR UPDATE', [check ?? null])
  await transaction.query(
    `SELECT FROM hidden_dangers
     WHERE code = $1 OR check_id = (SELECT id FROM checks WHERE code = $2)
     ORDER BY id FOR UPDATE`,
    [hiddenDanger ?? null, check ?? null],
  )
}

/** The visit that a document is about, or undefined without one; a withdrawn one is none. */
export async function findDocumentCheck(
  transaction: Queryable,
  code: string,
): Promise<DocumentCheck | undefined> {
  const [row] = await query(
    transaction,
    checkRowSchema,
    `${CHECKS} WHERE entry.code = $1 AND entry.withdrawn_at IS NULL`,
    [code],
  )
  return row
}

const dangerRowSchema = z.extend(partySchema, {
  checkCode: z.nullable(z.string()),
  registeredDepartment: z.string(),
  location: z.string(),
  description: z.string(),
  clauseNumber: z.nullable(z.int()),
  state: hiddenDangerStateSchema,
  severity: hiddenDangerSeveritySchema,
  severityBasis: z.nullable(z.string()),
  onTheSpot: z.boolean(),
  foundOn: z.string(),
  deadline: z.string(),
  responsibleUnit: z.nullable(z.string()),
  responsiblePerson: z.nullable(z.string()),
  rectifiedOn: z.nullable(z.string()),
})
export type DocumentFinding = z.infer<typeof dangerRowSchema>

const DANGERS = `
  SELECT entry.id, entry.code, visit.code AS "checkCode",
    entry.registered_department AS "registeredDepartment", entry.location, entry.description,
    entry.clause_number AS "clauseNumber", entry.state, entry.severity, entry.severity_basis AS "severityBasis",
    entry.on_the_spot AS "onTheSpot", entry.found_on AS "foundOn",
    coalesce(entry.extended_deadline, entry.deadline) AS deadline,
    entry.responsible_unit AS "responsibleUnit",
    entry.responsible_person AS "responsiblePerson", entry.rectified_on AS "rectifiedOn",
    ${partyColumns}
  FROM hidden_dangers AS entry ${partyJoins}
  LEFT JOIN checks AS visit ON visit.id = entry.check_id`

/** What a visit found, in the order it was registered. */
export function listDocumentFindings(
  transaction: Queryable,
  checkId: number,
): Promise<DocumentFinding[]> {
  return query(
    transaction,
    dangerRowSchema,
    `${DANGERS} WHERE entry.check_id = $1 AND entry.state NOT IN ('merged', 'dismissed')
     ORDER BY entry.id`,
    [checkId],
  )
}

export async function findDocumentDanger(
  transaction: Queryable,
  code: string,
): Promise<DocumentFinding | undefined> {
  const [row] = await query(transaction, dangerRowSchema, `${DANGERS} WHERE entry.code = $1`, [
    code,
  ])
  return row
}

const reviewRowSchema = z.object({
  action: z.enum(['passReview', 'failReview']),
  reviewer: z.nullable(z.string()),
  words: z.nullable(z.string()),
})
export type DocumentReview = z.infer<typeof reviewRowSchema>

/** The last re-check of a hidden danger, in the words of its event; undefined before the first. */
export async function findLastReview(
  transaction: Queryable,
  hiddenDangerId: number,
): Promise<DocumentReview | undefined> {
  const [row] = await query(
    transaction,
    reviewRowSchema,
    `SELECT action, details->>'reviewer' AS reviewer,
       coalesce(details->>'result', details->>'reason', note) AS words
     FROM hidden_danger_events
     WHERE hidden_danger_id = $1 AND action IN ('passReview', 'failReview')
     ORDER BY sequence DESC LIMIT 1`,
    [hiddenDangerId],
  )
  return row
}

/** The number of the last order to rectify a hidden danger, of its own or of its visit. */
export async function findOrderNumber(
  transaction: Queryable,
  hiddenDangerId: number,
): Promise<string | null> {
  const [row] = await query(
    transaction,
    z.object({ number: z.string() }),
    `SELECT number FROM issued_documents
     WHERE template_key = 'rectificationOrder' AND voided_at IS NULL
       AND (hidden_danger_id = $1
         OR check_id = (SELECT check_id FROM hidden_dangers WHERE id = $1))
     ORDER BY id DESC LIMIT 1`,
    [hiddenDangerId],
  )
  return row?.number ?? null
}
