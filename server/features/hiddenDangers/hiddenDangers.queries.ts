import * as z from 'zod/mini'
import type { HiddenDangersQuery } from '#data/contract/hiddenDangerQueries'
import {
  hiddenDangerCountsSchema,
  hiddenDangerItemSchema,
  type HiddenDangerItem,
} from '#data/contract/hiddenDangerResponses'
import { DUE_SOON_DAYS } from '#data/domain/hiddenDangers'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import type { PageStart } from '../../http/pageCursor.ts'
import { containsPattern, textTokens } from '../search/textTokens.ts'
import { isOpenNow } from './countedDangers.queries.ts'

export const IS_OPEN = isOpenNow('danger')
/** The day by which it must be rectified at present. */
const PRESENT_DEADLINE = 'coalesce(danger.extended_deadline, danger.deadline)'
const IS_SUPERVISED = 'danger.supervised_at IS NOT NULL AND danger.supervision_ended_at IS NULL'
/** “拔钉”: what is major, open and overdue, escalated or supervised. */
const isNail = (today: string): string => `${IS_OPEN} AND danger.severity = 'major' AND (
  danger.deadline < ${today}::date OR (${IS_SUPERVISED}) OR EXISTS (
    SELECT FROM hidden_danger_events AS event
    WHERE event.hidden_danger_id = danger.id AND event.action = 'escalate'))`

/** What every answer tells of a hidden danger; `today` is a parameter. */
export const itemColumns = (today: string): string => `
  danger.code, danger.area_code AS "areaCode", danger.park_code AS "parkCode",
  (SELECT name FROM areas WHERE code = left(danger.area_code, 9)) AS street,
  (SELECT name FROM areas WHERE code = danger.area_code) AS community,
  park.name AS "parkName", danger.enterprise_code AS "enterpriseCode",
  (SELECT name FROM enterprises WHERE code = danger.enterprise_code) AS "enterpriseName",
  danger.location, danger.description, danger.category, danger.severity,
  danger.suspected_major AS "suspectedMajor", danger.on_the_spot AS "onTheSpot", danger.source,
  danger.state, danger.handling_level AS "handlingLevel",
  danger.responsible_unit AS "responsibleUnit", danger.responsible_person AS "responsiblePerson",
  danger.found_on AS "foundOn", to_json(danger.registered_at) AS "registeredAt", danger.deadline,
  danger.extended_deadline AS "extendedDeadline",
  ${IS_OPEN} AND danger.deadline < ${today}::date AS overdue,
  to_json(danger.closed_at) AS "closedAt",
  CASE WHEN danger.supervised_at IS NOT NULL THEN json_build_object(
    'level', danger.supervision_level, 'documentNumber', danger.supervision_number,
    'deadline', danger.supervision_deadline, 'at', danger.supervised_at,
    'endedAt', danger.supervision_ended_at) END AS supervision,
  ST_X(coalesce(point.geom, park.label_point)) AS longitude,
  ST_Y(coalesce(point.geom, park.label_point)) AS latitude,
  danger.fictitious, danger.version`

export const FROM_HIDDEN_DANGERS = `
  FROM hidden_dangers AS danger
  JOIN parks AS park ON park.code = danger.park_code
  LEFT JOIN risk_points AS point ON point.id = danger.risk_point_id`

export type HiddenDangerFilter = Omit<HiddenDangersQuery, 'cursor' | 'limit' | 'order'>

/** A filter that is null is folded away before planning. */
const FITS = `
  WHERE ($2::text IS NULL OR (danger.area_code >= $2 AND danger.area_code < $2 || ':'))
    AND ($3::text IS NULL OR danger.park_code = $3)
    AND ($4::text IS NULL OR danger.enterprise_code = $4)
    AND ($5::text IS NULL OR point.code = $5)
    AND ($6::text[] IS NULL OR danger.state = ANY ($6))
    AND ($7::boolean IS NULL OR (${IS_OPEN}))
    AND ($8::text IS NULL OR danger.severity = $8)
    AND ($9::text IS NULL OR danger.category = $9)
    AND ($10::text IS NULL OR danger.source = $10)
    AND ($11::boolean IS NULL OR (${IS_OPEN} AND danger.deadline < $1::date))
    AND ($12::date IS NULL OR (${IS_OPEN} AND ${PRESENT_DEADLINE} >= $12))
    AND ($13::date IS NULL OR (${IS_OPEN} AND ${PRESENT_DEADLINE} <= $13))
    AND ($14::boolean IS NULL OR (${IS_OPEN} AND ${IS_SUPERVISED}))
    AND ($15::boolean IS NULL OR (${isNail('$1')}))
    AND ($16::date IS NULL OR danger.registered_at >= $16::date::timestamptz)
    AND ($17::date IS NULL OR danger.registered_at < ($17::date + 1)::timestamptz)
    AND ($18::text[] IS NULL OR danger.search_key LIKE ALL ($18))
    AND ($19::float8 IS NULL OR (
      ST_X(coalesce(point.geom, park.label_point)) BETWEEN $19 AND $21::float8
      AND ST_Y(coalesce(point.geom, park.label_point)) BETWEEN $20::float8 AND $22::float8))`

