-- Readers of a database that is migrated start anew: the feed needs no entry for each park.
SELECT set_config('app.bulk_load', 'on', true);

-- 一园一档: who owns and runs the park, and its safety organisation, edited with a history.
ALTER TABLE parks
  ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  ADD COLUMN property_owner text,
  ADD COLUMN safety_body text,
  -- Number and day of the paper that set it up (发文).
  ADD COLUMN safety_body_document text,
  ADD COLUMN safety_body_since date,
  ADD COLUMN safety_head text,
  ADD COLUMN safety_staff_full_time integer CHECK (safety_staff_full_time BETWEEN 0 AND 999),
  ADD COLUMN safety_staff_part_time integer CHECK (safety_staff_part_time BETWEEN 0 AND 999),
  ADD COLUMN system_documents text[] NOT NULL DEFAULT '{}',
  ADD COLUMN volunteer_brigade integer CHECK (volunteer_brigade BETWEEN 0 AND 9999);

-- As in 0008, and a park keeps its geometry as the table has it: GeoJSON would round.
CREATE OR REPLACE FUNCTION keep_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  entity text := TG_ARGV[0];
  kept jsonb;
BEGIN
  IF current_setting('app.bulk_load', true) = 'on' OR NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NEW;
  END IF;
  IF NEW.valid_from = OLD.valid_from THEN
    NEW.valid_from := product_now();
    NEW.changed_by := coalesce(nullif(current_setting('app.actor', true), ''), session_user);
    NEW.change_kind := 'edit';
    NEW.change_reason := NULL;
  END IF;
  NEW.valid_from := greatest(NEW.valid_from, OLD.valid_from + interval '1 microsecond');
  NEW.version := OLD.version + 1;
  kept := to_jsonb(OLD);
  IF entity = 'riskPoint' THEN
    kept := jsonb_set(kept, '{geom}', coalesce(to_jsonb(OLD.geom::text), 'null'));
  ELSIF entity = 'park' THEN
    kept := kept || jsonb_build_object(
      'geom', OLD.geom::text, 'label_point', OLD.label_point::text);
  ELSIF entity = 'hazardSource' THEN
    kept := jsonb_set(kept, '{substances}', (
      SELECT coalesce(jsonb_agg(to_jsonb(substance) ORDER BY substance.position), '[]')
      FROM hazard_source_substances AS substance WHERE substance.hazard_source_id = OLD.id));
  END IF;
  INSERT INTO record_versions (entity, code, version, area_code, valid_from, valid_to, record)
  VALUES (entity, OLD.code, OLD.version, OLD.area_code, OLD.valid_from, NEW.valid_from, kept);
  RETURN NEW;
END
$$;
CALL keep_versions('parks', 'park');
-- What an officer edits; where a park lies and what it is called is not among it.
REVOKE INSERT, UPDATE ON parks FROM longgang_administrator;
GRANT UPDATE (operator, property_owner, safety_body, safety_body_document, safety_body_since,
    safety_head, safety_staff_full_time, safety_staff_part_time, system_documents,
    volunteer_brigade, problem_tags, grade, stage, valid_from, changed_by, change_kind,
    change_reason)
  ON parks TO longgang_administrator;

