import * as z from 'zod/mini'
import { TARGETED_KIND, type TrainingKind } from '#data/domain/trainings'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

export type NewTraining = {
  code: string
  kind: TrainingKind
  title: string
  areaCode: string
  heldOn: string
  place: string
  organiser: string
  otherEnterprises: number
  otherPersons: number
  by: string
  at: Date
  fictitious: boolean
}

export async function insertTraining(transaction: Queryable, training: NewTraining): Promise<void> {
  await transaction.query(
    `INSERT INTO trainings (code, area_code, kind, title, held_on, place, organiser,
       other_enterprises, other_persons, registered_by, registered_at, fictitious)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      training.code,
      training.areaCode,
      training.kind,
      training.title,
      training.heldOn,
      training.place,
      training.organiser,
      training.otherEnterprises,
      training.otherPersons,
      training.by,
      training.at,
      training.fictitious,
    ],
  )
}

type Attendance = { enterpriseCode: string; persons: number }

/** @returns how many of them are registered enterprises, and so were written */
export async function insertAttendances(
  transaction: Queryable,
  trainingCode: string,
  attendances: readonly Attendance[],
): Promise<number> {
  const rows = await transaction.query(
    `INSERT INTO training_attendances (training_id, enterprise_code, park_code, area_code, held_on,
       persons)
     SELECT training.id, enterprise.code, enterprise.park_code, enterprise.area_code,
       training.held_on, taken.persons
     FROM json_to_recordset($2::json) AS taken ("enterpriseCode" text, persons integer)
     JOIN enterprises AS enterprise ON enterprise.code = taken."enterpriseCode"
       AND enterprise.retired_at IS NULL
     JOIN trainings AS training ON training.code = $1
     RETURNING enterprise_code`,
    [trainingCode, JSON.stringify(attendances)],
  )
  return rows.length
}

const missingRowSchema = z.object({ code: z.string() })

/** Those of the codes that are no registered enterprise. */
export async function findUnregistered(
  transaction: Queryable,
  codes: readonly string[],
): Promise<string[]> {
  const rows = await query(
    transaction,
    missingRowSchema,
    `SELECT asked.code FROM unnest($1::text[]) AS asked (code)
     WHERE NOT EXISTS (
       SELECT FROM enterprises WHERE enterprises.code = asked.code AND retired_at IS NULL)
     ORDER BY asked.code LIMIT 5`,
    [codes],
  )
  return rows.map(({ code }) => code)
}

type Mark = { by: string; at: Date }

/** @returns whether it was there and counted until now */
export async function withdrawTraining(
  transaction: Queryable,
  code: string,
  { by, at, reason }: Mark & { reason: string },
): Promise<boolean> {
  const rows = await transaction.query(
    `UPDATE trainings SET withdrawn_by = $2, withdrawn_at = $3, withdrawal_reason = $4
     WHERE code = $1 AND withdrawn_at IS NULL RETURNING code`,
    [code, by, at, reason],
  )
  return rows.length > 0
}

export async function insertTrainingTarget(
  transaction: Queryable,
  target: Mark & { areaCode: string; year: number; attendances: number; source: string },
): Promise<void> {
  await transaction.query(
    `INSERT INTO training_targets (kind, year, area_code, attendances, source, set_by, set_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      TARGETED_KIND,
      target.year,
      target.areaCode,
      target.attendances,
      target.source,
      target.by,
      target.at,
    ],
  )
}
