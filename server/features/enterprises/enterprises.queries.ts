import * as z from 'zod/mini'
import { enterpriseDetailSchema } from '#data/contract/recordResponses'
import { enterpriseRecordSchema, type EnterpriseRecord } from '#data/domain/enterprises'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { LEVEL_COUNTS } from '../riskPoints/riskPointRecord.queries.ts'
import { searchKey } from '../../searchKey.ts'
import type { VersionMark } from '../versions/editRecord.ts'
import { changeColumns, ofCode, timelineOf } from '../versions/timeline.queries.ts'

const RECORD_COLUMNS = `
  enterprise.code, enterprise.name, enterprise.park_code AS "parkCode",
  enterprise.area_code AS "areaCode", enterprise.industry,
  enterprise.high_risk_class AS "highRiskClass", enterprise.headcount,
  enterprise.dust_workers AS "dustWorkers", enterprise.safety_officer AS "safetyOfficer",
  enterprise.safety_phone AS "safetyPhone", enterprise.building_code AS "buildingCode",
  enterprise.floor, enterprise.property_owner AS "propertyOwner", enterprise.operator,
  enterprise.sublessor, enterprise.fictitious, ${changeColumns('enterprise')}`

const versionRowSchema = z.extend(enterpriseRecordSchema, { validUntil: z.nullable(z.string()) })
export type EnterpriseRow = z.infer<typeof versionRowSchema>

/** The present version of an enterprise, which nobody else changes before this transaction ends. */
export async function lockEnterprise(
  transaction: Queryable,
  code: string,
): Promise<EnterpriseRow | undefined> {
  const [row] = await query(
    transaction,
    versionRowSchema,
    `SELECT ${RECORD_COLUMNS}, NULL AS "validUntil"
     FROM enterprises AS enterprise WHERE enterprise.code = $1 FOR UPDATE`,
    [code],
  )
  return row
}

/** Every version of an enterprise, the latest first. */
export function listEnterpriseVersions(
  transaction: Queryable,
  code: string,
): Promise<EnterpriseRow[]> {
  return query(
    transaction,
    versionRowSchema,
    `SELECT ${RECORD_COLUMNS}, to_json(enterprise.valid_to) AS "validUntil"
     FROM ${timelineOf('enterprise', ofCode('$1'))} AS enterprise
     WHERE enterprise.code = $1
     ORDER BY enterprise.version DESC`,
    [code],
  )
}

const detailRowSchema = z.omit(enterpriseDetailSchema, { asOf: true, source: true })

/** One enterprise with the names of where it rents and its risk points by level, or undefined. */
export async function findEnterprise(
  transaction: Queryable,
  code: string,
): Promise<z.infer<typeof detailRowSchema> | undefined> {
  const [row] = await query(
    transaction,
    detailRowSchema,
    `SELECT ${RECORD_COLUMNS}, park.name AS "parkName", building.name AS "buildingName",
       street.name AS street, community.name AS community,
       (SELECT ${LEVEL_COUNTS}
        FROM risk_points
        WHERE park_code = enterprise.park_code AND enterprise_code = enterprise.code
          AND retired_at IS NULL) AS "riskPoints"
     FROM enterprises AS enterprise
     JOIN parks AS park ON park.code = enterprise.park_code
     JOIN areas AS community ON community.code = enterprise.area_code
     JOIN areas AS street ON street.code = left(enterprise.area_code, 9)
     LEFT JOIN park_features AS building ON building.code = enterprise.building_code
     WHERE enterprise.code = $1`,
    [code],
  )
  return row
}

/** A code that no record has: `E-00001`. */
export async function nextEnterpriseCode(transaction: Queryable): Promise<string> {
  const [row] = await query(
    transaction,
    z.object({ code: z.string() }),
    `SELECT 'E-' || lpad(nextval('enterprise_codes')::text, 5, '0') AS code`,
  )
  if (!row) throw new Error('A sequence gave no number')
  return row.code
}

const placeRowSchema = z.object({
  areaCode: z.string(),
  fictitious: z.boolean(),
  buildingFits: z.boolean(),
})

/** The community of a park, and whether a building is one of its own; undefined without such a park. */
export async function findParkForEnterprise(
  transaction: Queryable,
  parkCode: string,
  buildingCode: string | null,
): Promise<z.infer<typeof placeRowSchema> | undefined> {
  const [row] = await query(
    transaction,
    placeRowSchema,
    `SELECT area_code AS "areaCode", fictitious,
       $2::text IS NULL OR EXISTS (
         SELECT FROM park_features
         WHERE code = $2 AND park_code = $1 AND kind = 'building') AS "buildingFits"
     FROM parks WHERE code = $1`,
    [parkCode, buildingCode],
  )
  return row
}

export type EnterpriseFacts = Omit<EnterpriseRecord, 'version' | 'change'>

const FACT_COLUMNS = `name, park_code, area_code, industry, high_risk_class, headcount, dust_workers,
  safety_officer, safety_phone, building_code, floor, property_owner, operator, sublessor,
  retired_at, search_key, valid_from, changed_by, change_kind, change_reason`
const FACT_VALUES = `name, "parkCode", "areaCode", industry, "highRiskClass", headcount,
  "dustWorkers", "safetyOfficer", "safetyPhone", "buildingCode", floor, "propertyOwner", operator,
  sublessor, "retiredAt", "searchKey", "validFrom", "changedBy", "changeKind", "changeReason"`
const RECORDS = `json_to_recordset($1::json) AS record (code text, name text, "parkCode" text,
  "areaCode" text, industry text, "highRiskClass" text, headcount integer, "dustWorkers" integer,
  "safetyOfficer" text, "safetyPhone" text, "buildingCode" text, floor text, "propertyOwner" text,
  operator text, sublessor text, "retiredAt" timestamptz, fictitious boolean, "searchKey" text,
  "validFrom" timestamptz, "changedBy" text, "changeKind" text, "changeReason" text)`

function toRecord(facts: EnterpriseFacts, mark: VersionMark): Record<string, unknown> {
  return {
    ...facts,
    searchKey: searchKey(facts.name, facts.code),
    validFrom: mark.at,
    changedBy: mark.by,
    changeKind: mark.kind,
    changeReason: mark.reason,
  }
}

/** Registers enterprises, all of them by one person at one time. */
export async function insertEnterprises(
  transaction: Queryable,
  enterprises: readonly EnterpriseFacts[],
  mark: VersionMark,
): Promise<void> {
  await transaction.query(
    `INSERT INTO enterprises (code, fictitious, ${FACT_COLUMNS})
     SELECT code, fictitious, ${FACT_VALUES} FROM ${RECORDS}`,
    [JSON.stringify(enterprises.map((enterprise) => toRecord(enterprise, mark)))],
  )
}

/** Makes a new version of an enterprise; the old one is kept by the database itself. */
export async function updateEnterprise(
  transaction: Queryable,
  facts: EnterpriseFacts,
  mark: VersionMark,
): Promise<void> {
  await transaction.query(
    `UPDATE enterprises SET (${FACT_COLUMNS}) = (SELECT ${FACT_VALUES} FROM ${RECORDS})
     WHERE code = $2`,
    [JSON.stringify([toRecord(facts, mark)]), facts.code],
  )
}
