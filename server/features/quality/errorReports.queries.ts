import * as z from 'zod/mini'
import { errorReportSchema, type ErrorReport, type ReportedEntity } from '#data/domain/errorReports'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

/** Where each kind of record says its area and name. */
const PLACES: Record<ReportedEntity, string> = {
  riskPoint: `SELECT area_code, name FROM risk_points WHERE code = $1`,
  hazardSource: `SELECT area_code, name FROM hazard_sources WHERE code = $1`,
  enterprise: `SELECT area_code, name FROM enterprises WHERE code = $1`,
  park: `SELECT area_code, name FROM parks WHERE code = $1`,
  area: `SELECT code AS area_code, name FROM areas WHERE code = $1`,
}

/** The area of a record that somebody reports, or undefined where there is none. */
export async function findReportedArea(
  transaction: Queryable,
  entity: ReportedEntity,
  code: string,
): Promise<string | undefined> {
  const [row] = await query(
    transaction,
    z.object({ areaCode: z.string() }),
    `SELECT area_code AS "areaCode" FROM (${PLACES[entity]}) AS place`,
    [code],
  )
  return row?.areaCode
}

/** @returns the id of the report */
export async function insertErrorReport(
  transaction: Queryable,
  report: {
    entity: ReportedEntity
    code: string
    areaCode: string
    text: string
    by: string
    at: Date
  },
): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ id: z.int() }),
    `INSERT INTO error_reports (entity, code, area_code, report, reported_by, reported_at)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
    [report.entity, report.code, report.areaCode, report.text, report.by, report.at],
  )
  if (!row) throw new Error('The report was not inserted')
  return row.id
}

/** One report with what it is about as it stands now; locked against a second answer. */
export async function lockErrorReport(
  transaction: Queryable,
  id: number,
): Promise<ErrorReport | undefined> {
  await transaction.query('SELECT FROM error_reports WHERE id = $1 FOR UPDATE', [id])
  const [report] = await query(
    transaction,
    errorReportSchema,
    `SELECT report.id, report.entity, report.code, report.area_code AS "areaCode",
       coalesce(point.name, source.name, enterprise.name, park.name, area.name, report.code) AS name,
       coalesce(point.park_code, source_point.park_code, enterprise.park_code, park.code)
         AS "parkCode",
       coalesce(point.code, source_point.code) AS "riskPointCode", report.report AS text,
       report.reported_by AS "reportedBy", to_json(report.reported_at) AS "reportedAt",
       report.resolved_by AS "resolvedBy", to_json(report.resolved_at) AS "resolvedAt",
       report.resolution
     FROM error_reports AS report
     LEFT JOIN risk_points AS point ON report.entity = 'riskPoint' AND point.code = report.code
     LEFT JOIN hazard_sources AS source
       ON report.entity = 'hazardSource' AND source.code = report.code
     LEFT JOIN risk_points AS source_point ON source_point.id = source.risk_point_id
     LEFT JOIN enterprises AS enterprise
       ON report.entity = 'enterprise' AND enterprise.code = report.code
     LEFT JOIN parks AS park ON report.entity = 'park' AND park.code = report.code
     LEFT JOIN areas AS area ON report.entity = 'area' AND area.code = report.code
     WHERE report.id = $1`,
    [id],
  )
  return report
}

export async function closeErrorReport(
  transaction: Queryable,
  id: number,
  { by, at, resolution }: { by: string; at: Date; resolution: string },
): Promise<void> {
  await transaction.query(
    `UPDATE error_reports SET resolved_by = $2, resolved_at = $3, resolution = $4 WHERE id = $1`,
    [id, by, at, resolution],
  )
}
