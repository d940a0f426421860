-- 行政执法: inspections, cases, suspensions and fines (data/domain/enforcement.ts).
CREATE TABLE enforcement_records (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text COLLATE "C" NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
  area_code text COLLATE "C" NOT NULL,
  park_code text COLLATE "C" NOT NULL,
  -- Null where the park itself, its operator, is the party.
  enterprise_code text COLLATE "C",
  -- The hidden danger it came from by 移交执法.
  hidden_danger_id integer,
  -- The case that a suspension or a fine was decided in; null: on the spot.
  case_id integer,
  kind text NOT NULL CHECK (kind IN ('inspection', 'case', 'suspension', 'fine')),
  state text NOT NULL,
  subject text NOT NULL,
  basis text,
  officer text NOT NULL,
  document_number text,
  -- 检查日期, 立案日期, or the day it was ordered or imposed.
  opened_on date NOT NULL,
  -- 决定日期 of a case; of the other kinds the same day as opened_on.
  decided_on date,
  closed_on date,
  fine_yuan double precision CHECK (fine_yuan > 0 AND fine_yuan <= 1e9),
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL,
  -- Registered by mistake: it counts nowhere and stays readable. A case is withdrawn by 撤案.
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawal_reason text,
  fictitious boolean NOT NULL,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  FOREIGN KEY (area_code, park_code) REFERENCES parks (area_code, code) ON UPDATE CASCADE,
  FOREIGN KEY (park_code, enterprise_code) REFERENCES enterprises (park_code, code),
  FOREIGN KEY (area_code, hidden_danger_id) REFERENCES hidden_dangers (area_code, id),
  FOREIGN KEY (area_code, case_id) REFERENCES enforcement_records (area_code, id),
  UNIQUE (area_code, id),
  CHECK ((kind = 'fine') = (fine_yuan IS NOT NULL)),
  CHECK (case_id IS NULL OR kind IN ('suspension', 'fine')),
  CHECK (decided_on >= opened_on),
  CHECK (closed_on >= opened_on),
  CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)
    AND (withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
  CHECK (withdrawn_at IS NULL OR kind <> 'case')
);
CREATE INDEX enforcement_records_area ON enforcement_records (area_code, kind, opened_on);
CREATE INDEX enforcement_records_park ON enforcement_records (park_code, enterprise_code);
CREATE INDEX enforcement_records_hidden_danger ON enforcement_records (area_code, hidden_danger_id);
CREATE INDEX enforcement_records_case ON enforcement_records (area_code, case_id);

-- What happened to each, in order; written once, never changed.
CREATE TABLE enforcement_events (
  enforcement_record_id integer NOT NULL,
  sequence integer NOT NULL CHECK (sequence > 0),
  area_code text COLLATE "C" NOT NULL,
  action text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  -- The day it took place, which the writer names; `at` is when it was written down.
  happened_on date NOT NULL,
  at timestamptz NOT NULL,
  by text NOT NULL,
  note text,
  PRIMARY KEY (enforcement_record_id, sequence),
  FOREIGN KEY (area_code, enforcement_record_id) REFERENCES enforcement_records (area_code, id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  CHECK ((sequence = 1) = (from_state IS NULL))
);
CREATE INDEX enforcement_events_area ON enforcement_events (area_code, enforcement_record_id);

-- As with hidden dangers (0010): the record stands where its last event left it.
CALL keep_with_events('enforcement_records', 'enforcement_events', 'enforcement_record_id');

-- What a district made of the text of a document; the greatest version is in force. Version 1 is the
-- one that the product ships (data/domain/documentTemplates.ts).
CREATE TABLE document_templates (
  key text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 1),
  area_code text COLLATE "C" NOT NULL REFERENCES areas (code) ON UPDATE CASCADE,
  title text NOT NULL,
  body text NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  change_reason text NOT NULL,
  PRIMARY KEY (key, version)
);

