-- area_code stands on every table that row security guards. The foreign keys over (area_code, code)
-- keep the copies equal, and ON UPDATE CASCADE moves them with their park.
CREATE TABLE parks (
  code text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
  name text NOT NULL,
  area_code text COLLATE "C" NOT NULL REFERENCES areas (code),
  park_type text NOT NULL,
  demonstration boolean NOT NULL,
  grade text NOT NULL CHECK (grade IN ('A', 'B', 'C', 'D')),
  stage text NOT NULL,
  problem_tags text[] NOT NULL DEFAULT '{}',
  operator text,
  geom geometry(Polygon, 4326) NOT NULL,
  label_point geometry(Point, 4326) NOT NULL,
  fictitious boolean NOT NULL,
  search_key text NOT NULL,
  UNIQUE (area_code, code)
);

CREATE INDEX parks_geom ON parks USING gist (geom);
CREATE INDEX parks_search_key ON parks USING gin (search_key gin_trgm_ops);

CREATE TABLE park_features (
  code text COLLATE "C" PRIMARY KEY,
  park_code text COLLATE "C" NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  name text,
  geom geometry(Geometry, 4326) NOT NULL,
  floors integer CHECK (floors > 0),
  height_metres double precision CHECK (height_metres > 0),
  FOREIGN KEY (area_code, park_code) REFERENCES parks (area_code, code) ON UPDATE CASCADE
);

CREATE INDEX park_features_area_code ON park_features (area_code, park_code);
CREATE INDEX park_features_park_code ON park_features (park_code);
CREATE INDEX park_features_geom ON park_features USING gist (geom);

CREATE TABLE enterprises (
  code text COLLATE "C" PRIMARY KEY,
  name text NOT NULL,
  park_code text COLLATE "C" NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  industry text NOT NULL,
  high_risk_class text,
  headcount integer NOT NULL CHECK (headcount > 0),
  dust_workers integer CHECK (dust_workers > 0),
  safety_officer text,
  safety_phone text,
  fictitious boolean NOT NULL,
  search_key text NOT NULL,
  FOREIGN KEY (area_code, park_code) REFERENCES parks (area_code, code) ON UPDATE CASCADE,
  -- A risk point names an enterprise of its own park.
  UNIQUE (park_code, code)
);

CREATE INDEX enterprises_area_code ON enterprises (area_code, park_code);
CREATE INDEX enterprises_search_key ON enterprises USING gin (search_key gin_trgm_ops);

CREATE TABLE facilities (
  code text COLLATE "C" PRIMARY KEY,
  kind text NOT NULL,
  name text NOT NULL,
  park_code text COLLATE "C",
  area_code text COLLATE "C" NOT NULL REFERENCES areas (code),
  geom geometry(Point, 4326) NOT NULL,
  staff integer CHECK (staff >= 0),
  reach_minutes double precision CHECK (reach_minutes > 0),
  fictitious boolean NOT NULL,
  FOREIGN KEY (area_code, park_code) REFERENCES parks (area_code, code) ON UPDATE CASCADE
);

CREATE INDEX facilities_area_code ON facilities (area_code, park_code);
CREATE INDEX facilities_park_code ON facilities (park_code);
CREATE INDEX facilities_geom ON facilities USING gist (geom);

CALL protect_by_area('parks');
CALL protect_by_area('park_features');
CALL protect_by_area('enterprises');
CALL protect_by_area('facilities');

CALL record_changes('parks', 'park', 'code');
CALL record_changes('park_features', 'parkFeature', 'code');
CALL record_changes('enterprises', 'enterprise', 'code');
CALL record_changes('facilities', 'facility', 'code');
