import { TARGET_STATES, TARGET_STATE_ORDER } from '#data/domain/campaignTargets'
import { ARRIVAL_LIMIT_SECONDS } from '#data/domain/parkRecords'
import { dayOf, START_OF, type IndicatorSql } from './indicatorSql.queries.ts'

/** Accidents of this year that are known and not withdrawn; near misses are none. */
const accidents = (counted: string) => `
  SELECT area_code, park_code, ${counted} AS numerator, NULL::integer AS denominator,
    occurred_on >= ${START_OF('month')} AS is_this_month
  FROM accidents
  WHERE kind = 'accident' AND withdrawn_at IS NULL AND occurred_on <= $2::date
    AND occurred_on >= ${START_OF('year')}`
const enforced = (kind: string, counted = '1') => ({
  facts: `SELECT area_code, park_code, ${counted} AS numerator, NULL::integer AS denominator
    FROM enforcement_records
    WHERE kind = '${kind}' AND withdrawn_at IS NULL
      AND opened_on <= $2::date AND opened_on >= ${START_OF('year')}`,
  connectedBy: 'SELECT FROM enforcement_records',
})

/** How much of a campaign's time is used, as timeProgress of data/domain/campaignTargets.ts has it. */
export const timeProgress = (day: string) => `least(1, greatest(0,
  (${day} - starts_on + 1)::float8 / (ends_on - starts_on + 1)))`
const UNCOUNTED_STATES = TARGET_STATE_ORDER.filter((state) => !TARGET_STATES[state].counted)
  .map((state) => `'${state}'`)
  .join(', ')

/** What other registers than that of hidden dangers tell. */
export const OFFICE_INDICATORS = {
  accidents: {
    facts: accidents('1'),
    parts: { thisMonth: 'count(*) FILTER (WHERE is_this_month)' },
    // What is connected, and down to which level, computeIndicators asks once for both.
    connectedBy: null,
  },
  accidentDeaths: {
    facts: accidents('deaths'),
    parts: { deathsThisMonth: 'coalesce(sum(numerator) FILTER (WHERE is_this_month), 0)' },
    // What is connected, and down to which level, computeIndicators asks once for both.
    connectedBy: null,
  },
  campaignRate: {
    // As its events left it on the day: what was reopened since had been accepted before.
    facts: `SELECT target.area_code, target.park_code,
        (stood.to_state = 'accepted')::integer AS numerator, 1 AS denominator,
        ${timeProgress('$2::date')} AS elapsed
      FROM (
        SELECT DISTINCT ON (target_id) target_id, to_state
        FROM campaign_target_events WHERE happened_on <= $2::date
        ORDER BY target_id, sequence DESC
      ) AS stood
      JOIN campaign_targets AS target ON target.id = stood.target_id
      JOIN campaigns ON campaigns.code = target.campaign_code
      WHERE stood.to_state NOT IN (${UNCOUNTED_STATES}) AND starts_on <= $2::date`,
    parts: {
      scheduleGap: `100.0 * sum(numerator) / nullif(sum(denominator), 0) - 100.0 * avg(elapsed)`,
    },
    connectedBy: 'SELECT FROM campaign_targets',
  },
  stationArrivalRate: {
    facts: `SELECT area_code, park_code, (arrival_seconds <= ${ARRIVAL_LIMIT_SECONDS})::integer AS numerator,
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
    connectedBy: 'SELECT FROM station_drills',
  },
  trainingRate: {
    facts: `SELECT enterprise.area_code, enterprise.park_code, EXISTS (
          SELECT FROM training_attendances AS attendance
          JOIN trainings AS training ON training.id = attendance.training_id
          WHERE attendance.enterprise_code = enterprise.code AND training.withdrawn_at IS NULL
            AND attendance.held_on <= $2::date AND attendance.held_on >= ${START_OF('year')}
        )::integer AS numerator, 1 AS denominator, NULL::integer AS attended
      FROM enterprises AS enterprise
      WHERE retired_at IS NULL OR retired_at > $1
      UNION ALL
      SELECT attendance.area_code, attendance.park_code, NULL, NULL, 1
      FROM training_attendances AS attendance
      JOIN trainings AS training ON training.id = attendance.training_id
      WHERE training.kind = 'tenThousand' AND training.withdrawn_at IS NULL
        AND attendance.held_on <= $2::date AND attendance.held_on >= ${START_OF('year')}
      UNION ALL
      SELECT area_code, NULL, NULL, NULL, other_enterprises
      FROM trainings
      WHERE kind = 'tenThousand' AND withdrawn_at IS NULL
        AND held_on <= $2::date AND held_on >= ${START_OF('year')}`,
    parts: { attendances: 'coalesce(sum(attended), 0)' },
    connectedBy: 'SELECT FROM trainings',
  },
  inspections: enforced('inspection'),
  cases: enforced('case'),
  suspensions: {
    ...enforced('suspension'),
    // One that was suspended twice is one; null: the park itself was.
    facts: `SELECT area_code, park_code, 1 AS numerator, NULL::integer AS denominator,
        coalesce(enterprise_code, park_code) AS party
      FROM enforcement_records
      WHERE kind = 'suspension' AND withdrawn_at IS NULL
        AND opened_on <= $2::date AND opened_on >= ${START_OF('year')}`,
    value: 'count(DISTINCT party)',
  },
  fines: {
    ...enforced('fine', 'fine_yuan'),
    // Divided once: a sum of quotients depends on the order of the rows where the tenth rounds.
    value: 'sum(numerator) / 10000',
  },
} satisfies Record<string, IndicatorSql>
