-- Runs as a plain owner with CREATEROLE; only extensions that PostgreSQL does not trust need a
-- superuser, once: CREATE EXTENSION postgis; CREATE EXTENSION pg_trgm;
DO $$
DECLARE
  extension_name text;
BEGIN
  FOREACH extension_name IN ARRAY ARRAY['postgis', 'pg_trgm'] LOOP
    CONTINUE WHEN EXISTS (SELECT FROM pg_extension WHERE extname = extension_name);
    BEGIN
      EXECUTE format('CREATE EXTENSION IF NOT EXISTS %I', extension_name);
    EXCEPTION
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION
          'The database has no extension % and % may not create it; let a superuser run "CREATE EXTENSION %" in this database once.',
          extension_name, current_user, extension_name
          USING ERRCODE = 'insufficient_privilege';
      WHEN feature_not_supported OR undefined_file THEN
        RAISE EXCEPTION
          'The database server has no extension %; install it (Debian: postgresql-15-postgis-3) and start again.',
          extension_name
          USING ERRCODE = 'feature_not_supported';
    END;
  END LOOP;
END
$$;

-- The roles that a transaction takes on, named in data/domain/roles.ts. They belong to the whole
-- cluster, so another database, or another migration at the same moment, may have made them.
DO $$
DECLARE
  role_name text;
  -- Since PostgreSQL 16 whoever creates a role is a member that may not yet SET ROLE to it.
  membership text := CASE
    WHEN current_setting('server_version_num')::integer >= 160000 THEN 'SET' ELSE 'MEMBER'
  END;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['longgang_district', 'longgang_area'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
      END IF;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN
        NULL;
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION
          'The role % does not exist and % may not create it; let a superuser run "ALTER ROLE % CREATEROLE" once.',
          role_name, current_user, current_user
          USING ERRCODE = 'insufficient_privilege';
    END;
    CONTINUE WHEN pg_has_role(current_user, role_name, membership);
    BEGIN
      EXECUTE format('GRANT %I TO %I', role_name, current_user);
    EXCEPTION
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION
          'The role % exists but % may not take it on; let a superuser run "GRANT % TO %" once.',
          role_name, current_user, role_name, current_user
          USING ERRCODE = 'insufficient_privilege';
    END;
  END LOOP;
END
$$;

-- Row security of a table with an area_code: the district role sees every row by a policy that is
-- plainly true, because a policy with a condition keeps non-leakproof functions (&&, ILIKE) from
-- using an index (1M rows: bbox 6 → 191 ms); the area role sees its scope, which is a prefix and so
-- the range from scope up to scope || ':'. An unset or emptied scope sees nothing.
CREATE PROCEDURE protect_by_area(protected regclass)
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
  EXECUTE format('GRANT SELECT ON %s TO longgang_district, longgang_area', protected);
  EXECUTE format(
    'CREATE POLICY district ON %s FOR SELECT TO longgang_district USING (true)', protected);
  EXECUTE format(
    $policy$
      CREATE POLICY area ON %s FOR SELECT TO longgang_area USING (
        area_code >= (SELECT nullif(current_setting('app.area_scope', true), ''))
        AND area_code < (SELECT nullif(current_setting('app.area_scope', true), '')) || ':'
      )
    $policy$, protected);
END
$$;

-- A table that both roles read whole.
CREATE PROCEDURE protect_open(protected regclass)
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
  EXECUTE format('GRANT SELECT ON %s TO longgang_district, longgang_area', protected);
  EXECUTE format(
    'CREATE POLICY everybody ON %s FOR SELECT TO longgang_district, longgang_area USING (true)',
    protected);
END
$$;

REVOKE EXECUTE ON PROCEDURE protect_by_area(regclass), protect_open(regclass) FROM PUBLIC;
