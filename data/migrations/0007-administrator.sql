-- The role that writes. It belongs to the whole cluster, so another database, or another migration
-- at the same moment, may have made it (as in 0001).
DO $$
DECLARE
  membership text := CASE
    WHEN current_setting('server_version_num')::integer >= 160000 THEN 'SET' ELSE 'MEMBER'
  END;
BEGIN
  BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'longgang_administrator') THEN
      CREATE ROLE longgang_administrator NOLOGIN;
    END IF;
  EXCEPTION
    WHEN duplicate_object OR unique_violation THEN
      NULL;
    WHEN insufficient_privilege THEN
      RAISE EXCEPTION
        'The role longgang_administrator does not exist and % may not create it; let a superuser run "ALTER ROLE % CREATEROLE" once.',
        current_user, current_user
        USING ERRCODE = 'insufficient_privilege';
  END;
  IF NOT pg_has_role(current_user, 'longgang_administrator', membership) THEN
    EXECUTE format('GRANT longgang_administrator TO %I', current_user);
  END IF;
EXCEPTION
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION
      'The role longgang_administrator exists but % may not take it on; let a superuser run "GRANT longgang_administrator TO %" once.',
      current_user, current_user
      USING ERRCODE = 'insufficient_privilege';
END
$$;

-- Whoever writes reads what the district reads, here and in every table to come.
DO $$
DECLARE
  readable regclass;
  policy name;
BEGIN
  FOR readable, policy IN
    SELECT polrelid::regclass, polname FROM pg_policy WHERE polname IN ('district', 'everybody')
  LOOP
    EXECUTE format('GRANT SELECT ON %s TO longgang_administrator', readable);
    EXECUTE format(
      'ALTER POLICY %I ON %s TO longgang_district, longgang_administrator%s', policy, readable,
      CASE policy WHEN 'everybody' THEN ', longgang_area' ELSE '' END);
  END LOOP;
END
$$;

CREATE OR REPLACE PROCEDURE protect_by_area(protected regclass)
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
  EXECUTE format(
    'GRANT SELECT ON %s TO longgang_district, longgang_area, longgang_administrator', protected);
  EXECUTE format(
    'CREATE POLICY district ON %s FOR SELECT TO longgang_district, longgang_administrator
     USING (true)', protected);
  EXECUTE format(
    $policy$
      CREATE POLICY area ON %s FOR SELECT TO longgang_area USING (
        area_code >= (SELECT nullif(current_setting('app.area_scope', true), ''))
        AND area_code < (SELECT nullif(current_setting('app.area_scope', true), '')) || ':'
      )
    $policy$, protected);
END
$$;

CREATE OR REPLACE PROCEDURE protect_open(protected regclass)
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
  EXECUTE format(
    'GRANT SELECT ON %s TO longgang_district, longgang_area, longgang_administrator', protected);
  EXECUTE format(
    'CREATE POLICY everybody ON %s FOR SELECT
     TO longgang_district, longgang_area, longgang_administrator USING (true)', protected);
END
$$;

-- Which rows may be written follows from the scope, as what is read does; nothing is ever deleted.
CREATE PROCEDURE let_administrators_write(writable regclass)
LANGUAGE plpgsql AS $$
DECLARE
  within_scope text := $condition$
    area_code >= (SELECT nullif(current_setting('app.area_scope', true), ''))
    AND area_code < (SELECT nullif(current_setting('app.area_scope', true), '')) || ':'
  $condition$;
BEGIN
  EXECUTE format('GRANT INSERT, UPDATE ON %s TO longgang_administrator', writable);
  EXECUTE format(
    'CREATE POLICY administrators_insert ON %s FOR INSERT TO longgang_administrator
     WITH CHECK (%s)', writable, within_scope);
  EXECUTE format(
    'CREATE POLICY administrators_update ON %s FOR UPDATE TO longgang_administrator
     USING (%s) WITH CHECK (%s)', writable, within_scope, within_scope);
END
$$;

REVOKE EXECUTE ON PROCEDURE let_administrators_write(regclass) FROM PUBLIC;
