import * as z from 'zod/mini'
import { areaSchema } from '#data/domain/areas'
import { parkSchema } from '#data/domain/parks'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { isCounted, isOpenNow } from '../hiddenDangers/countedDangers.queries.ts'

const areaRowSchema = z.pick(areaSchema, {
  code: true,
  name: true,
  level: true,
  officialAreaKm2: true,
})

/** Areas within a scope, in code order. */
export function listAreaNames(
  transaction: Queryable,
  scope: string,
): Promise<z.infer<typeof areaRowSchema>[]> {
  return query(
    transaction,
    areaRowSchema,
    `SELECT code, name, level, official_area_km2 AS "officialAreaKm2"
     FROM areas
     WHERE code >= $1 AND code < $1 || ':'
     ORDER BY code`,
    [scope],
  )
}

const parkRowSchema = z.extend(
  z.pick(parkSchema, { code: true, name: true, areaCode: true, demonstration: true }),
  { enterprises: z.int() },
)
export type ParkCountRow = z.infer<typeof parkRowSchema>

/** Every park with the number of its enterprises, in code order. */
export function countEnterprises(transaction: Queryable): Promise<ParkCountRow[]> {
  return query(
    transaction,
    parkRowSchema,
    `SELECT park.code, park.name, park.area_code AS "areaCode", park.demonstration,
       (SELECT count(*) FROM enterprises
        WHERE park_code = park.code AND retired_at IS NULL) AS enterprises
     FROM parks AS park
     ORDER BY park.code`,
  )
}

const riskPointCountRowSchema = z.object({
  parkCode: z.string(),
  level: z.int(),
  count: z.int(),
  overdue: z.int(),
  doubled: z.int(),
  missingCoordinates: z.int(),
})
export type RiskPointCountRow = z.infer<typeof riskPointCountRowSchema>

/**
 * Risk points of each park and level on a civil day: all, those whose review is overdue, those that
 * count twice because it is or because a hidden danger at them is past its original deadline, and
 * those without coordinates.
 */
export function countRiskPoints(
  transaction: Queryable,
  today: string,
): Promise<RiskPointCountRow[]> {
  return query(
    transaction,
    riskPointCountRowSchema,
    `WITH neglected AS MATERIALIZED (
       SELECT DISTINCT risk_point_id AS id FROM hidden_dangers
       WHERE ${isOpenNow('hidden_dangers')} AND deadline < $1::date AND risk_point_id IS NOT NULL
     )
     SELECT park_code AS "parkCode", level,
       count(*) AS count,
       count(*) FILTER (WHERE review_due < $1::date) AS overdue,
       count(*) FILTER (WHERE review_due < $1::date OR neglected.id IS NOT NULL) AS doubled,
       count(*) FILTER (WHERE geom IS NULL) AS "missingCoordinates"
     FROM risk_points AS point LEFT JOIN neglected ON neglected.id = point.id
     WHERE retired_at IS NULL
     GROUP BY park_code, level`,
    [today],
  )
}

const hazardSourceCountRowSchema = z.object({
  parkCode: z.string(),
  count: z.int(),
  major: z.int(),
})
export type HazardSourceCountRow = z.infer<typeof hazardSourceCountRowSchema>

/** Hazard sources of each park, and how many of them are a 重大危险源. */
export function countHazardSources(transaction: Queryable): Promise<HazardSourceCountRow[]> {
  return query(
    transaction,
    hazardSourceCountRowSchema,
    `SELECT point.park_code AS "parkCode",
       count(*) AS count,
       count(source.major_hazard_grade) AS major
     FROM hazard_sources AS source
     JOIN risk_points AS point ON point.id = source.risk_point_id
     WHERE source.retired_at IS NULL AND point.retired_at IS NULL
     GROUP BY point.park_code`,
  )
}

const hiddenDangerCountRowSchema = z.object({
  parkCode: z.string(),
  openHiddenDangers: z.int(),
  overdueHiddenDangers: z.int(),
  openMajorHiddenDangers: z.int(),
  overdueMajorHiddenDangers: z.int(),
  dueHiddenDangers: z.int(),
  closedInTime: z.int(),
})
export type HiddenDangerCountRow = z.infer<typeof hiddenDangerCountRowSchema>

/**
 * Hidden dangers of each park on a civil day: open, overdue, 重大事故隐患 among them, and of the last
 * 90 days those that fell due and those closed in time. On the spot is no rectification in time.
 */
export function countHiddenDangers(
  transaction: Queryable,
  today: string,
): Promise<HiddenDangerCountRow[]> {
  return query(
    transaction,
    hiddenDangerCountRowSchema,
    `SELECT park_code AS "parkCode",
       count(*) FILTER (WHERE open) AS "openHiddenDangers",
       count(*) FILTER (WHERE open AND overdue) AS "overdueHiddenDangers",
       count(*) FILTER (WHERE open AND major) AS "openMajorHiddenDangers",
       count(*) FILTER (WHERE open AND overdue AND major) AS "overdueMajorHiddenDangers",
       count(*) FILTER (WHERE due) AS "dueHiddenDangers",
       count(*) FILTER (WHERE due AND closed_on <= deadline) AS "closedInTime"
     FROM (
       SELECT park_code, deadline, ${isOpenNow('hidden_dangers')} AS open, deadline < $1::date AS overdue,
         severity = 'major' AS major,
         deadline < $1::date AND deadline >= $1::date - 90 AS due,
         (closed_at AT TIME ZONE 'Asia/Shanghai')::date AS closed_on
       FROM hidden_dangers
       WHERE ${isCounted('hidden_dangers')}
         AND (closed_at IS NULL OR deadline >= $1::date - 90)
     ) AS counted
     GROUP BY park_code`,
    [today],
  )
}

const campaignCountRowSchema = z.object({
  parkCode: z.string(),
  campaignTargets: z.int(),
  campaignAccepted: z.int(),
})
export type CampaignCountRow = z.infer<typeof campaignCountRowSchema>

/** Targets of each park in the campaigns that have begun, and those of them that are accepted. */
export function countCampaignTargets(
  transaction: Queryable,
  today: string,
): Promise<CampaignCountRow[]> {
  return query(
    transaction,
    campaignCountRowSchema,
    `SELECT park_code AS "parkCode", count(*) AS "campaignTargets",
       count(*) FILTER (WHERE accepted_on <= $1::date) AS "campaignAccepted"
     FROM campaign_targets AS target JOIN campaigns ON campaigns.code = target.campaign_code
     WHERE target.state <> 'notApplicable' AND starts_on <= $1::date
     GROUP BY park_code`,
    [today],
  )
}