-- Which stage of the rectification campaign a park came to, and when.
CREATE TABLE park_stage_entries (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  park_code text COLLATE "C" NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  stage text NOT NULL,
  entered_on date NOT NULL,
  note text,
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL,
  FOREIGN KEY (area_code, park_code) REFERENCES parks (area_code, code)
    ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX park_stage_entries_park ON park_stage_entries (area_code, park_code);

-- 四方机制: what government, park and enterprises, intermediary and association did for the park.
CREATE TABLE four_party_entries (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  park_code text COLLATE "C" NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  party text NOT NULL CHECK (party IN ('government', 'park', 'intermediary', 'association')),
  organisation text NOT NULL,
  happened_on date NOT NULL,
  description text NOT NULL,
  document_number text,
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL,
  FOREIGN KEY (area_code, park_code) REFERENCES parks (area_code, code)
    ON UPDATE CASCADE ON DELETE CASCADE,
  -- What is sent twice is written once.
  UNIQUE (park_code, party, organisation, happened_on, description)
);
CREATE INDEX four_party_entries_park ON four_party_entries (area_code, park_code);

-- Measured arrivals of micro fire stations; at most 180 s counts as 到场 (公消〔2015〕301号).
CREATE TABLE station_drills (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  facility_code text COLLATE "C" NOT NULL REFERENCES facilities (code) ON DELETE CASCADE,
  park_code text COLLATE "C" NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  tested_at timestamptz NOT NULL,
  arrival_seconds integer NOT NULL CHECK (arrival_seconds BETWEEN 1 AND 7200),
  people integer NOT NULL CHECK (people BETWEEN 1 AND 200),
  tested_by text NOT NULL,
  remark text,
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL,
  FOREIGN KEY (area_code, park_code) REFERENCES parks (area_code, code)
    ON UPDATE CASCADE ON DELETE CASCADE,
  UNIQUE (facility_code, tested_at)
);
CREATE INDEX station_drills_area ON station_drills (area_code, tested_at);
CREATE INDEX station_drills_park ON station_drills (area_code, park_code);

-- Grading (A–D) and acceptance (验收) by the seven aspects: data/domain/gradingMachine.ts.
CREATE TABLE park_gradings (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  park_code text COLLATE "C" NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('grading', 'acceptance')),
  state text NOT NULL,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  -- Grade of the park when it was opened.
  grade_before text NOT NULL CHECK (grade_before IN ('A', 'B', 'C', 'D')),
  -- By the latest scores: a grade, or passed and failed.
  total numeric(4, 1) CHECK (total BETWEEN 0 AND 100),
  outcome text CHECK (outcome IN ('A', 'B', 'C', 'D', 'passed', 'failed')),
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL,
  decided_at timestamptz,
  FOREIGN KEY (area_code, park_code) REFERENCES parks (area_code, code)
    ON UPDATE CASCADE ON DELETE CASCADE,
  UNIQUE (area_code, id),
  CHECK ((total IS NULL) = (outcome IS NULL)),
  CHECK (outcome IS NULL OR (outcome IN ('passed', 'failed')) = (purpose = 'acceptance')),
  CHECK ((state IN ('effective', 'withdrawn')) = (decided_at IS NOT NULL)),
  CHECK (state <> 'effective' OR outcome IS NOT NULL),
  CHECK (decided_at >= opened_at)
);
-- One procedure of a purpose at a time.
CREATE UNIQUE INDEX park_gradings_open ON park_gradings (park_code, purpose)
  WHERE decided_at IS NULL;
CREATE INDEX park_gradings_park ON park_gradings (area_code, park_code);
CREATE INDEX park_gradings_state ON park_gradings (state, purpose, area_code);

