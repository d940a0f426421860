import * as z from 'zod/mini'
import type { HazardSourceRecord, HazardSourceSubstance } from '#data/domain/hazardSources'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import type { VersionMark } from '../versions/editRecord.ts'

export type HazardSourceFacts = Omit<HazardSourceRecord, 'version' | 'change' | 'riskPointCode'>

/** A code that no record has: `H-00001`. */
export async function nextHazardSourceCode(transaction: Queryable): Promise<string> {
  const [row] = await query(
    transaction,
    z.object({ code: z.string() }),
    `SELECT 'H-' || lpad(nextval('hazard_source_codes')::text, 5, '0') AS code`,
  )
  if (!row) throw new Error('A sequence gave no number')
  return row.code
}

/** @returns the identity of the new hazard source in this database */
export async function insertHazardSource(
  transaction: Queryable,
  place: { riskPointId: number; areaCode: string },
  facts: HazardSourceFacts,
  mark: VersionMark,
): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ id: z.int() }),
    `INSERT INTO hazard_sources (code, name, risk_point_id, area_code, unit_kind, exposed_people, s,
       r, alpha, major_hazard_grade, fictitious, valid_from, changed_by, change_kind, change_reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     RETURNING id`,
    [
      facts.code,
      facts.name,
      place.riskPointId,
      place.areaCode,
      facts.unitKind,
      facts.exposedPeople,
      facts.s,
      facts.r,
      facts.alpha,
      facts.majorHazardGrade,
      facts.fictitious,
      mark.at,
      mark.by,
      mark.kind,
      mark.reason,
    ],
  )
  if (!row) throw new Error('The hazard source was not inserted')
  return row.id
}

/** Makes a new version; the old one is kept by the database, with the substances it still has then. */
export async function updateHazardSource(
  transaction: Queryable,
  id: number,
  facts: HazardSourceFacts,
  mark: VersionMark,
): Promise<void> {
  await transaction.query(
    `UPDATE hazard_sources SET name = $2, unit_kind = $3, exposed_people = $4, s = $5, r = $6,
       alpha = $7, major_hazard_grade = $8, retired_at = $9, valid_from = $10, changed_by = $11,
       change_kind = $12, change_reason = $13
     WHERE id = $1`,
    [
      id,
      facts.name,
      facts.unitKind,
      facts.exposedPeople,
      facts.s,
      facts.r,
      facts.alpha,
      facts.majorHazardGrade,
      facts.retiredAt,
      mark.at,
      mark.by,
      mark.kind,
      mark.reason,
    ],
  )
}

export async function deleteSubstances(
  transaction: Queryable,
  hazardSourceId: number,
): Promise<void> {
  await transaction.query('DELETE FROM hazard_source_substances WHERE hazard_source_id = $1', [
    hazardSourceId,
  ])
}

export async function insertSubstances(
  transaction: Queryable,
  hazardSourceId: number,
  substances: readonly HazardSourceSubstance[],
): Promise<void> {
  await transaction.query(
    `INSERT INTO hazard_source_substances (hazard_source_id, position, area_code, cas, name,
       designed_quantity_tonnes, critical_tonnes, beta, form, hazard_class)
     SELECT source.id, ordinality - 1, source.area_code, cas, substance.name,
       "designedQuantityTonnes", "criticalTonnes", beta, form, "hazardClass"
     FROM hazard_sources AS source,
       ROWS FROM (json_to_recordset($2::json) AS (cas text, name text,
         "designedQuantityTonnes" double precision, "criticalTonnes" double precision,
         beta double precision, form text, "hazardClass" text)) WITH ORDINALITY AS substance
     WHERE source.id = $1`,
    [hazardSourceId, JSON.stringify(substances)],
  )
}
