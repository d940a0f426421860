-- Visits: what was checked, by whom and with which of the four answers. The denominators of every rate.
CREATE TABLE checks (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text COLLATE "C" NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
  area_code text COLLATE "C" NOT NULL,
  park_code text COLLATE "C" NOT NULL,
  -- Null where the park itself, its operator, was visited.
  enterprise_code text COLLATE "C",
  kind text NOT NULL,
  department text NOT NULL,
  inspector text NOT NULL,
  checked_at timestamptz NOT NULL,
  outcome text NOT NULL,
  remark text,
  campaign_code text COLLATE "C",
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL,
  -- A visit that was registered by mistake counts no longer, and stays.
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawal_reason text,
  fictitious boolean NOT NULL,
  FOREIGN KEY (area_code, park_code) REFERENCES parks (area_code, code) ON UPDATE CASCADE,
  FOREIGN KEY (park_code, enterprise_code) REFERENCES enterprises (park_code, code),
  UNIQUE (area_code, id),
  CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)
    AND (withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);
CREATE INDEX checks_area_park ON checks (area_code, park_code);
CREATE INDEX checks_park_enterprise ON checks (park_code, enterprise_code, checked_at);
CREATE INDEX checks_checked_at ON checks (checked_at);

-- Which enterprises a month should see (A–D frequency). Done is computed: a visit of that month.
CREATE TABLE check_plan_items (
  -- First day of the month.
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  enterprise_code text COLLATE "C" NOT NULL,
  park_code text COLLATE "C" NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  -- As it was when the plan was made.
  park_grade text NOT NULL CHECK (park_grade IN ('A', 'B', 'C', 'D')),
  planned_by text NOT NULL,
  planned_at timestamptz NOT NULL,
  PRIMARY KEY (month, enterprise_code),
  FOREIGN KEY (area_code, park_code) REFERENCES parks (area_code, code) ON UPDATE CASCADE,
  FOREIGN KEY (park_code, enterprise_code) REFERENCES enterprises (park_code, code)
);
CREATE INDEX check_plan_items_area ON check_plan_items (area_code, month);
CREATE INDEX check_plan_items_park ON check_plan_items (park_code, enterprise_code);