-- A document as it was issued, line by line; only that it is void may be said afterwards.
CREATE TABLE issued_documents (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  template_key text COLLATE "C" NOT NULL,
  template_version integer NOT NULL,
  year smallint NOT NULL,
  -- From 1 in every year, without gaps.
  serial integer NOT NULL CHECK (serial > 0),
  number text NOT NULL UNIQUE,
  title text NOT NULL,
  lines jsonb NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  park_code text COLLATE "C" NOT NULL,
  enterprise_code text COLLATE "C",
  check_id integer,
  hidden_danger_id integer,
  issued_by text NOT NULL,
  issued_at timestamptz NOT NULL,
  voided_by text,
  voided_at timestamptz,
  void_reason text,
  fictitious boolean NOT NULL,
  UNIQUE (template_key, year, serial),
  FOREIGN KEY (area_code, park_code) REFERENCES parks (area_code, code) ON UPDATE CASCADE,
  FOREIGN KEY (park_code, enterprise_code) REFERENCES enterprises (park_code, code),
  FOREIGN KEY (area_code, check_id) REFERENCES checks (area_code, id),
  FOREIGN KEY (area_code, hidden_danger_id) REFERENCES hidden_dangers (area_code, id),
  CHECK ((check_id IS NULL) <> (hidden_danger_id IS NULL)),
  CHECK ((voided_at IS NULL) = (void_reason IS NULL) AND (voided_at IS NULL) = (voided_by IS NULL))
);
CREATE INDEX issued_documents_area ON issued_documents (area_code, issued_at);
CREATE INDEX issued_documents_hidden_danger ON issued_documents (area_code, hidden_danger_id);
CREATE INDEX issued_documents_check ON issued_documents (area_code, check_id);
CREATE INDEX issued_documents_park ON issued_documents (park_code, enterprise_code);

-- Which sources of figures are connected, since when and down to which level of areas. Rows are
-- added only: the last one of a source is in force.
CREATE TABLE data_connections (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source text COLLATE "C" NOT NULL,
  area_code text COLLATE "C" NOT NULL REFERENCES areas (code) ON UPDATE CASCADE,
  source_name text NOT NULL,
  scope_level text NOT NULL CHECK (scope_level IN ('district', 'street', 'community')),
  connected_on date NOT NULL,
  connected_by text NOT NULL,
  connected_at timestamptz NOT NULL
);
CREATE INDEX data_connections_source ON data_connections (source, id DESC);
CREATE INDEX data_connections_area ON data_connections (area_code);

-- 事故与险情. Where the source tells district totals only, area_code is the district's.
CREATE TABLE accidents (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text COLLATE "C" NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
  kind text NOT NULL CHECK (kind IN ('accident', 'nearMiss')),
  area_code text COLLATE "C" NOT NULL REFERENCES areas (code) ON UPDATE CASCADE,
  park_code text COLLATE "C" REFERENCES parks (code) ON UPDATE CASCADE,
  enterprise_code text COLLATE "C",
  occurred_on date NOT NULL,
  -- GB 6441-2025; null where the source does not tell.
  accident_type text,
  deaths smallint NOT NULL DEFAULT 0 CHECK (deaths >= 0),
  serious_injuries smallint NOT NULL DEFAULT 0 CHECK (serious_injuries >= 0),
  -- 直接经济损失.
  loss_yuan double precision CHECK (loss_yuan >= 0),
  place text,
  description text NOT NULL,
  measures text,
  source text NOT NULL,
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawal_reason text,
  fictitious boolean NOT NULL,
  FOREIGN KEY (park_code, enterprise_code) REFERENCES enterprises (park_code, code),
  -- Nobody is hurt in what nearly happened.
  CHECK (kind = 'accident' OR (deaths = 0 AND serious_injuries = 0)),
  CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)
    AND (withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);
CREATE INDEX accidents_area ON accidents (area_code, kind, occurred_on);
CREATE INDEX accidents_park ON accidents (park_code, enterprise_code);

