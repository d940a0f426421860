-- What changed, written in the transaction that changed it. A reader takes the rows whose
-- transaction is older than its snapshot's xmin, in the order (transaction_id, sequence): every such
-- transaction has ended, so no earlier row can still appear and nothing is skipped. The sequence
-- alone would not do: an older transaction may draw a later number.
-- After a logical restore into another cluster (pg_restore) transaction ids begin anew: set
-- transaction_id of the restored rows to '3', the first there is.
CREATE TABLE change_feed (
  transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  entity text NOT NULL,
  entity_id text,
  area_code text COLLATE "C",
  operation text NOT NULL CHECK (operation IN ('insert', 'update', 'delete', 'reload')),
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (transaction_id, sequence)
);

CALL protect_by_area('change_feed');
-- A reload concerns every area.
CREATE POLICY reload ON change_feed FOR SELECT TO longgang_area USING (area_code IS NULL);

-- SECURITY DEFINER: who may change a record need not be able to write the feed by hand.
-- Arguments: the entity, the column that identifies a record of it, and the one of its area.
CREATE FUNCTION record_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  entity text := TG_ARGV[0];
  key_column text := TG_ARGV[1];
  area_column text := TG_ARGV[2];
  changed_rows text := CASE TG_OP WHEN 'DELETE' THEN 'old_rows' ELSE 'new_rows' END;
BEGIN
  IF current_setting('app.bulk_load', true) = 'on' THEN
    RETURN NULL;
  END IF;
  -- A record that moves to another area disappears from the old one.
  IF TG_OP = 'UPDATE' THEN
    EXECUTE format(
      'INSERT INTO change_feed (entity, entity_id, area_code, operation)
       SELECT %1$L, earlier.%2$I::text, earlier.%3$I, ''delete''
       FROM old_rows AS earlier JOIN new_rows AS later USING (%2$I)
       WHERE earlier.%3$I <> later.%3$I',
      entity, key_column, area_column);
  END IF;
  EXECUTE format(
    'INSERT INTO change_feed (entity, entity_id, area_code, operation)
     SELECT %L, changed.%I::text, changed.%I, %L FROM %I AS changed',
    entity, key_column, area_column, lower(TG_OP), changed_rows);
  RETURN NULL;
END
$$;

-- Statement triggers, so that a statement over many rows writes its changes at once.
CREATE PROCEDURE record_changes(
  watched regclass, entity text, key_column text, area_column text DEFAULT 'area_code'
)
LANGUAGE plpgsql AS $$
DECLARE
  operation text;
BEGIN
  FOREACH operation IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
    EXECUTE format(
      'CREATE TRIGGER record_%s AFTER %s ON %s REFERENCING %s FOR EACH STATEMENT
       EXECUTE FUNCTION record_change(%L, %L, %L)',
      lower(operation), operation, watched,
      CASE operation
        WHEN 'INSERT' THEN 'NEW TABLE AS new_rows'
        WHEN 'UPDATE' THEN 'OLD TABLE AS old_rows NEW TABLE AS new_rows'
        ELSE 'OLD TABLE AS old_rows'
      END,
      entity, key_column, area_column);
  END LOOP;
END
$$;

-- The data set that is loaded: one row, or none while the database holds geography only.
CREATE TABLE data_set (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  kind text NOT NULL CHECK (kind IN ('demo', 'registered')),
  as_of timestamptz NOT NULL,
  loaded_at timestamptz NOT NULL,
  seed bigint,
  fictitious boolean NOT NULL,
  source text NOT NULL
);

CALL protect_open('data_set');

-- Every load ends by writing its data_set; this is the one change that readers see of it.
CREATE FUNCTION record_reload() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO change_feed (entity, operation) VALUES ('data_set', 'reload');
  RETURN NULL;
END
$$;

CREATE TRIGGER record_reload AFTER INSERT OR UPDATE OR DELETE ON data_set
  FOR EACH ROW EXECUTE FUNCTION record_reload();

REVOKE EXECUTE ON PROCEDURE record_changes(regclass, text, text, text) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION record_change(), record_reload() FROM PUBLIC;
