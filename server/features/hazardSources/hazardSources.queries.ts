import * as z from 'zod/mini'
import { hazardSourceDetailSchema } from '#data/contract/recordResponses'
import type { RetiredItem } from '#data/contract/responses'
import { instantSchema } from '#data/domain/changes'
import { hazardSourceRecordSchema, type HazardSourceRecord } from '#data/domain/hazardSources'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { changeColumns, ofCode, timelineOf, validAt } from '../versions/timeline.queries.ts'

/** Substances of the present stand in their own table, those of a past version within it. */
const SUBSTANCES_COLUMN = `(
  SELECT coalesce(json_agg(json_build_object(
      'cas', substance.cas,
      'name', substance.name,
      'designedQuantityTonnes', substance.designed_quantity_tonnes,
      'criticalTonnes', substance.critical_tonnes,
      'beta', substance.beta,
      'form', substance.form,
      'hazardClass', substance.hazard_class) ORDER BY substance.position), '[]')
  FROM (
    SELECT * FROM hazard_source_substances
    WHERE source.kept IS NULL AND hazard_source_id = source.id
    UNION ALL
    SELECT * FROM jsonb_populate_recordset(
      NULL::hazard_source_substances, source.kept->'substances')
  ) AS substance) AS substances`

const RECORD_COLUMNS = `
  source.id, source.code, source.name, point.code AS "riskPointCode",
  source.unit_kind AS "unitKind", source.exposed_people AS "exposedPeople",
  source.s, source.r, source.alpha, source.major_hazard_grade AS "majorHazardGrade",
  source.fictitious, ${changeColumns('source')}, ${SUBSTANCES_COLUMN}`

const recordRowSchema = z.extend(hazardSourceRecordSchema, {
  id: z.int(),
  riskPointId: z.int(),
  areaCode: z.string(),
  validUntil: z.nullable(z.string()),
})
export type HazardSourceRow = z.infer<typeof recordRowSchema>

/** @param among which past versions are looked at */
const recordsAmong = (among: string) => `
  SELECT ${RECORD_COLUMNS}, source.risk_point_id AS "riskPointId", source.area_code AS "areaCode",
    to_json(source.valid_to) AS "validUntil"
  FROM ${timelineOf('hazardSource', among)} AS source
  JOIN risk_points AS point ON point.id = source.risk_point_id`

/** Hazard sources of a risk point in code order, now or at an instant, those in use. */
export function listHazardSourcesOf(
  transaction: Queryable,
  riskPointId: number,
  asOf: Date | null = null,
): Promise<HazardSourceRecord[]> {
  return query(
    transaction,
    hazardSourceRecordSchema,
    `${recordsAmong(`version.code IN (SELECT code FROM hazard_sources WHERE risk_point_id = $1)`)}
     WHERE source.risk_point_id = $1 AND source.retired_at IS NULL
       AND CASE WHEN $2::timestamptz IS NULL THEN source.valid_to IS NULL
         ELSE ${validAt('source', '$2')} END
     ORDER BY source.code`,
    [riskPointId, asOf],
  )
}

/** Hazard sources of a risk point that are no longer in use, in code order. */
export function listRetiredHazardSourcesOf(
  transaction: Queryable,
  riskPointId: number,
): Promise<RetiredItem[]> {
  return query(
    transaction,
    z.object({ code: z.string(), name: z.string(), retiredAt: instantSchema }),
    `SELECT code, name, to_json(retired_at) AS "retiredAt" FROM hazard_sources
     WHERE risk_point_id = $1 AND retired_at IS NOT NULL
     ORDER BY code`,
    [riskPointId],
  )
}

/** The present version of a hazard source, which nobody else changes before this transaction ends. */
export async function lockHazardSource(
  transaction: Queryable,
  code: string,
): Promise<HazardSourceRow | undefined> {
  await transaction.query('SELECT FROM hazard_sources WHERE code = $1 FOR UPDATE', [code])
  const [source] = await query(
    transaction,
    recordRowSchema,
    `${recordsAmong(ofCode('$1'))} WHERE source.code = $1 AND source.valid_to IS NULL`,
    [code],
  )
  return source
}

/** Every version of a hazard source, the latest first. */
export function listHazardSourceVersions(
  transaction: Queryable,
  code: string,
): Promise<HazardSourceRow[]> {
  return query(
    transaction,
    recordRowSchema,
    `${recordsAmong(ofCode('$1'))} WHERE source.code = $1 ORDER BY source.version DESC`,
    [code],
  )
}

const detailRowSchema = z.omit(hazardSourceDetailSchema, { asOf: true, source: true })
export type HazardSourceDetailRow = z.infer<typeof detailRowSchema>

/** One hazard source with where it stands, or undefined. */
export async function findHazardSource(
  transaction: Queryable,
  code: string,
): Promise<HazardSourceDetailRow | undefined> {
  const [source] = await query(
    transaction,
    detailRowSchema,
    `SELECT ${RECORD_COLUMNS}, source.area_code AS "areaCode", point.name AS "riskPointName",
       ST_X(point.geom) AS longitude, ST_Y(point.geom) AS latitude,
       park.code AS "parkCode", park.name AS "parkName",
       street.name AS street, community.name AS community
     FROM ${timelineOf('hazardSource', ofCode('$1'))} AS source
     JOIN risk_points AS point ON point.id = source.risk_point_id
     JOIN parks AS park ON park.code = point.park_code
     JOIN areas AS community ON community.code = source.area_code
     JOIN areas AS street ON street.code = left(source.area_code, 9)
     WHERE source.code = $1 AND source.valid_to IS NULL`,
    [code],
  )
  return source
}