-- 作业报备: dangerous work for some hours. What state it is in follows from the clock.
CREATE TABLE work_permits (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text COLLATE "C" NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
  area_code text COLLATE "C" NOT NULL,
  park_code text COLLATE "C" NOT NULL,
  enterprise_code text COLLATE "C",
  kind text NOT NULL
    CHECK (kind IN ('hotWork', 'confinedSpace', 'workAtHeight', 'lifting', 'oddJob')),
  place text NOT NULL,
  content text NOT NULL,
  geom geometry(Point, 4326) NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  contractor text,
  workers smallint NOT NULL CHECK (workers > 0),
  -- 审批, 监护, 检测: by whom.
  approver text NOT NULL,
  guardian text NOT NULL,
  tester text,
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL,
  -- Work that ended before its time, and work that will not take place.
  ended_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by text,
  cancel_reason text,
  fictitious boolean NOT NULL,
  FOREIGN KEY (area_code, park_code) REFERENCES parks (area_code, code) ON UPDATE CASCADE,
  FOREIGN KEY (park_code, enterprise_code) REFERENCES enterprises (park_code, code),
  CHECK (ends_at > starts_at),
  CHECK (ended_at >= starts_at AND ended_at <= ends_at),
  CHECK (kind <> 'confinedSpace' OR tester IS NOT NULL),
  CHECK ((cancelled_at IS NULL) = (cancel_reason IS NULL)
    AND (cancelled_at IS NULL) = (cancelled_by IS NULL)),
  CHECK (ended_at IS NULL OR cancelled_at IS NULL)
);
CREATE INDEX work_permits_area ON work_permits (area_code, ends_at);
CREATE INDEX work_permits_park ON work_permits (park_code, enterprise_code);
CREATE INDEX work_permits_geom ON work_permits USING gist (geom);

-- 安全宣教.
CREATE TABLE trainings (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text COLLATE "C" NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
  -- Of whoever held it: the district, a street or a community.
  area_code text COLLATE "C" NOT NULL REFERENCES areas (code) ON UPDATE CASCADE,
  kind text NOT NULL,
  title text NOT NULL,
  held_on date NOT NULL,
  place text NOT NULL,
  organiser text NOT NULL,
  -- 家次 and persons from enterprises that are in no register of parks.
  other_enterprises integer NOT NULL DEFAULT 0 CHECK (other_enterprises >= 0),
  other_persons integer NOT NULL DEFAULT 0 CHECK (other_persons >= 0),
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawal_reason text,
  fictitious boolean NOT NULL,
  UNIQUE (id, held_on),
  CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)
    AND (withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);
CREATE INDEX trainings_area ON trainings (area_code, held_on);

-- Which enterprises took part; one that did twice in a year counts once for the coverage.
CREATE TABLE training_attendances (
  training_id integer NOT NULL,
  enterprise_code text COLLATE "C" NOT NULL,
  park_code text COLLATE "C" NOT NULL,
  -- Of the enterprise.
  area_code text COLLATE "C" NOT NULL,
  held_on date NOT NULL,
  persons integer NOT NULL CHECK (persons > 0),
  PRIMARY KEY (training_id, enterprise_code),
  FOREIGN KEY (training_id, held_on) REFERENCES trainings (id, held_on) ON UPDATE CASCADE,
  FOREIGN KEY (area_code, park_code) REFERENCES parks (area_code, code) ON UPDATE CASCADE,
  FOREIGN KEY (park_code, enterprise_code) REFERENCES enterprises (park_code, code)
);
CREATE INDEX training_attendances_area ON training_attendances (area_code, held_on);
CREATE INDEX training_attendances_park ON training_attendances (park_code, enterprise_code, held_on);

-- How many 家次 a year should reach, by kind; the last one that was set is in force.
CREATE TABLE training_targets (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  year smallint NOT NULL,
  area_code text COLLATE "C" NOT NULL REFERENCES areas (code) ON UPDATE CASCADE,
  attendances integer NOT NULL CHECK (attendances > 0),
  source text NOT NULL,
  set_by text NOT NULL,
  set_at timestamptz NOT NULL
);
CREATE INDEX training_targets_area ON training_targets (area_code, kind, year);

