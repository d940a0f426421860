import * as z from 'zod/mini'
import {
  enforcementEventSchema,
  enforcementItemSchema,
  enforcementTotalsSchema,
} from '#data/contract/offices/enforcement'
import type { EnforcementKind, EnforcementState } from '#data/domain/enforcement'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import type { Page } from './paging.ts'
import { placeColumns, placeJoins, within } from './place.queries.ts'

const rowSchema = z.extend(z.omit(enforcementItemSchema, { decisionDueOn: true }), {
  id: z.int(),
  hiddenDangerId: z.nullable(z.int()),
})
export type EnforcementRow = z.infer<typeof rowSchema>

const RECORDS = `
  SELECT entry.id, entry.code, entry.kind, entry.state, entry.subject, entry.basis, entry.officer,
    entry.document_number AS "documentNumber", entry.opened_on AS "openedOn",
    entry.decided_on AS "decidedOn", entry.closed_on AS "closedOn", entry.fine_yuan AS "fineYuan",
    entry.hidden_danger_id AS "hiddenDangerId", danger.code AS "hiddenDangerCode",
    parent.code AS "caseCode", entry.registered_by AS "registeredBy",
    to_json(entry.registered_at) AS "registeredAt",
    CASE WHEN entry.withdrawn_at IS NOT NULL THEN json_build_object('at', entry.withdrawn_at,
      'by', entry.withdrawn_by, 'reason', entry.withdrawal_reason) END AS withdrawn,
    entry.version, entry.fictitious,
    ${placeColumns('entry')}
  FROM enforcement_records AS entry
  ${placeJoins('entry')}
  LEFT JOIN hidden_dangers AS danger ON danger.id = entry.hidden_danger_id
  LEFT JOIN enforcement_records AS parent ON parent.id = entry.case_id`

type Filter = {
  area?: string | undefined
  park?: string | undefined
  enterprise?: string | undefined
  hiddenDanger?: string | undefined
  kind?: EnforcementKind | undefined
  states?: readonly EnforcementState[] | undefined
}
const CONDITION = `${within('entry', '$1')}
  AND ($2::text IS NULL OR entry.park_code = $2)
  AND ($3::text IS NULL OR entry.enterprise_code = $3)
  AND ($4::text IS NULL OR entry.hidden_danger_id =
    (SELECT id FROM hidden_dangers WHERE code = $4))
  AND ($5::text IS NULL OR entry.kind = $5)
  AND ($6::text[] IS NULL OR entry.state = ANY ($6))`
const parametersOf = ({
  area,
  park,
  enterprise,
  hiddenDanger,
  kind,
  states,
}: Filter): unknown[] => [
  area ?? null,
  park ?? null,
  enterprise ?? null,
  hiddenDanger ?? null,
  kind ?? null,
  states ?? null,
]

/** Records that pass a filter, the latest first; one more than the page where there is one. */
export function listEnforcement(
  transaction: Queryable,
  filter: Filter,
  { offset, limit }: Page,
): Promise<EnforcementRow[]> {
  return query(
    transaction,
    rowSchema,
    `${RECORDS} WHERE ${CONDITION}
     ORDER BY entry.opened_on DESC, entry.id DESC OFFSET $7 LIMIT $8`,
    [...parametersOf(filter), offset, limit + 1],
  )
}

export async function countEnforcement(transaction: Queryable, filter: Filter): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ count: z.int() }),
    `SELECT count(*) AS count FROM enforcement_records AS entry WHERE ${CONDITION}`,
    parametersOf(filter),
  )
  return row?.count ?? 0
}

const totalsRowSchema = z.omit(enforcementTotalsSchema, { year: true, asOf: true, source: true })

/** 检查家次, 立案, 停产 and 罚款 of a span of days in an area; what was withdrawn does not count. */
export async function sumEnforcement(
  transaction: Queryable,
  area: string,
  { from, until }: { from: string; until: string },
): Promise<z.infer<typeof totalsRowSchema>> {
  const [row] = await query(
    transaction,
    totalsRowSchema,
    `SELECT count(*) FILTER (WHERE kind = 'inspection') AS inspections,
       count(*) FILTER (WHERE kind = 'case') AS cases,
       count(*) FILTER (WHERE kind = 'suspension') AS suspensions,
       coalesce(sum(fine_yuan), 0) AS "finesYuan",
       count(*) FILTER (WHERE kind = 'case' AND closed_on IS NULL) AS "openCases"
     FROM enforcement_records AS entry
     WHERE ${within('entry', '$1')} AND entry.opened_on BETWEEN $2 AND $3
       AND entry.withdrawn_at IS NULL`,
    [area, from, until],
  )
  if (!row) throw new Error('A sum has one row')
  return row
}

/** One record; with `lock` nobody else changes it before the transaction ends. */
export async function findEnforcement(
  transaction: Queryable,
  code: string,
  { lock = false } = {},
): Promise<EnforcementRow | undefined> {
  const [row] = await query(
    transaction,
    rowSchema,
    `${RECORDS} WHERE entry.code = $1 ${lock ? 'FOR UPDATE OF entry' : ''}`,
    [code],
  )
  return row
}

/** Suspensions and fines that were decided in a case. */
export function listPenalties(transaction: Queryable, caseId: number): Promise<EnforcementRow[]> {
  return query(transaction, rowSchema, `${RECORDS} WHERE entry.case_id = $1 ORDER BY entry.id`, [
    caseId,
  ])
}

export function listEnforcementEvents(
  transaction: Queryable,
  id: number,
): Promise<z.infer<typeof enforcementEventSchema>[]> {
  return query(
    transaction,
    enforcementEventSchema,
    `SELECT sequence, action, from_state AS "fromState", to_state AS "toState",
       happened_on AS "happenedOn", to_json(at) AS at, by, note
     FROM enforcement_events WHERE enforcement_record_id = $1 ORDER BY sequence`,
    [id],
  )
}

const sourceRowSchema = z.object({
  id: z.int(),
  parkCode: z.string(),
  enterpriseCode: z.nullable(z.string()),
  state: z.string(),
})

/** The hidden danger that a record comes from, or undefined without one of that code. */
export async function findSourceDanger(
  transaction: Queryable,
  code: string,
): Promise<z.infer<typeof sourceRowSchema> | undefined> {
  const [row] = await query(
    transaction,
    sourceRowSchema,
    `SELECT id, park_code AS "parkCode", enterprise_code AS "enterpriseCode", state
     FROM hidden_dangers WHERE code = $1`,
    [code],
  )
  return row
}
