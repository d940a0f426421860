import { PLANNED_CHECK_KINDS } from '#data/domain/checks'
import type { IndicatorKey } from '#data/domain/indicators'
import { isCounted, isOpenAt } from '../hiddenDangers/countedDangers.queries.ts'
import { dayOf, START_OF, type IndicatorSql } from './indicatorSql.queries.ts'
import { OFFICE_INDICATORS } from './officeFacts.queries.ts'
import { ASSESSMENTS, MONTH_BEGAN, pointsAt } from './pointFacts.queries.ts'

/** Severity is that of the last assessment by then: whoever lowers one changes no month before. */
const DANGERS = `SELECT *, ${dayOf('closed_at')} AS closed_on, coalesce((
    SELECT event.details->>'severity' FROM hidden_danger_events AS event
    WHERE event.hidden_danger_id = hidden_dangers.id AND event.at <= $1
      AND event.action IN ('assess', 'reassess')
    ORDER BY event.sequence DESC LIMIT 1), severity) AS severity_then
  FROM hidden_dangers
  WHERE registered_at <= $1 AND ${isCounted('hidden_dangers')}`
const OPEN = isOpenAt('danger', '$1')
const OVERDUE = 'deadline < $2::date'
const EXTENDED = 'coalesce(extended_deadline, deadline)'
const fellDue = (deadline: string) => `(${deadline} >= $2::date - 90 AND ${deadline} < $2::date)`
const inTime = (deadline: string) =>
  `(${fellDue(deadline)} AND NOT ${OPEN} AND closed_on <= ${deadline})`

const PLANNED_KINDS = PLANNED_CHECK_KINDS.map((kind) => `'${kind}'`).join(', ')
/** Hidden dangers that were merged, each with the one that is left of all of them. */
const FAMILIES = `ancestry AS (
    SELECT id, merged_into AS root FROM hidden_dangers WHERE merged_into IS NOT NULL
    UNION ALL
    SELECT ancestry.id, parent.merged_into
    FROM ancestry JOIN hidden_dangers AS parent ON parent.id = ancestry.root
    WHERE parent.merged_into IS NOT NULL
  ), family AS (
    SELECT ancestry.id, root
    FROM ancestry JOIN hidden_dangers AS last ON last.id = root AND last.merged_into IS NULL
    UNION
    SELECT root, root
    FROM ancestry JOIN hidden_dangers AS last ON last.id = root AND last.merged_into IS NULL
  )`

