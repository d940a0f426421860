import * as z from 'zod/mini'
import {
  OUTSIDE_PARK_METRES,
  qualityItemSchema,
  RETIREMENT_SHOWN_DAYS,
  REVIEW_SOON_DAYS,
  type QualityCheck,
  type QualityItem,
} from '#data/domain/quality'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { rankedLevelSchema } from '../riskPoints/riskPointRecord.queries.ts'

/** Which part of the district, and the civil day of today. */
export type QualityScope = { area: string | null; today: string }

/** Registered risk points of the area. */
const POINTS = `FROM risk_points AS point
  WHERE point.retired_at IS NULL
    AND ($1::text IS NULL OR (point.area_code >= $1 AND point.area_code < $1 || ':'))`
const ENTERPRISES = `FROM enterprises AS enterprise
  WHERE enterprise.retired_at IS NULL
    AND ($1::text IS NULL OR (enterprise.area_code >= $1 AND enterprise.area_code < $1 || ':'))`

const pointFinding = (measure: string, text: string) => `
  SELECT 'riskPoint' AS entity, point.code, point.name, point.area_code, point.park_code,
    point.code AS risk_point_code, point.level, (${measure})::float8 AS measure,
    ${text} AS text, NULL::integer AS report_id`
const enterpriseFinding = (measure: string, text: string) => `
  SELECT 'enterprise' AS entity, enterprise.code, enterprise.name, enterprise.area_code,
    enterprise.park_code, NULL AS risk_point_code, NULL::smallint AS level,
    (${measure})::float8 AS measure, ${text} AS text, NULL::integer AS report_id`

const OUTSIDE = `(SELECT ST_Distance(point.geom::geography, parks.geom::geography) FROM parks
  WHERE parks.code = point.park_code)`
/** Cheap first: most points lie inside their park. */
const IS_OUTSIDE = `point.geom IS NOT NULL
  AND NOT EXISTS (SELECT FROM parks
    WHERE parks.code = point.park_code AND ST_Covers(parks.geom, point.geom))
  AND ${OUTSIDE} > ${OUTSIDE_PARK_METRES}`

/** Every finding of a check as rows of one shape, the gravest first by "grave". */
const FINDINGS: Record<QualityCheck, { sql: string; grave: string }> = {
  overdueReviews: {
    sql: `${pointFinding('$2::date - point.review_due', 'point.review_due::text')} ${POINTS}
      AND point.review_due < $2::date`,
    grave: 'level, measure DESC',
  },
  reviewsSoon: {
    sql: `${pointFinding('point.review_due - $2::date', 'point.review_due::text')} ${POINTS}
      AND point.level <= 2 AND point.review_due >= $2::date
      AND point.review_due <= $2::date + ${REVIEW_SOON_DAYS}`,
    grave: 'measure, level',
  },
  errorReports: {
    sql: `SELECT report.entity, report.code,
        coalesce(point.name, source.name, enterprise.name, park.name, area.name, report.code) AS name,
        report.area_code,
        coalesce(point.park_code, source_point.park_code, enterprise.park_code, park.code) AS park_code,
        coalesce(point.code, source_point.code) AS risk_point_code, point.level,
        ($2::date - (report.reported_at AT TIME ZONE 'Asia/Shanghai')::date)::float8 AS measure,
        report.report AS text, report.id AS report_id
      FROM error_reports AS report
      LEFT JOIN risk_points AS point ON report.entity = 'riskPoint' AND point.code = report.code
      LEFT JOIN hazard_sources AS source
        ON report.entity = 'hazardSource' AND source.code = report.code
      LEFT JOIN risk_points AS source_point ON source_point.id = source.risk_point_id
      LEFT JOIN enterprises AS enterprise
        ON report.entity = 'enterprise' AND enterprise.code = report.code
      LEFT JOIN parks AS park ON report.entity = 'park' AND park.code = report.code
      LEFT JOIN areas AS area ON report.entity = 'area' AND area.code = report.code
      WHERE report.resolved_at IS NULL
        AND ($1::text IS NULL OR (report.area_code >= $1 AND report.area_code < $1 || ':'))`,
    grave: 'measure DESC, report_id',
  },
  recentRetirements: {
    sql: `${pointFinding('NULL', 'point.change_reason')}
      FROM risk_points AS point
      WHERE point.retired_at >= $2::date - ${RETIREMENT_SHOWN_DAYS} AND point.level <= 2
        AND ($1::text IS NULL OR (point.area_code >= $1 AND point.area_code < $1 || ':'))`,
    grave: 'level',
  },
  missingCoordinates: {
    sql: `${pointFinding('NULL', 'NULL::text')} ${POINTS} AND point.geom IS NULL`,
    grave: 'level',
  },
  missingPersons: {
    sql: `${pointFinding(
      'NULL',
      `concat_ws(',', CASE WHEN point.responsible_person IS NULL THEN 'responsiblePerson' END,
         CASE WHEN point.level <= 2 AND point.guarantor IS NULL THEN 'guarantor' END)`,
    )} ${POINTS}
      AND (point.responsible_person IS NULL OR (point.level <= 2 AND point.guarantor IS NULL))`,
    grave: 'level',
  },
  outsidePark: {
    sql: `${pointFinding(`round(${OUTSIDE})`, 'NULL::text')} ${POINTS} AND ${IS_OUTSIDE}`,
    grave: 'measure DESC',
  },
  duplicatePoints: {
    sql: `SELECT * FROM (
        ${pointFinding(
          `count(*) OVER (
            PARTITION BY point.park_code, point.enterprise_code, point.name, point.location)`,
          'point.location',
        )} ${POINTS}
      ) AS alike WHERE measure > 1`,
    grave: 'level, park_code, name',
  },
  duplicateEnterprises: {
    sql: `SELECT * FROM (
        ${enterpriseFinding('count(*) OVER (PARTITION BY enterprise.name)', 'NULL::text')}
        FROM enterprises AS enterprise WHERE enterprise.retired_at IS NULL
      ) AS alike
      WHERE measure > 1 AND ($1::text IS NULL OR (area_code >= $1 AND area_code < $1 || ':'))`,
    grave: 'name, code',
  },
  enterpriseGaps: {
    sql: `${enterpriseFinding(
      'NULL',
      `concat_ws(',', CASE WHEN enterprise.safety_officer IS NULL THEN 'safetyOfficer' END,
         CASE WHEN enterprise.building_code IS NULL THEN 'buildingCode' END)`,
    )} ${ENTERPRISES}
      AND (enterprise.safety_officer IS NULL OR enterprise.building_code IS NULL)`,
    grave: 'text DESC',
  },
}

