-- Readers of a database that is migrated start anew, as in 0011.
SELECT set_config('app.bulk_load', 'on', true);

-- What stands on the site of a park: data/domain/parkFeatures.ts.
ALTER TABLE park_features
  -- The building that it stands in, and at which floor: the ground floor is 1, below it -1.
  ADD COLUMN building_code text COLLATE "C",
  ADD COLUMN floor integer CHECK (floor BETWEEN -5 AND 99 AND floor <> 0),
  -- Of a unit: who uses it.
  ADD COLUMN enterprise_code text COLLATE "C",
  ADD COLUMN building_use text,
  ADD COLUMN structure text,
  -- People in the largest shift; beds of a dormitory.
  ADD COLUMN occupancy integer CHECK (occupancy >= 0),
  ADD COLUMN net_width_metres double precision CHECK (net_width_metres > 0),
  ADD COLUMN net_height_metres double precision CHECK (net_height_metres > 0),
  ADD COLUMN capacity integer CHECK (capacity >= 0),
  ADD COLUMN remark text,
  -- A building of the same park, an enterprise of the same park.
  ADD UNIQUE (park_code, code),
  ADD FOREIGN KEY (park_code, building_code) REFERENCES park_features (park_code, code),
  ADD FOREIGN KEY (park_code, enterprise_code) REFERENCES enterprises (park_code, code)
    DEFERRABLE INITIALLY DEFERRED,
  ADD CHECK (kind <> 'unit'
    OR (building_code IS NOT NULL AND floor IS NOT NULL AND enterprise_code IS NOT NULL));
CREATE INDEX park_features_enterprise ON park_features (park_code, enterprise_code);

-- At which floor of its building a risk point is; null outside, and where nobody says.
ALTER TABLE risk_points
  ADD COLUMN floor integer CHECK (floor BETWEEN -5 AND 99 AND floor <> 0);

-- 问题 → 措施 → 成效 of the rectification: data/domain/learning.ts.
CREATE TABLE park_rectifications (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  park_code text COLLATE "C" NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  problem_tag text,
  aspect text NOT NULL,
  problem text NOT NULL,
  measure text NOT NULL,
  result text,
  found_on date NOT NULL,
  started_on date,
  finished_on date,
  cost_yuan bigint CHECK (cost_yuan >= 0),
  feature_code text COLLATE "C",
  -- What another park needs in order to copy it; null where it is not offered.
  copy_note text,
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL,
  FOREIGN KEY (area_code, park_code) REFERENCES parks (area_code, code)
    ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (park_code, feature_code) REFERENCES park_features (park_code, code),
  UNIQUE (area_code, id),
  -- What is sent twice is written once.
  UNIQUE (park_code, found_on, problem, measure),
  CHECK (started_on >= found_on),
  CHECK (finished_on >= coalesce(started_on, found_on)),
  CHECK (result IS NULL OR finished_on IS NOT NULL)
);
CREATE INDEX park_rectifications_park ON park_rectifications (area_code, park_code);

CREATE TABLE rectification_photos (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  rectification_id integer NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  side text NOT NULL CHECK (side IN ('before', 'after')),
  media_type text NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp')),
  width integer NOT NULL CHECK (width > 0),
  height integer NOT NULL CHECK (height > 0),
  content bytea NOT NULL CHECK (octet_length(content) <= 10485760),
  sha256 text NOT NULL,
  taken_at timestamptz,
  taken_point geometry(Point, 4326),
  uploaded_by text NOT NULL,
  uploaded_at timestamptz NOT NULL,
  FOREIGN KEY (area_code, rectification_id) REFERENCES park_rectifications (area_code, id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  UNIQUE (rectification_id, side, sha256)
);
CREATE INDEX rectification_photos_area ON rectification_photos (area_code, rectification_id);

-- 现场交流会 and visits.
CREATE TABLE park_exchanges (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  park_code text COLLATE "C" NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind IN ('exchangeMeeting', 'visit')),
  held_on date NOT NULL,
  topic text NOT NULL,
  visitors text NOT NULL,
  people integer NOT NULL CHECK (people > 0),
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL,
  FOREIGN KEY (area_code, park_code) REFERENCES parks (area_code, code)
    ON UPDATE CASCADE ON DELETE CASCADE,
  UNIQUE (park_code, kind, held_on, topic, visitors)
);
CREATE INDEX park_exchanges_park ON park_exchanges (area_code, park_code);

-- A walk through the park, its steps as data/domain/tours.ts has them.
CREATE TABLE park_tours (
  park_code text COLLATE "C" PRIMARY KEY,
  area_code text COLLATE "C" NOT NULL,
  steps jsonb NOT NULL CHECK (jsonb_typeof(steps) = 'array'),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  FOREIGN KEY (area_code, park_code) REFERENCES parks (area_code, code)
    ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX park_tours_area ON park_tours (area_code);

CALL protect_by_area('park_rectifications');
CALL protect_by_area('rectification_photos');
CALL protect_by_area('park_exchanges');
CALL protect_by_area('park_tours');
CALL let_administrators_write('park_rectifications');
CALL let_administrators_write('rectification_photos');
CALL let_administrators_write('park_exchanges');
CALL let_administrators_write('park_tours');
-- What was found, done and shown is written once; a walk is changed.
REVOKE UPDATE ON park_rectifications, rectification_photos, park_exchanges
  FROM longgang_administrator;
CALL record_changes('park_rectifications', 'rectification', 'id');
CALL record_changes('rectification_photos', 'rectificationPhoto', 'id');
CALL record_changes('park_exchanges', 'parkExchange', 'id');
CALL record_changes('park_tours', 'parkTour', 'park_code');

SELECT set_config('app.bulk_load', 'off', true);
