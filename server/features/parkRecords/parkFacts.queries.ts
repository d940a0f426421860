import * as z from 'zod/mini'
import { parkFactsSchema, type ParkFacts } from '#data/contract/parkRecordResponses'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { PARK_COLUMNS } from '../parks/parks.queries.ts'
import type { VersionMark } from '../versions/editRecord.ts'
import { changeColumns, ofCode, timelineOf } from '../versions/timeline.queries.ts'

export const FACT_COLUMNS = `${PARK_COLUMNS},
  park.property_owner AS "propertyOwner", park.safety_body AS "safetyBody",
  park.safety_body_document AS "safetyBodyDocument", park.safety_body_since AS "safetyBodySince",
  park.safety_head AS "safetyHead", park.safety_staff_full_time AS "safetyStaffFullTime",
  park.safety_staff_part_time AS "safetyStaffPartTime",
  park.system_documents AS "systemDocuments", park.volunteer_brigade AS "volunteerBrigade",
  ${changeColumns('park')}`

const versionRowSchema = z.extend(parkFactsSchema, { validUntil: z.nullable(z.string()) })
export type ParkFactsRow = z.infer<typeof versionRowSchema>

/** The present version of a park, which nobody else changes before this transaction ends. */
export async function lockPark(
  transaction: Queryable,
  code: string,
): Promise<ParkFactsRow | undefined> {
  const [row] = await query(
    transaction,
    versionRowSchema,
    `SELECT ${FACT_COLUMNS}, NULL AS "validUntil" FROM parks AS park
     WHERE park.code = $1 FOR UPDATE`,
    [code],
  )
  return row
}

/** Every version of a park, the latest first. */
export function listParkVersions(transaction: Queryable, code: string): Promise<ParkFactsRow[]> {
  return query(
    transaction,
    versionRowSchema,
    `SELECT ${FACT_COLUMNS}, to_json(park.valid_to) AS "validUntil"
     FROM ${timelineOf('park', ofCode('$1'))} AS park
     WHERE park.code = $1
     ORDER BY park.version DESC`,
    [code],
  )
}

/** Makes a new version of a park; the old one is kept by the database itself. */
export async function updatePark(
  transaction: Queryable,
  facts: ParkFacts,
  mark: VersionMark,
): Promise<void> {
  await transaction.query(
    `UPDATE parks SET operator = $2, property_owner = $3, safety_body = $4,
       safety_body_document = $5, safety_body_since = $6::date, safety_head = $7,
       safety_staff_full_time = $8, safety_staff_part_time = $9, system_documents = $10::text[],
       volunteer_brigade = $11, problem_tags = $12::text[], grade = $13, stage = $14,
       valid_from = $15, changed_by = $16, change_kind = $17, change_reason = $18
     WHERE code = $1`,
    [
      facts.code,
      facts.operator,
      facts.propertyOwner,
      facts.safetyBody,
      facts.safetyBodyDocument,
      facts.safetyBodySince,
      facts.safetyHead,
      facts.safetyStaffFullTime,
      facts.safetyStaffPartTime,
      facts.systemDocuments,
      facts.volunteerBrigade,
      facts.problemTags,
      facts.grade,
      facts.stage,
      mark.at,
      mark.by,
      mark.kind,
      mark.reason,
    ],
  )
}