/** A statement names the day even where its check does not depend on it. */
const parametersOf = ({ area, today }: QualityScope): unknown[] => [area, today]
const USES_DAY = '($2::date IS NOT NULL)'

/** Number of findings of one check. */
export async function countFindings(
  transaction: Queryable,
  check: QualityCheck,
  scope: QualityScope,
): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ count: z.int() }),
    `SELECT count(*) AS count FROM (${FINDINGS[check].sql}) AS finding WHERE ${USES_DAY}`,
    parametersOf(scope),
  )
  return row?.count ?? 0
}

const itemRowSchema = z.extend(qualityItemSchema, { level: z.nullable(rankedLevelSchema) })

/** Findings of one check, the gravest first, from an offset on. */
export function listFindings(
  transaction: Queryable,
  check: QualityCheck,
  scope: QualityScope,
  { offset, limit }: { offset: number; limit: number },
): Promise<QualityItem[]> {
  const { sql, grave } = FINDINGS[check]
  return query(
    transaction,
    itemRowSchema,
    `SELECT finding.entity, finding.code, finding.name, finding.area_code AS "areaCode",
       coalesce(community.name, '') AS community, coalesce(street.name, '') AS street,
       finding.park_code AS "parkCode", park.name AS "parkName",
       finding.risk_point_code AS "riskPointCode", finding.level, finding.measure, finding.text,
       finding.report_id AS "reportId"
     FROM (
       SELECT * FROM (${sql}) AS found WHERE ${USES_DAY}
       ORDER BY ${grave}, code OFFSET $3 LIMIT $4
     ) AS finding
     LEFT JOIN areas AS community ON community.code = finding.area_code AND community.level = 'community'
     LEFT JOIN areas AS street ON street.code = left(finding.area_code, 9)
     LEFT JOIN parks AS park ON park.code = finding.park_code
     ORDER BY ${grave.replaceAll(/\b(level|measure|report_id|park_code|name|code|text)\b/g, 'finding.$1')},
       finding.code`,
    [...parametersOf(scope), offset, limit],
  )
}

/** Requests to lower a risk point that wait for the district. */
export async function countPendingDowngrades(
  transaction: Queryable,
  area: string | null,
): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ count: z.int() }),
    `SELECT count(*) AS count FROM downgrade_requests
     WHERE state = 'pending' AND ($1::text IS NULL OR (area_code >= $1 AND area_code < $1 || ':'))`,
    [area],
  )
  return row?.count ?? 0
}