/** Every indicator of the registry; one without its facts does not compile. */
export const EVERY_INDICATOR: Record<IndicatorKey, IndicatorSql> = {
  openMajorHiddenDangers: {
    facts: `SELECT area_code, park_code, 1 AS numerator, NULL::integer AS denominator,
        ${OVERDUE} AS is_overdue
      FROM (${DANGERS}) AS danger WHERE ${OPEN} AND severity_then = 'major'`,
    parts: { overdue: 'count(*) FILTER (WHERE is_overdue)' },
    connectedBy: null,
  },
  overdueHiddenDangers: {
    facts: `SELECT area_code, park_code, 1 AS numerator, NULL::integer AS denominator
      FROM (${DANGERS}) AS danger WHERE ${OPEN} AND ${OVERDUE}`,
    connectedBy: null,
  },
  overdueRate: {
    facts: `SELECT area_code, park_code, (${OVERDUE})::integer AS numerator, 1 AS denominator
      FROM (${DANGERS}) AS danger WHERE ${OPEN}`,
    connectedBy: null,
  },
  onTimeRate: {
    facts: `SELECT area_code, park_code, ${inTime('deadline')}::integer AS numerator,
        ${fellDue('deadline')}::integer AS denominator,
        ${inTime(EXTENDED)} AS extended_in_time, ${fellDue(EXTENDED)} AS extended_due
      FROM (${DANGERS}) AS danger
      WHERE ${fellDue('deadline')} OR ${fellDue(EXTENDED)}`,
    parts: {
      extendedRate: `100.0 * count(*) FILTER (WHERE extended_in_time)
        / nullif(count(*) FILTER (WHERE extended_due), 0)`,
    },
    connectedBy: null,
  },
  majorClosureDays: {
    facts: `SELECT area_code, park_code, NULL::integer AS numerator, 1 AS denominator,
        closed_on - ${dayOf('registered_at')} AS days
      FROM (${DANGERS}) AS danger
      WHERE severity_then = 'major' AND closed_at <= $1
        AND closed_on > ($2::date - interval '12 months')::date`,
    value: 'percentile_cont(0.5) WITHIN GROUP (ORDER BY days)',
    connectedBy: null,
  },
  largerRiskPoints: {
    facts: `SELECT coalesce(point.area_code, was.area_code) AS area_code,
        coalesce(point.park_code, was.park_code) AS park_code,
        (point.code IS NOT NULL)::integer AS numerator, NULL::integer AS denominator,
        was.code IS NULL AS is_new, point.code IS NULL AS is_gone,
        EXISTS (SELECT FROM (${pointsAt('$1')}) AS any_level
          WHERE any_level.code = was.code) AS is_there,
        EXISTS (SELECT FROM (${pointsAt(MONTH_BEGAN)}) AS any_level
          WHERE any_level.code = point.code) AS was_there
      FROM (SELECT * FROM (${pointsAt('$1')}) AS every_level WHERE level <= 2) AS point
      FULL JOIN (SELECT * FROM (${pointsAt(MONTH_BEGAN)}) AS every_level WHERE level <= 2) AS was
        ON was.code = point.code`,
    parts: {
      added: 'count(*) FILTER (WHERE is_new AND NOT was_there)',
      raised: 'count(*) FILTER (WHERE is_new AND was_there)',
      lowered: 'count(*) FILTER (WHERE is_gone AND is_there)',
      retired: 'count(*) FILTER (WHERE is_gone AND NOT is_there)',
    },
    connectedBy: null,
  },
  reviewRate: {
    // Done in the quarter, or due in it and not done. A first assessment is no review.
    facts: `SELECT area_code, park_code,
        coalesce(assessed_on <= was_due, true)::integer AS numerator, 1 AS denominator
      FROM (${ASSESSMENTS}) AS assessment
      WHERE assessed_on >= ${START_OF('quarter')}
        AND NOT (earlier_version IS NULL AND change_kind = 'create')
      UNION ALL
      SELECT area_code, park_code, 0, 1
      FROM (${pointsAt('$1')}) AS point
      WHERE level <= 2 AND review_due >= ${START_OF('quarter')} AND review_due < $2::date`,
    connectedBy: null,
  },
  checkPlanRate: {
    facts: `SELECT plan.area_code, plan.park_code, EXISTS (
          SELECT FROM checks
          WHERE checks.park_code = plan.park_code
            AND checks.enterprise_code = plan.enterprise_code AND withdrawn_at IS NULL
            AND kind IN (${PLANNED_KINDS}) AND checked_at <= $1
            AND checked_at >= plan.month::timestamp AT TIME ZONE 'Asia/Shanghai'
        )::integer AS numerator, 1 AS denominator
      FROM check_plan_items AS plan WHERE plan.month = ${START_OF('month')}`,
    connectedBy: null,
  },
  firstReviewRate: {
    facts: `SELECT DISTINCT ON (danger.id) danger.area_code, danger.park_code,
        (event.action = 'passReview')::integer AS numerator, 1 AS denominator
      FROM hidden_danger_events AS event
      JOIN hidden_dangers AS danger ON danger.id = event.hidden_danger_id
      WHERE event.action IN ('passReview', 'failReview') AND event.at <= $1
        AND ${dayOf('event.at')} > $2::date - 90
        AND ${isCounted('danger')}
        AND NOT EXISTS (
          SELECT FROM hidden_danger_events AS before
          WHERE before.hidden_danger_id = event.hidden_danger_id
            AND before.sequence < event.sequence
            AND before.action IN ('passReview', 'failReview'))
      ORDER BY danger.id, event.sequence`,
    connectedBy: null,
  },
  missedRate: {
    // Of several spot checks that found the same the first counts.
    facts: `WITH RECURSIVE ${FAMILIES}
      SELECT DISTINCT ON (coalesce(own.root, spot.id)) spot.area_code, spot.park_code,
        (NOT EXISTS (
          SELECT FROM family AS kin JOIN hidden_dangers AS other ON other.id = kin.id
          WHERE kin.root = own.root AND other.source <> 'spotCheck'
            AND other.registered_at < spot.registered_at))::integer AS numerator,
        1 AS denominator
      FROM hidden_dangers AS spot LEFT JOIN family AS own ON own.id = spot.id
      WHERE spot.source = 'spotCheck' AND spot.state <> 'dismissed' AND spot.registered_at <= $1
        AND ${dayOf('spot.registered_at')} >= ${START_OF('quarter')}
      ORDER BY coalesce(own.root, spot.id), spot.registered_at, spot.id`,
    connectedBy: null,
  },
  ...OFFICE_INDICATORS,
}
