-- District, streets and communities. Codes have 6 + 3 + 3 digits: an area contains another exactly
-- when its code is a prefix, so a scope is the range from code up to code || ':'.
CREATE TABLE areas (
  code text COLLATE "C" PRIMARY KEY CHECK (code ~ '^\d{6}(\d{3}){0,2}$'),
  level text NOT NULL,
  name text NOT NULL,
  parent_code text COLLATE "C" REFERENCES areas (code),
  geom geometry(MultiPolygon, 4326) NOT NULL,
  label_point geometry(Point, 4326) NOT NULL,
  geometry_status text NOT NULL CHECK (geometry_status IN ('schematic', 'surveyed')),
  -- Published, never measured from schematic geometry.
  official_area_km2 double precision CHECK (official_area_km2 > 0),
  source text NOT NULL,
  search_key text NOT NULL,
  CHECK (
    (level = 'district' AND length(code) = 6 AND parent_code IS NULL)
    OR (level = 'street' AND length(code) = 9 AND parent_code = left(code, 6))
    OR (level = 'community' AND length(code) = 12 AND parent_code = left(code, 9))
  )
);

CREATE INDEX areas_parent_code ON areas (parent_code);
CREATE INDEX areas_geom ON areas USING gist (geom);
CREATE INDEX areas_search_key ON areas USING gin (search_key gin_trgm_ops);

CALL protect_open('areas');
CALL record_changes('areas', 'area', 'code', 'code');
