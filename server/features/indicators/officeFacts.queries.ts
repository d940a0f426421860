import { dayOf, START_OF, type IndicatorSql } from './indicatorSql.queries.ts'

const ACCIDENTS_CONNECTED = `SELECT FROM data_connections WHERE source = 'accidents'`
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

/** What other registers than that of hidden dangers tell. */
export const OFFICE_INDICATORS = {
  accidents: {
    facts: accidents('1'),
    parts: { thisMonth: 'count(*) FILTER (WHERE is_this_month)' },
    connectedBy: ACCIDENTS_CONNECTED,
  },
  accidentDeaths: {
    facts: accidents('deaths'),
    parts: { deathsThisMonth: 'coalesce(sum(numerator) FILTER (WHERE is_this_month), 0)' },
    connectedBy: ACCIDENTS_CONNECTED,
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
    connectedBy: 'SELECT FROM campaign_targets',
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
  suspensions: enforced('suspension'),
  fines: enforced('fine', 'fine_yuan / 10000'),
} satisfies Record<string, IndicatorSql>
