import type { IndicatorKey } from '#data/domain/indicators'
import type { IndicatorPart } from '#data/domain/indicatorTerms'

/**
 * An indicator as SQL. `facts` are rows of `area_code`, `park_code`, `numerator`, `denominator` and
 * whatever `value` and `parts` are aggregated from; $1 is the instant, $2 its civil day. What is
 * not there at the instant is no fact. Severity, extended deadlines and mergers are those of now.
 */
export type IndicatorSql = {
  facts: string
  /** Of a value that is no sum and no share. */
  value?: string
  parts?: Partial<Record<IndicatorPart, string>>
  /** A table without any row is not connected; null: it belongs to the product itself. */
  connectedBy: string | null
}

/** The civil day of a column. */
const dayOf = (column: string) => `(${column} AT TIME ZONE 'Asia/Shanghai')::date`
const START_OF = (unit: 'month' | 'quarter' | 'year') => `date_trunc('${unit}', $2::date)::date`

/** What counts as registered: 合并 and 不予认定 never did, 当场整改 is told apart. */
const DANGERS = `SELECT *, ${dayOf('closed_at')} AS closed_on FROM hidden_dangers
  WHERE registered_at <= $1 AND NOT on_the_spot AND state NOT IN ('merged', 'dismissed')`
const OPEN = '(closed_at IS NULL OR closed_at > $1)'
const OVERDUE = 'deadline < $2::date'
const EXTENDED = 'coalesce(extended_deadline, deadline)'
const fellDue = (deadline: string) => `(${deadline} >= $2::date - 90 AND ${deadline} < $2::date)`
const inTime = (deadline: string) =>
  `(${fellDue(deadline)} AND NOT ${OPEN} AND closed_on <= ${deadline})`

/** Risk points as they stood at an instant, from the present rows and those they replaced. */
const pointsAt = (instant: string) => `
  SELECT code, park_code, area_code, level, version, assessed_on, review_due, change_kind
  FROM risk_points
  WHERE valid_from <= ${instant} AND (retired_at IS NULL OR retired_at > ${instant})
  UNION ALL
  SELECT past.code, past.record->>'park_code', past.area_code, (past.record->>'level')::smallint,
    past.version, (past.record->>'assessed_on')::date, (past.record->>'review_due')::date,
    past.record->>'change_kind'
  FROM record_versions AS past
  WHERE past.entity = 'riskPoint' AND past.valid_from <= ${instant} AND past.valid_to > ${instant}
    AND (past.record->>'retired_at' IS NULL
      OR (past.record->>'retired_at')::timestamptz > ${instant})`

const MONTH_BEGAN = `(date_trunc('month', $2::date::timestamp) AT TIME ZONE 'Asia/Shanghai')`

/**
 * Assessments of 重大 and 较大 points known at the instant, each with when the one before it wanted
 * it. Versions that carry the same assessment are one.
 */
const ASSESSMENTS = `
  SELECT *, lag(review_due) OVER earlier AS was_due, lag(version) OVER earlier AS earlier_version
  FROM (
    SELECT DISTINCT ON (code, assessed_on) * FROM (
      SELECT code, park_code, area_code, version, assessed_on, review_due, change_kind
      FROM risk_points
      WHERE level <= 2 AND valid_from <= $1 AND (retired_at IS NULL OR retired_at > $1)
      UNION ALL
      SELECT past.code, point.park_code, point.area_code, past.version,
        (past.record->>'assessed_on')::date, (past.record->>'review_due')::date,
        past.record->>'change_kind'
      FROM record_versions AS past JOIN risk_points AS point ON point.code = past.code
      WHERE past.entity = 'riskPoint' AND (past.record->>'level')::smallint <= 2
        AND past.valid_from <= $1 AND (point.retired_at IS NULL OR point.retired_at > $1)
    ) AS known
    WHERE assessed_on <= $2::date
    ORDER BY code, assessed_on, version DESC
  ) AS assessment
  WINDOW earlier AS (PARTITION BY code ORDER BY assessed_on)`

export const EVERY_INDICATOR: Partial<Record<IndicatorKey, IndicatorSql>> = {
  openMajorHiddenDangers: {
    facts: `SELECT area_code, park_code, 1 AS numerator, NULL::integer AS denominator,
        ${OVERDUE} AS is_overdue
      FROM (${DANGERS}) AS danger WHERE severity = 'major' AND ${OPEN}`,
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
      WHERE severity = 'major' AND closed_at <= $1
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
            AND kind IN ('routine', 'campaign') AND checked_at <= $1
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
        AND danger.state NOT IN ('merged', 'dismissed')
        AND NOT EXISTS (
          SELECT FROM hidden_danger_events AS before
          WHERE before.hidden_danger_id = event.hidden_danger_id
            AND before.sequence < event.sequence
            AND before.action IN ('passReview', 'failReview'))
      ORDER BY danger.id, event.sequence`,
    connectedBy: null,
  },
  missedRate: {
    facts: `SELECT area_code, park_code, (state <> 'merged')::integer AS numerator,
        1 AS denominator
      FROM hidden_dangers
      WHERE source = 'spotCheck' AND state <> 'dismissed' AND registered_at <= $1
        AND ${dayOf('registered_at')} >= ${START_OF('quarter')}`,
    connectedBy: null,
  },
  campaignRate: {
    facts: `SELECT target.area_code, target.park_code,
        coalesce(accepted_on <= $2::date, false)::integer AS numerator, 1 AS denominator,
        least(1.0, ($2::date - starts_on)::float8 / (ends_on - starts_on)) AS elapsed
      FROM campaign_targets AS target JOIN campaigns ON campaigns.code = target.campaign_code
      WHERE target.state <> 'notApplicable' AND starts_on <= $2::date`,
    parts: {
      scheduleGap: `100.0 * sum(numerator) / nullif(sum(denominator), 0) - 100.0 * avg(elapsed)`,
    },
    connectedBy: 'campaign_targets',
  },
  stationArrivalRate: {
    facts: `SELECT area_code, park_code, (arrival_seconds <= 180)::integer AS numerator,
        1 AS denominator, NULL::boolean AS is_equipped
      FROM station_drills
      WHERE tested_at <= $1 AND ${dayOf('tested_at')} >= ${START_OF('quarter')}
      UNION ALL
      SELECT area_code, code, NULL, NULL, EXISTS (
        SELECT FROM facilities
        WHERE facilities.park_code = parks.code AND kind = 'microFireStation')
      FROM parks`,
    parts: {
      equippedRate: `100.0 * count(*) FILTER (WHERE is_equipped) / nullif(count(is_equipped), 0)`,
    },
    connectedBy: 'station_drills',
  },
}
