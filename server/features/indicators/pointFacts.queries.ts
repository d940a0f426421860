/** Risk points as they stood at an instant, from the present rows and those they replaced. */
export const pointsAt = (instant: string) => `
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

export const MONTH_BEGAN = `(date_trunc('month', $2::date::timestamp) AT TIME ZONE 'Asia/Shanghai')`

/**
 * Assessments of 重大 and 较大 points known at the instant, each with when the one before it wanted
 * it. Versions that carry the same assessment are one.
 */
export const ASSESSMENTS = `
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