-- Somebody left, and all that was open in their name went to another; written once.
CREATE TABLE handovers (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  area_code text COLLATE "C" NOT NULL REFERENCES areas (code) ON UPDATE CASCADE,
  from_person text NOT NULL,
  to_person text NOT NULL,
  reason text NOT NULL,
  -- How many records of each kind and field: {"hiddenDanger.responsiblePerson": 3, …}.
  counts jsonb NOT NULL,
  handed_by text NOT NULL,
  handed_at timestamptz NOT NULL,
  CHECK (from_person <> to_person)
);
CREATE INDEX handovers_area ON handovers (area_code, handed_at);

-- 值班表. Rows are added only: the last one of a day is in force, and one without a leader clears it.
CREATE TABLE duty_shifts (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  area_code text COLLATE "C" NOT NULL REFERENCES areas (code) ON UPDATE CASCADE,
  day date NOT NULL,
  leader text,
  officer text,
  phone text,
  set_by text NOT NULL,
  set_at timestamptz NOT NULL,
  CHECK ((leader IS NULL) = (officer IS NULL) AND (leader IS NULL) = (phone IS NULL))
);
CREATE INDEX duty_shifts_area ON duty_shifts (area_code, day, id DESC);

CALL protect_by_area('enforcement_records');
CALL protect_by_area('enforcement_events');
CALL protect_by_area('issued_documents');
CALL protect_by_area('accidents');
CALL protect_by_area('work_permits');
CALL protect_by_area('training_attendances');
CALL protect_by_area('handovers');
CALL protect_by_area('duty_shifts');
-- Texts of the district, its sources, its trainings and targets are read by every area in it.
CALL protect_open('document_templates');
CALL protect_open('data_connections');
CALL protect_open('trainings');
CALL protect_open('training_targets');
CALL let_administrators_write('enforcement_records');
CALL let_administrators_write('enforcement_events');
CALL let_administrators_write('document_templates');
CALL let_administrators_write('issued_documents');
CALL let_administrators_write('data_connections');
CALL let_administrators_write('accidents');
CALL let_administrators_write('work_permits');
CALL let_administrators_write('trainings');
CALL let_administrators_write('training_attendances');
CALL let_administrators_write('training_targets');
CALL let_administrators_write('handovers');
CALL let_administrators_write('duty_shifts');
REVOKE UPDATE ON enforcement_records, enforcement_events, document_templates, issued_documents,
  data_connections, accidents, work_permits, trainings, training_attendances, training_targets, handovers, duty_shifts
  FROM longgang_administrator;
GRANT UPDATE (state, decided_on, closed_on, document_number, version, withdrawn_at, withdrawn_by,
  withdrawal_reason) ON enforcement_records
  TO longgang_administrator;
GRANT UPDATE (voided_by, voided_at, void_reason) ON issued_documents TO longgang_administrator;
GRANT UPDATE (withdrawn_at, withdrawn_by, withdrawal_reason) ON accidents, trainings
  TO longgang_administrator;
GRANT UPDATE (ended_at, cancelled_at, cancelled_by, cancel_reason) ON work_permits
  TO longgang_administrator;
CALL record_changes('enforcement_records', 'enforcementRecord', 'code');
CALL record_changes('document_templates', 'documentTemplate', 'key');
CALL record_changes('issued_documents', 'issuedDocument', 'id');
CALL record_changes('data_connections', 'dataConnection', 'source');
CALL record_changes('accidents', 'accident', 'code');
CALL record_changes('work_permits', 'workPermit', 'code');
CALL record_changes('trainings', 'training', 'code');
CALL record_changes('training_targets', 'trainingTarget', 'id');
CALL record_changes('handovers', 'handover', 'id');
CALL record_changes('duty_shifts', 'dutyShift', 'id');

-- Codes of what is registered by hand; those of the demo begin with DEMO.
CREATE SEQUENCE enforcement_codes;
CREATE SEQUENCE accident_codes;
CREATE SEQUENCE work_permit_codes;
CREATE SEQUENCE training_codes;
GRANT USAGE ON SEQUENCE enforcement_codes, accident_codes, work_permit_codes, training_codes
  TO longgang_administrator;
