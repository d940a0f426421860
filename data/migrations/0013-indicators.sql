-- Months whose numbers were frozen: today's page agrees with last month's paper.
CREATE TABLE month_end_freezes (
  -- First day of the month.
  month date PRIMARY KEY CHECK (extract(day FROM month) = 1),
  area_code text COLLATE "C" NOT NULL REFERENCES areas (code) ON UPDATE CASCADE,
  frozen_by text NOT NULL,
  frozen_at timestamptz NOT NULL,
  fictitious boolean NOT NULL
);

-- Every indicator of every area as at the end of the month; keys are those of data/domain/indicators.ts.
CREATE TABLE frozen_indicators (
  month date NOT NULL REFERENCES month_end_freezes (month) ON DELETE CASCADE,
  area_code text COLLATE "C" NOT NULL REFERENCES areas (code) ON UPDATE CASCADE,
  indicator text NOT NULL,
  value double precision,
  numerator double precision,
  denominator double precision,
  gap text,
  parts jsonb NOT NULL,
  PRIMARY KEY (month, area_code, indicator),
  CHECK ((value IS NULL) = (gap IS NOT NULL))
);
CREATE INDEX frozen_indicators_area ON frozen_indicators (area_code, month);

-- What was wrong on the paper: the frozen number stays, the correction stands beside it.
CREATE TABLE indicator_corrections (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  month date NOT NULL,
  area_code text COLLATE "C" NOT NULL,
  indicator text NOT NULL,
  old_value double precision,
  new_value double precision NOT NULL,
  reason text NOT NULL,
  corrected_by text NOT NULL,
  corrected_at timestamptz NOT NULL,
  FOREIGN KEY (month, area_code, indicator)
    REFERENCES frozen_indicators (month, area_code, indicator) ON UPDATE CASCADE ON DELETE CASCADE,
  CHECK (new_value IS DISTINCT FROM old_value)
);
CREATE INDEX indicator_corrections_frozen ON indicator_corrections (month, area_code, indicator);

-- 批示, 转办, 催办 about an item, and the 回告 that answer them.
CREATE TABLE decisions (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  entity text NOT NULL,
  code text COLLATE "C" NOT NULL,
  area_code text COLLATE "C" NOT NULL REFERENCES areas (code) ON UPDATE CASCADE,
  kind text NOT NULL CHECK (kind IN ('instruction', 'referral', 'urging', 'reply')),
  text text NOT NULL,
  -- Who is to act, and by when a reply is wanted.
  to_unit text,
  due_on date,
  answers integer REFERENCES decisions (id) ON DELETE CASCADE,
  decided_by text NOT NULL,
  decided_at timestamptz NOT NULL,
  fictitious boolean NOT NULL,
  CHECK ((kind = 'reply') = (answers IS NOT NULL)),
  CHECK ((kind = 'reply') = (to_unit IS NULL)),
  CHECK (kind <> 'reply' OR due_on IS NULL)
);
CREATE INDEX decisions_item ON decisions (entity, code);
CREATE INDEX decisions_area ON decisions (area_code, decided_at);
CREATE INDEX decisions_answers ON decisions (answers) WHERE answers IS NOT NULL;

-- That a month is frozen concerns every street: its numbers are shown to it.
CALL protect_open('month_end_freezes');
CALL protect_by_area('frozen_indicators');
CALL protect_by_area('indicator_corrections');
CALL protect_by_area('decisions');
CALL let_administrators_write('month_end_freezes');
CALL let_administrators_write('frozen_indicators');
CALL let_administrators_write('indicator_corrections');
CALL let_administrators_write('decisions');
-- All of them are written once.
REVOKE UPDATE ON month_end_freezes, frozen_indicators, indicator_corrections, decisions
  FROM longgang_administrator;
CALL record_changes('month_end_freezes', 'freeze', 'month');
CALL record_changes('indicator_corrections', 'indicatorCorrection', 'id');
CALL record_changes('decisions', 'decision', 'id');
