-- Requests to lower a 重大 or 较大 risk point; the district decides (data/domain/downgrades.ts).
CREATE TABLE downgrade_requests (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  risk_point_id integer NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  from_version integer NOT NULL,
  from_level smallint NOT NULL CHECK (from_level BETWEEN 1 AND 2),
  to_level smallint NOT NULL CHECK (to_level BETWEEN 2 AND 4),
  graded_level smallint NOT NULL CHECK (graded_level BETWEEN 1 AND 4),
  grading_method text NOT NULL,
  grading_version text NOT NULL,
  grading_inputs jsonb NOT NULL,
  score double precision NOT NULL CHECK (score > 0),
  override_level smallint CHECK (override_level BETWEEN 1 AND 4),
  override_reason text,
  assessed_on date NOT NULL,
  trigger text NOT NULL,
  reason text NOT NULL,
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'pending'
    CHECK (state IN ('pending', 'approved', 'rejected', 'superseded')),
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  CHECK (to_level > from_level),
  CHECK ((override_level IS NULL) = (override_reason IS NULL)),
  CHECK (to_level = coalesce(override_level, graded_level)),
  CHECK ((state = 'pending') = (decided_at IS NULL)),
  FOREIGN KEY (area_code, risk_point_id) REFERENCES risk_points (area_code, id)
    ON UPDATE CASCADE ON DELETE CASCADE
);

-- One question at a time.
CREATE UNIQUE INDEX downgrade_requests_pending ON downgrade_requests (risk_point_id)
  WHERE state = 'pending';
CREATE INDEX downgrade_requests_risk_point ON downgrade_requests (area_code, risk_point_id);

-- 报错: what somebody found wrong in a record.
CREATE TABLE error_reports (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  entity text NOT NULL,
  code text COLLATE "C" NOT NULL,
  area_code text COLLATE "C" NOT NULL REFERENCES areas (code) ON UPDATE CASCADE,
  report text NOT NULL,
  reported_by text NOT NULL,
  reported_at timestamptz NOT NULL,
  resolved_by text,
  resolved_at timestamptz,
  resolution text,
  CHECK ((resolved_at IS NULL) = (resolution IS NULL) AND (resolved_at IS NULL) = (resolved_by IS NULL))
);

CREATE INDEX error_reports_open ON error_reports (area_code) WHERE resolved_at IS NULL;

CALL protect_by_area('downgrade_requests');
CALL protect_by_area('error_reports');
CALL let_administrators_write('downgrade_requests');
CALL let_administrators_write('error_reports');
-- What was asked and reported stays as it was; only an open question is answered, and once.
REVOKE UPDATE ON downgrade_requests, error_reports FROM longgang_administrator;
GRANT UPDATE (state, decided_by, decided_at, decision_reason) ON downgrade_requests
  TO longgang_administrator;
GRANT UPDATE (resolved_by, resolved_at, resolution) ON error_reports TO longgang_administrator;
CREATE POLICY only_open ON downgrade_requests AS RESTRICTIVE FOR UPDATE
  TO longgang_administrator USING (state = 'pending') WITH CHECK (true);
CREATE POLICY only_open ON error_reports AS RESTRICTIVE FOR UPDATE
  TO longgang_administrator USING (resolved_at IS NULL) WITH CHECK (true);
CALL record_changes('downgrade_requests', 'downgrade', 'id');
CALL record_changes('error_reports', 'errorReport', 'id');