function parametersOf(filter: HiddenDangerFilter, today: string): unknown[] {
  const [west, south, east, north] = filter.bbox ?? []
  return [
    today,
    filter.area ?? null,
    filter.park ?? null,
    filter.enterprise ?? null,
    filter.riskPoint ?? null,
    filter.state ?? null,
    filter.open ?? null,
    filter.severity ?? null,
    filter.category ?? null,
    filter.source ?? null,
    filter.overdue ?? null,
    filter.dueFrom ?? null,
    filter.dueUntil ?? null,
    filter.supervised ?? null,
    filter.nails ?? null,
    filter.registeredFrom ?? null,
    filter.registeredUntil ?? null,
    filter.q === undefined ? null : textTokens(filter.q).map(containsPattern),
    west ?? null,
    south ?? null,
    east ?? null,
    north ?? null,
  ]
}

export type ListedHiddenDanger = PageStart & { item: HiddenDangerItem }

/** By the present deadline, the earliest first; or by registration, the latest first. */
const ORDERS = {
  deadline: { key: PRESENT_DEADLINE, type: 'date', comparison: '>', direction: 'ASC' },
  latest: { key: 'danger.registered_at', type: 'timestamptz', comparison: '<', direction: 'DESC' },
} as const
export type HiddenDangerOrder = keyof typeof ORDERS

const listedRowSchema = z.extend(hiddenDangerItemSchema, { id: z.int(), key: z.string() })

export async function listHiddenDangers(
  transaction: Queryable,
  filter: HiddenDangerFilter,
  page: { order: HiddenDangerOrder; start: PageStart | null; limit: number },
  today: string,
): Promise<ListedHiddenDanger[]> {
  const { key, type, comparison, direction } = ORDERS[page.order]
  const rows = await query(
    transaction,
    listedRowSchema,
    `SELECT danger.id, to_json(${key}) #>> '{}' AS key, ${itemColumns('$1')}
     ${FROM_HIDDEN_DANGERS} ${FITS}
       AND ($24::text IS NULL OR (${key}, danger.id) ${comparison} ($24::${type}, $25::integer))
     ORDER BY ${key} ${direction}, danger.id ${direction}
     LIMIT $23`,
    [...parametersOf(filter, today), page.limit, page.start?.key ?? null, page.start?.id ?? null],
  )
  return rows.map(({ id, key: rowKey, ...item }) => ({ id, key: rowKey, item }))
}

/** How many fit the filters, whatever the page. */
export async function countFitting(
  transaction: Queryable,
  filter: HiddenDangerFilter,
  today: string,
): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ total: z.int() }),
    `SELECT count(*) AS total ${FROM_HIDDEN_DANGERS} ${FITS}`,
    parametersOf(filter, today),
  )
  return row?.total ?? 0
}

const countsRowSchema = z.omit(hiddenDangerCountsSchema, { asOf: true, source: true })

/** How many open ones of an area, or of a park, wait for what. */
export async function countWaiting(
  transaction: Queryable,
  { area, park }: { area?: string | undefined; park?: string | undefined },
  today: string,
): Promise<z.infer<typeof countsRowSchema>> {
  const inState = (state: string): string => `count(*) FILTER (WHERE danger.state = '${state}')`
  const [row] = await query(
    transaction,
    countsRowSchema,
    `SELECT count(*) AS open,
       count(*) FILTER (WHERE danger.deadline < $1::date) AS overdue,
       count(*) FILTER (WHERE ${PRESENT_DEADLINE} = $1::date) AS "dueToday",
       count(*) FILTER (WHERE ${PRESENT_DEADLINE} BETWEEN $1::date + 1 AND $1::date + ${DUE_SOON_DAYS})
         AS "dueWithinThreeDays",
       ${inState('pendingAssessment')} AS "pendingAssessment",
       ${inState('pendingAssignment')} AS "pendingAssignment",
       ${inState('pendingReview')} AS "pendingReview",
       ${inState('pendingClosure')} AS "pendingClosure",
       ${inState('returned')} + ${inState('returnedToRegistrant')} AS returned,
       ${inState('extensionRequested')} AS "extensionRequested",
       ${inState('transferred')} AS transferred,
       count(*) FILTER (WHERE danger.severity = 'major') AS major,
       count(*) FILTER (WHERE danger.severity = 'major' AND danger.deadline < $1::date)
         AS "majorOverdue",
       count(*) FILTER (WHERE ${IS_SUPERVISED}) AS supervised,
       count(*) FILTER (WHERE ${isNail('$1')}) AS nails
     FROM hidden_dangers AS danger
     WHERE ${IS_OPEN}
       AND ($2::text IS NULL OR (danger.area_code >= $2 AND danger.area_code < $2 || ':'))
       AND ($3::text IS NULL OR danger.park_code = $3)`,
    [today, area ?? null, park ?? null],
  )
  if (!row) throw new Error('Counts gave no row')
  return row
}

/** What a visit found, in the order it was registered. */
export function listHiddenDangersOfCheck(
  transaction: Queryable,
  checkCode: string,
  today: string,
): Promise<HiddenDangerItem[]> {
  return query(
    transaction,
    hiddenDangerItemSchema,
    `SELECT ${itemColumns('$2')} ${FROM_HIDDEN_DANGERS}
     JOIN checks AS visit ON visit.id = danger.check_id
     WHERE visit.code = $1 ORDER BY danger.id`,
    [checkCode, today],
  )
}