CREATE TABLE park_grading_events (
  grading_id integer NOT NULL,
  -- From 1; the version of the procedure that the event made.
  sequence integer NOT NULL CHECK (sequence > 0),
  area_code text COLLATE "C" NOT NULL,
  action text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  at timestamptz NOT NULL,
  by text NOT NULL,
  note text,
  -- Of a stage with scores: who judged, for which party, each item with its evidence.
  party text CHECK (party IN ('government', 'park', 'intermediary', 'association')),
  evaluator text,
  scores jsonb,
  total numeric(4, 1) CHECK (total BETWEEN 0 AND 100),
  -- What the total gives, and what was proposed: the same, or worse with a reason.
  computed_outcome text,
  outcome text,
  override_reason text,
  PRIMARY KEY (grading_id, sequence),
  FOREIGN KEY (area_code, grading_id) REFERENCES park_gradings (area_code, id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  CHECK ((sequence = 1) = (from_state IS NULL)),
  CHECK ((scores IS NULL) = (total IS NULL) AND (scores IS NULL) = (outcome IS NULL)
    AND (scores IS NULL) = (evaluator IS NULL) AND (scores IS NULL) = (party IS NULL)
    AND (scores IS NULL) = (computed_outcome IS NULL)),
  CHECK ((outcome IS DISTINCT FROM computed_outcome) = (override_reason IS NOT NULL))
);

-- Read by everybody: which campaigns there are is no secret, whose targets stand where is.
CREATE TABLE campaigns (
  code text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
  area_code text COLLATE "C" NOT NULL REFERENCES areas (code),
  kind text NOT NULL,
  name text NOT NULL,
  document_number text NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  description text NOT NULL,
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL,
  fictitious boolean NOT NULL,
  CHECK (ends_on > starts_on)
);

-- One enterprise, or the park itself where enterprise_code is null.
CREATE TABLE campaign_targets (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  campaign_code text COLLATE "C" NOT NULL REFERENCES campaigns (code) ON DELETE CASCADE,
  park_code text COLLATE "C" NOT NULL,
  enterprise_code text COLLATE "C",
  area_code text COLLATE "C" NOT NULL,
  state text NOT NULL DEFAULT 'notStarted',
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  checked_on date,
  deadline date,
  accepted_on date,
  exclusion_reason text,
  -- The latest answer to each item of the checklist.
  results jsonb NOT NULL DEFAULT '{}',
  FOREIGN KEY (area_code, park_code) REFERENCES parks (area_code, code)
    ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (park_code, enterprise_code) REFERENCES enterprises (park_code, code),
  UNIQUE (area_code, id),
  UNIQUE NULLS NOT DISTINCT (campaign_code, park_code, enterprise_code),
  CHECK ((state = 'accepted') = (accepted_on IS NOT NULL)),
  CHECK ((state = 'notApplicable') = (exclusion_reason IS NOT NULL)),
  CHECK (accepted_on >= checked_on)
);
CREATE INDEX campaign_targets_area ON campaign_targets (campaign_code, area_code);
CREATE INDEX campaign_targets_park ON campaign_targets (area_code, park_code);
CREATE INDEX campaign_targets_enterprise ON campaign_targets (park_code, enterprise_code);

CREATE TABLE campaign_target_events (
  target_id integer NOT NULL,
  sequence integer NOT NULL CHECK (sequence > 0),
  area_code text COLLATE "C" NOT NULL,
  action text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  at timestamptz NOT NULL,
  by text NOT NULL,
  happened_on date NOT NULL,
  note text,
  results jsonb,
  deadline date,
  PRIMARY KEY (target_id, sequence),
  FOREIGN KEY (area_code, target_id) REFERENCES campaign_targets (area_code, id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  CHECK ((sequence = 1) = (from_state IS NULL))
);

CALL keep_with_events('park_gradings', 'park_grading_events', 'grading_id');
CALL keep_with_events('campaign_targets', 'campaign_target_events', 'target_id');

CALL protect_by_area('park_stage_entries');
CALL protect_by_area('four_party_entries');
CALL protect_by_area('station_drills');
CALL protect_by_area('park_gradings');
CALL protect_by_area('park_grading_events');
CALL protect_open('campaigns');
CALL protect_by_area('campaign_targets');
CALL protect_by_area('campaign_target_events');
CALL let_administrators_write('park_stage_entries');
CALL let_administrators_write('four_party_entries');
CALL let_administrators_write('station_drills');
CALL let_administrators_write('park_gradings');
CALL let_administrators_write('park_grading_events');
CALL let_administrators_write('campaigns');
CALL let_administrators_write('campaign_targets');
CALL let_administrators_write('campaign_target_events');
-- Entries, drills and events are written once.
REVOKE UPDATE ON park_stage_entries, four_party_entries, station_drills, park_gradings,
  park_grading_events, campaigns, campaign_targets, campaign_target_events
  FROM longgang_administrator;
-- What a step changes; of what and by whom it was opened is not among it.
GRANT UPDATE (state, version, total, outcome, decided_at) ON park_gradings
  TO longgang_administrator;
GRANT UPDATE (state, version, checked_on, deadline, accepted_on, exclusion_reason, results)
  ON campaign_targets TO longgang_administrator;
CALL record_changes('park_stage_entries', 'parkStage', 'park_code');
CALL record_changes('four_party_entries', 'fourPartyEntry', 'id');
CALL record_changes('station_drills', 'stationDrill', 'id');
CALL record_changes('park_gradings', 'parkGrading', 'id');
CALL record_changes('campaigns', 'campaign', 'code');
CALL record_changes('campaign_targets', 'campaignTarget', 'id');

CREATE SEQUENCE campaign_codes;
GRANT USAGE ON SEQUENCE campaign_codes TO longgang_administrator;

SELECT set_config('app.bulk_load', 'off', true);
