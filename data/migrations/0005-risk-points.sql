CREATE TABLE risk_points (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text COLLATE "C" NOT NULL UNIQUE,
  name text NOT NULL,
  park_code text COLLATE "C" NOT NULL,
  enterprise_code text COLLATE "C",
  area_code text COLLATE "C" NOT NULL,
  -- Null while nobody measured it: counted everywhere, drawn nowhere.
  geom geometry(Point, 4326),
  coordinate_origin text,
  coordinate_error_metres double precision CHECK (coordinate_error_metres > 0),
  location text NOT NULL,
  -- 1 重大, 2 较大, 3 一般, 4 低: the rank in data/domain/riskLevels.ts.
  level smallint NOT NULL CHECK (level BETWEEN 1 AND 4),
  grading_method text NOT NULL,
  grading_version text NOT NULL,
  grading_inputs jsonb NOT NULL,
  score double precision NOT NULL CHECK (score > 0),
  accident_types text[] NOT NULL CHECK (cardinality(accident_types) > 0),
  control_level text NOT NULL,
  responsible_department text,
  responsible_person text,
  -- 包保责任人 of a 重大 or 较大 point.
  guarantor text,
  measures text NOT NULL,
  assessed_on date NOT NULL,
  review_due date NOT NULL CHECK (review_due >= assessed_on),
  fictitious boolean NOT NULL,
  -- Optimistic lock: a write names the version it was made from.
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  search_key text NOT NULL,
  FOREIGN KEY (area_code, park_code) REFERENCES parks (area_code, code) ON UPDATE CASCADE,
  FOREIGN KEY (park_code, enterprise_code) REFERENCES enterprises (park_code, code),
  UNIQUE (area_code, id)
);

CREATE INDEX risk_points_area_park ON risk_points (area_code, park_code);
CREATE INDEX risk_points_park_code ON risk_points (park_code, enterprise_code);
CREATE INDEX risk_points_geom ON risk_points USING gist (geom);
CREATE INDEX risk_points_search_key ON risk_points USING gin (search_key gin_trgm_ops);

-- Quantities of GB 18218-2018: S = Σ q/Q, R = α · Σ β·q/Q.
CREATE TABLE hazard_sources (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text COLLATE "C" NOT NULL UNIQUE,
  name text NOT NULL,
  risk_point_id integer NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  unit_kind text NOT NULL CHECK (unit_kind IN ('production', 'storage', 'none')),
  exposed_people integer CHECK (exposed_people >= 0),
  s double precision CHECK (s >= 0),
  r double precision CHECK (r >= 0),
  alpha double precision CHECK (alpha > 0),
  major_hazard_grade smallint CHECK (major_hazard_grade BETWEEN 1 AND 4),
  fictitious boolean NOT NULL,
  FOREIGN KEY (area_code, risk_point_id) REFERENCES risk_points (area_code, id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  UNIQUE (area_code, id)
);

CREATE INDEX hazard_sources_risk_point_id ON hazard_sources (risk_point_id);

CREATE TABLE hazard_source_substances (
  hazard_source_id integer NOT NULL,
  -- Where it stands in the list of its hazard source, from 0.
  position smallint NOT NULL CHECK (position >= 0),
  area_code text COLLATE "C" NOT NULL,
  cas text NOT NULL,
  name text NOT NULL,
  designed_quantity_tonnes double precision NOT NULL CHECK (designed_quantity_tonnes > 0),
  critical_tonnes double precision NOT NULL CHECK (critical_tonnes > 0),
  beta double precision NOT NULL CHECK (beta > 0),
  PRIMARY KEY (hazard_source_id, position),
  FOREIGN KEY (area_code, hazard_source_id) REFERENCES hazard_sources (area_code, id)
    ON UPDATE CASCADE ON DELETE CASCADE
);

CREATE INDEX hazard_source_substances_area ON hazard_source_substances (area_code, hazard_source_id);

CALL protect_by_area('risk_points');
CALL protect_by_area('hazard_sources');
CALL protect_by_area('hazard_source_substances');

CALL record_changes('risk_points', 'riskPoint', 'id');
CALL record_changes('hazard_sources', 'hazardSource', 'id');
CALL record_changes('hazard_source_substances', 'hazardSource', 'hazard_source_id');
