-- Readers of a database that is migrated start anew: the feed needs no entry for each old record.
SELECT set_config('app.bulk_load', 'on', true);

-- Every version of a record but the present one, as its table had it: to_jsonb of the row, so that
-- jsonb_populate_record gives the row back and one list of columns serves past and present.
CREATE TABLE record_versions (
  entity text NOT NULL,
  code text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_to timestamptz NOT NULL CHECK (valid_to > valid_from),
  record jsonb NOT NULL,
  PRIMARY KEY (entity, code, version)
);

CREATE INDEX record_versions_validity ON record_versions (entity, valid_to, valid_from);
CALL protect_by_area('record_versions');

-- The time of the product: that of its data set, and as much later as has passed (server/clock.ts).
CREATE FUNCTION product_now() RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(
    (SELECT as_of + (clock_timestamp() - loaded_at) FROM data_set), clock_timestamp())
$$;

-- Keeps the row that an update replaces, whoever updates it. SECURITY DEFINER: nobody else writes
-- versions, so the history is append-only.
CREATE FUNCTION keep_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  entity text := TG_ARGV[0];
  kept jsonb;
BEGIN
  IF current_setting('app.bulk_load', true) = 'on' OR NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NEW;
  END IF;
  -- A hand at the database, or a park that moves with all its records, names no change.
  IF NEW.valid_from = OLD.valid_from THEN
    NEW.valid_from := product_now();
    NEW.changed_by := coalesce(nullif(current_setting('app.actor', true), ''), session_user);
    NEW.change_kind := 'edit';
    NEW.change_reason := NULL;
  END IF;
  -- Versions follow one another even where two processes' clocks do not agree.
  NEW.valid_from := greatest(NEW.valid_from, OLD.valid_from + interval '1 microsecond');
  NEW.version := OLD.version + 1;
  kept := to_jsonb(OLD);
  IF entity = 'riskPoint' THEN
    -- Not GeoJSON, which would round.
    kept := jsonb_set(kept, '{geom}', coalesce(to_jsonb(OLD.geom::text), 'null'));
  ELSIF entity = 'hazardSource' THEN
    -- Its substances are replaced after it, so these are still those of the old version.
    kept := jsonb_set(kept, '{substances}', (
      SELECT coalesce(jsonb_agg(to_jsonb(substance) ORDER BY substance.position), '[]')
      FROM hazard_source_substances AS substance WHERE substance.hazard_source_id = OLD.id));
  END IF;
  INSERT INTO record_versions (entity, code, version, area_code, valid_from, valid_to, record)
  VALUES (entity, OLD.code, OLD.version, OLD.area_code, OLD.valid_from, NEW.valid_from, kept);
  RETURN NEW;
END
$$;

-- Who changed it last, when, what and why; and since when it is no longer in use.
CREATE PROCEDURE keep_versions(kept regclass, entity text)
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'ALTER TABLE %s
       ADD COLUMN valid_from timestamptz,
       ADD COLUMN changed_by text NOT NULL DEFAULT ''载入'',
       ADD COLUMN change_kind text NOT NULL DEFAULT ''load'',
       ADD COLUMN change_reason text,
       ADD COLUMN retired_at timestamptz', kept);
  EXECUTE format('UPDATE %s SET valid_from = product_now()', kept);
  EXECUTE format('ALTER TABLE %s ALTER COLUMN valid_from SET NOT NULL', kept);
  EXECUTE format('ALTER TABLE %s ALTER COLUMN valid_from SET DEFAULT product_now()', kept);
  EXECUTE format(
    'CREATE TRIGGER keep_version BEFORE UPDATE ON %s FOR EACH ROW
     EXECUTE FUNCTION keep_version(%L)', kept, entity);
  EXECUTE format('CALL let_administrators_write(%L)', kept);
END
$$;

ALTER TABLE hazard_sources ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version > 0);
ALTER TABLE enterprises ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version > 0);

ALTER TABLE risk_points
  -- What the inputs give; the level is this one, or that of an override with its reason.
  ADD COLUMN graded_level smallint CHECK (graded_level BETWEEN 1 AND 4),
  ADD COLUMN override_level smallint CHECK (override_level BETWEEN 1 AND 4),
  ADD COLUMN override_reason text,
  -- As written after GB 6441-1986, before it was mapped.
  ADD COLUMN accident_types_original text[],
  -- As somebody typed it, before it was converted.
  ADD COLUMN coordinate_input text,
  -- Why a review is called for before its regular day.
  ADD COLUMN review_trigger text;
UPDATE risk_points SET graded_level = level;
ALTER TABLE risk_points
  ALTER COLUMN graded_level SET NOT NULL,
  ADD CHECK ((override_level IS NULL) = (override_reason IS NULL)),
  ADD CHECK (level = coalesce(override_level, graded_level)),
  -- A score cannot contradict its inputs, whoever writes it. Scores are rounded to 1e-6.
  ADD CONSTRAINT risk_points_score_follows CHECK (
    CASE grading_method
      WHEN 'LEC' THEN abs(score - (grading_inputs->>'l')::float8 * (grading_inputs->>'e')::float8
        * (grading_inputs->>'c')::float8) < 1e-5
      WHEN 'LS' THEN score = (grading_inputs->>'likelihood')::float8
        * (grading_inputs->>'severity')::float8
      ELSE false
    END);

-- A mixture has no number of its own: it is graded by its hazard class.
ALTER TABLE hazard_source_substances
  ALTER COLUMN cas DROP NOT NULL,
  -- Which row of the CAS number, and the class where no row names it: what an editor starts from.
  ADD COLUMN form text,
  ADD COLUMN hazard_class text;
CALL let_administrators_write('hazard_source_substances');
-- Substances of a hazard source are replaced as a whole; the old ones are in record_versions.
GRANT DELETE ON hazard_source_substances TO longgang_administrator;
CREATE POLICY administrators_delete ON hazard_source_substances FOR DELETE
  TO longgang_administrator USING (
    area_code >= (SELECT nullif(current_setting('app.area_scope', true), ''))
    AND area_code < (SELECT nullif(current_setting('app.area_scope', true), '')) || ':'
  );

ALTER TABLE enterprises
  ADD COLUMN building_code text COLLATE "C" REFERENCES park_features (code),
  ADD COLUMN floor text,
  -- 产权人 → 运营方 → 二手房东 → the enterprise.
  ADD COLUMN property_owner text,
  ADD COLUMN operator text,
  ADD COLUMN sublessor text;
CREATE INDEX enterprises_building_code ON enterprises (building_code);

CALL keep_versions('risk_points', 'riskPoint');
CALL keep_versions('hazard_sources', 'hazardSource');
CALL keep_versions('enterprises', 'enterprise');

-- Codes of what is registered by hand; those of the demo begin with DEMO.
CREATE SEQUENCE risk_point_codes;
CREATE SEQUENCE hazard_source_codes;
CREATE SEQUENCE enterprise_codes;
GRANT USAGE ON SEQUENCE risk_point_codes, hazard_source_codes, enterprise_codes
  TO longgang_administrator;

REVOKE EXECUTE ON PROCEDURE keep_versions(regclass, text) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION keep_version() FROM PUBLIC;

SELECT set_config('app.bulk_load', 'off', true);
