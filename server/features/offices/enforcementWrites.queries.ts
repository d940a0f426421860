import * as z from 'zod/mini'
import type { EnforcementAction, EnforcementKind, EnforcementState } from '#data/domain/enforcement'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

export type NewEnforcement = {
  code: string
  areaCode: string
  parkCode: string
  enterpriseCode: string | null
  hiddenDangerId: number | null
  caseId: number | null
  kind: EnforcementKind
  state: EnforcementState
  subject: string
  basis: string | null
  officer: string
  documentNumber: string | null
  openedOn: string
  decidedOn: string | null
  closedOn: string | null
  fineYuan: number | null
  by: string
  at: Date
  fictitious: boolean
}

/** @returns the id of the record, whose first event has to follow in the same transaction */
export async function insertEnforcement(
  transaction: Queryable,
  entry: NewEnforcement,
): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ id: z.int() }),
    `INSERT INTO enforcement_records (code, area_code, park_code, enterprise_code,
       hidden_danger_id, case_id, kind, state, subject, basis, officer, document_number, opened_on,
       decided_on, closed_on, fine_yuan, registered_by, registered_at, fictitious)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
     RETURNING id`,
    [
      entry.code,
      entry.areaCode,
      entry.parkCode,
      entry.enterpriseCode,
      entry.hiddenDangerId,
      entry.caseId,
      entry.kind,
      entry.state,
      entry.subject,
      entry.basis,
      entry.officer,
      entry.documentNumber,
      entry.openedOn,
      entry.decidedOn,
      entry.closedOn,
      entry.fineYuan,
      entry.by,
      entry.at,
      entry.fictitious,
    ],
  )
  if (!row) throw new Error('The record was not inserted')
  return row.id
}

export type EnforcementStepRow = {
  id: number
  areaCode: string
  sequence: number
  action: EnforcementAction
  fromState: EnforcementState | null
  toState: EnforcementState
  happenedOn: string
  at: Date
  by: string
  note: string | null
}

export async function insertEnforcementEvent(
  transaction: Queryable,
  event: EnforcementStepRow,
): Promise<void> {
  await transaction.query(
    `INSERT INTO enforcement_events (enforcement_record_id, area_code, sequence, action,
       from_state, to_state, happened_on, at, by, note)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      event.id,
      event.areaCode,
      event.sequence,
      event.action,
      event.fromState,
      event.toState,
      event.happenedOn,
      event.at,
      event.by,
      event.note,
    ],
  )
}

/** Takes a record out of every count; its state stays what it was. */
export async function withdrawEnforcement(
  transaction: Queryable,
  id: number,
  { by, at, reason }: { by: string; at: Date; reason: string },
): Promise<void> {
  await transaction.query(
    `UPDATE enforcement_records SET withdrawn_by = $2, withdrawn_at = $3, withdrawal_reason = $4
     WHERE id = $1`,
    [id, by, at, reason],
  )
}

/** Moves a record to where its next event leads; what is undefined stays. */
export async function moveEnforcement(
  transaction: Queryable,
  id: number,
  to: {
    state: EnforcementState
    version: number
    decidedOn?: string | undefined
    closedOn?: string | undefined
    documentNumber?: string | undefined
  },
): Promise<void> {
  await transaction.query(
    `UPDATE enforcement_records SET state = $2, version = $3,
       decided_on = coalesce($4, decided_on), closed_on = coalesce($5, closed_on),
       document_number = coalesce($6, document_number)
     WHERE id = $1`,
    [
      id,
      to.state,
      to.version,
      to.decidedOn ?? null,
      to.closedOn ?? null,
      to.documentNumber ?? null,
    ],
  )
}