CREATE TABLE hidden_dangers (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text COLLATE "C" NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
  area_code text COLLATE "C" NOT NULL,
  park_code text COLLATE "C" NOT NULL,
  enterprise_code text COLLATE "C",
  risk_point_id integer,
  check_id integer,
  source text NOT NULL,
  category text NOT NULL,
  -- Number of the entry in the clause library it was picked from; null: in the words of the finder.
  clause_number smallint,
  -- 部位 and 问题.
  location text NOT NULL,
  description text NOT NULL,
  on_the_spot boolean NOT NULL DEFAULT false,
  -- What the finder or the clause library took it for; a person decides the severity.
  suspected_major boolean NOT NULL DEFAULT false,
  severity text NOT NULL CHECK (severity IN ('general', 'major')),
  -- The clause and the reason that the severity rests on; 重大 has one.
  severity_basis text,
  state text NOT NULL,
  handling_level text NOT NULL CHECK (handling_level IN ('community', 'street', 'district')),
  found_on date NOT NULL,
  registered_by text NOT NULL,
  registered_department text NOT NULL,
  registered_at timestamptz NOT NULL,
  -- 责任单位 and 责任人.
  responsible_unit text,
  responsible_person text,
  -- The one that statistics use; an extension stands beside it and never replaces it.
  deadline date NOT NULL,
  extended_deadline date,
  requested_deadline date,
  -- 五落实 and the six items of the plan: registries in data/domain/hiddenDangers.ts.
  five_requirements jsonb,
  rectification_plan jsonb,
  funds_yuan double precision CHECK (funds_yuan >= 0),
  control_measures text,
  rectified_on date,
  closed_at timestamptz,
  supervision_level text CHECK (supervision_level IN ('street', 'district')),
  supervision_number text,
  supervision_deadline date,
  supervised_at timestamptz,
  supervision_ended_at timestamptz,
  merged_into integer REFERENCES hidden_dangers (id),
  fictitious boolean NOT NULL,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  search_key text NOT NULL,
  FOREIGN KEY (area_code, park_code) REFERENCES parks (area_code, code) ON UPDATE CASCADE,
  FOREIGN KEY (park_code, enterprise_code) REFERENCES enterprises (park_code, code),
  FOREIGN KEY (area_code, risk_point_id) REFERENCES risk_points (area_code, id),
  FOREIGN KEY (area_code, check_id) REFERENCES checks (area_code, id),
  UNIQUE (area_code, id),
  CHECK (deadline >= found_on),
  CHECK (extended_deadline > deadline),
  CHECK (rectified_on >= found_on),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
  CHECK (closed_at >= registered_at),
  CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
  CHECK (merged_into <> id),
  CHECK (severity = 'general' OR severity_basis IS NOT NULL),
  CHECK ((requested_deadline IS NOT NULL) = (state = 'extensionRequested')),
  CHECK ((supervised_at IS NULL) = (supervision_level IS NULL)
    AND (supervised_at IS NULL) = (supervision_deadline IS NULL)),
  -- What is rectified while it is found is general, and closed as it is registered.
  CHECK (NOT on_the_spot OR (severity = 'general' AND state = 'closed'))
);
CREATE INDEX hidden_dangers_open ON hidden_dangers (area_code, deadline) WHERE closed_at IS NULL;
CREATE INDEX hidden_dangers_area_registered ON hidden_dangers (area_code, registered_at);
CREATE INDEX hidden_dangers_park ON hidden_dangers (park_code, enterprise_code);
CREATE INDEX hidden_dangers_risk_point ON hidden_dangers (area_code, risk_point_id);
CREATE INDEX hidden_dangers_check ON hidden_dangers (check_id, area_code);
-- The two orders of their list.
CREATE INDEX hidden_dangers_latest ON hidden_dangers (registered_at, id);
CREATE INDEX hidden_dangers_due ON hidden_dangers ((coalesce(extended_deadline, deadline)), id);
CREATE INDEX hidden_dangers_merged_into ON hidden_dangers (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX hidden_dangers_search_key ON hidden_dangers USING gin (search_key gin_trgm_ops);

-- What happened to each, in order; written once, never changed.
CREATE TABLE hidden_danger_events (
  hidden_danger_id integer NOT NULL,
  -- From 1; the version of the hidden danger that the event made.
  sequence integer NOT NULL CHECK (sequence > 0),
  area_code text COLLATE "C" NOT NULL,
  action text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  at timestamptz NOT NULL,
  by text NOT NULL,
  note text,
  -- The fields that the action set, as its body had them.
  details jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (hidden_danger_id, sequence),
  FOREIGN KEY (area_code, hidden_danger_id) REFERENCES hidden_dangers (area_code, id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  CHECK ((sequence = 1) = (from_state IS NULL))
);
CREATE INDEX hidden_danger_events_at ON hidden_danger_events (area_code, action, at);

-- Whoever writes an event: it goes on from where the record stands, and the record follows it; so
-- neither is written without the other, whatever dies between two statements.
-- Arguments: the table of the records, that of their events, and its column that names the record.
CREATE FUNCTION follow_events() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  record_id integer := (to_jsonb(NEW) ->>
    CASE WHEN TG_TABLE_NAME = TG_ARGV[0] THEN 'id' ELSE TG_ARGV[2] END)::integer;
  present_version integer;
  present_state text;
  last_sequence integer;
  last_state text;
BEGIN
  EXECUTE format('SELECT version, state FROM %I WHERE id = $1', TG_ARGV[0])
    INTO present_version, present_state USING record_id;
  -- It was deleted again, and its events with it.
  IF present_version IS NULL THEN RETURN NULL; END IF;
  EXECUTE format(
    'SELECT sequence, to_state FROM %I WHERE %I = $1 ORDER BY sequence DESC LIMIT 1',
    TG_ARGV[1], TG_ARGV[2])
    INTO last_sequence, last_state USING record_id;
  IF last_sequence IS DISTINCT FROM present_version OR last_state IS DISTINCT FROM present_state THEN
    RAISE EXCEPTION 'The record % of % stands at version % in state %, its events at % in %.',
      record_id, TG_ARGV[0], present_version, present_state, last_sequence, last_state
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;

-- From now on a record and its events agree whenever a transaction ends, but for a bulk load.
CREATE PROCEDURE keep_with_events(records text, events text, reference text)
LANGUAGE plpgsql AS $$
DECLARE
  written record;
BEGIN
  FOR written IN VALUES (records, 'INSERT OR UPDATE'), (events, 'INSERT') LOOP
    EXECUTE format(
      $trigger$
      CREATE CONSTRAINT TRIGGER follow_events AFTER %s ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW WHEN (coalesce(current_setting('app.bulk_load', true), '') <> 'on')
      EXECUTE FUNCTION follow_events(%L, %L, %L)
      $trigger$,
      written.column2, written.column1, records, events, reference);
  END LOOP;
END
$$;
CALL keep_with_events('hidden_dangers', 'hidden_danger_events', 'hidden_danger_id');

-- Photos without their place and time of origin: those are read from the file, kept here, and
-- taken out of it before it is stored.
CREATE TABLE photos (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hidden_danger_id integer NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  stage text NOT NULL CHECK (stage IN ('found', 'rectified', 'reviewed')),
  media_type text NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp')),
  width integer NOT NULL CHECK (width > 0),
  height integer NOT NULL CHECK (height > 0),
  content bytea NOT NULL CHECK (octet_length(content) <= 10485760),
  sha256 text NOT NULL,
  taken_at timestamptz,
  taken_point geometry(Point, 4326),
  uploaded_by text NOT NULL,
  uploaded_at timestamptz NOT NULL,
  FOREIGN KEY (area_code, hidden_danger_id) REFERENCES hidden_dangers (area_code, id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  -- The same picture sent twice is one.
  UNIQUE (hidden_danger_id, stage, sha256)
);

-- Answers already given to a write with a key, so that what is sent twice is done once.
CREATE TABLE idempotency_keys (
  key text COLLATE "C" NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  endpoint text NOT NULL,
  actor text NOT NULL,
  request_sha256 text NOT NULL,
  status smallint NOT NULL,
  answer jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (actor, key)
);
-- Old answers are forgotten.
CREATE INDEX idempotency_keys_at ON idempotency_keys (at);

CALL protect_by_area('checks');
CALL protect_by_area('check_plan_items');
CALL protect_by_area('hidden_dangers');
CALL protect_by_area('hidden_danger_events');
CALL protect_by_area('photos');
CALL protect_by_area('idempotency_keys');
CALL let_administrators_write('checks');
CALL let_administrators_write('check_plan_items');
CALL let_administrators_write('hidden_dangers');
CALL let_administrators_write('hidden_danger_events');
CALL let_administrators_write('photos');
CALL let_administrators_write('idempotency_keys');
-- Events, photos, plans and answers are written once; a visit may only be withdrawn.
REVOKE UPDATE ON checks, check_plan_items, hidden_danger_events, photos, idempotency_keys
  FROM longgang_administrator;
GRANT UPDATE (withdrawn_at, withdrawn_by, withdrawal_reason) ON checks TO longgang_administrator;
-- Of a hidden danger only what its steps set: where, when and by whom it was found stays.
REVOKE UPDATE ON hidden_dangers FROM longgang_administrator;
GRANT UPDATE (version, state, location, description, category, clause_number, suspected_major,
  severity, severity_basis, handling_level, responsible_unit, responsible_person, deadline,
  extended_deadline, requested_deadline, five_requirements, rectification_plan, funds_yuan,
  control_measures, rectified_on, closed_at, supervision_level, supervision_number,
  supervision_deadline, supervised_at, supervision_ended_at, merged_into, search_key)
  ON hidden_dangers TO longgang_administrator;
CALL record_changes('checks', 'check', 'code');
CALL record_changes('check_plan_items', 'checkPlan', 'enterprise_code');
CALL record_changes('hidden_dangers', 'hiddenDanger', 'code');
CALL record_changes('photos', 'photo', 'id');

-- Codes of what is registered by hand; those of the demo begin with DEMO.
CREATE SEQUENCE check_codes;
CREATE SEQUENCE hidden_danger_codes;
GRANT USAGE ON SEQUENCE check_codes, hidden_danger_codes TO longgang_administrator;
REVOKE EXECUTE ON FUNCTION follow_events() FROM PUBLIC;
REVOKE EXECUTE ON PROCEDURE keep_with_events(text, text, text) FROM PUBLIC;
