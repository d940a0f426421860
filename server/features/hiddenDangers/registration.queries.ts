import * as z from 'zod/mini'
import type { HiddenDangerSource, HiddenDangerState } from '#data/domain/hiddenDangers'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { hiddenDangerSearchKey } from './hiddenDangerRecord.queries.ts'

/** A code that no record has: `HD-00001`. */
export async function nextHiddenDangerCode(transaction: Queryable): Promise<string> {
  const [row] = await query(
    transaction,
    z.object({ code: z.string() }),
    `SELECT 'HD-' || lpad(nextval('hidden_danger_codes')::text, 5, '0') AS code`,
  )
  if (!row) throw new Error('A sequence gave no number')
  return row.code
}

const placeRowSchema = z.object({
  areaCode: z.string(),
  parkName: z.string(),
  operator: z.nullable(z.string()),
  fictitious: z.boolean(),
  enterpriseName: z.nullable(z.string()),
  safetyOfficer: z.nullable(z.string()),
  riskPointId: z.nullable(z.int()),
})
export type FindingPlace = z.infer<typeof placeRowSchema>

/** Where something was found: the park, the enterprise in it and the risk point, where there are such. */
export async function findFindingPlace(
  transaction: Queryable,
  parkCode: string,
  enterpriseCode: string | null,
  riskPointCode: string | null,
): Promise<FindingPlace | undefined> {
  const [row] = await query(
    transaction,
    placeRowSchema,
    `SELECT park.area_code AS "areaCode", park.name AS "parkName", park.operator, park.fictitious,
       enterprise.name AS "enterpriseName", enterprise.safety_officer AS "safetyOfficer",
       point.id AS "riskPointId"
     FROM parks AS park
     LEFT JOIN enterprises AS enterprise
       ON enterprise.park_code = park.code AND enterprise.code = $2
         AND enterprise.retired_at IS NULL
     LEFT JOIN risk_points AS point
       ON point.park_code = park.code AND point.code = $3 AND point.retired_at IS NULL
         AND ($2::text IS NULL OR point.enterprise_code IS NULL OR point.enterprise_code = $2)
     WHERE park.code = $1`,
    [parkCode, enterpriseCode, riskPointCode],
  )
  return row
}

export type NewHiddenDanger = {
  code: string
  areaCode: string
  parkCode: string
  parkName: string
  enterpriseCode: string | null
  enterpriseName: string | null
  riskPointId: number | null
  checkId: number | null
  source: HiddenDangerSource
  category: string
  clauseNumber: number | null
  location: string
  description: string
  onTheSpot: boolean
  suspectedMajor: boolean
  state: HiddenDangerState
  foundOn: string
  deadline: string
  registeredBy: string
  registeredDepartment: string
  registeredAt: Date
  responsibleUnit: string | null
  responsiblePerson: string | null
  fictitious: boolean
}

/** Registers one, of the lowest severity and level until somebody decides. @returns its id */
export async function insertHiddenDanger(
  transaction: Queryable,
  record: NewHiddenDanger,
): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ id: z.int() }),
    `INSERT INTO hidden_dangers (code, area_code, park_code, enterprise_code, risk_point_id,
       check_id, source, category, clause_number, location, description, on_the_spot,
       suspected_major, severity, state, handling_level, found_on, deadline, registered_by,
       registered_department, registered_at, rectified_on, closed_at, responsible_unit,
       responsible_person, fictitious, search_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::boolean, $13, 'general', $14,
       'community', $15::date, $16, $17, $18, $19::timestamptz,
       CASE WHEN $12 THEN $15::date END, CASE WHEN $12 THEN $19::timestamptz END,
       $20, $21, $22, $23)
     RETURNING id`,
    [
      record.code,
      record.areaCode,
      record.parkCode,
      record.enterpriseCode,
      record.riskPointId,
      record.checkId,
      record.source,
      record.category,
      record.clauseNumber,
      record.location,
      record.description,
      record.onTheSpot,
      record.suspectedMajor,
      record.state,
      record.foundOn,
      record.deadline,
      record.registeredBy,
      record.registeredDepartment,
      record.registeredAt,
      record.responsibleUnit,
      record.responsiblePerson,
      record.fictitious,
      hiddenDangerSearchKey(record),
    ],
  )
  if (!row) throw new Error('The hidden danger was not inserted')
  return row.id
}
