-- Sensitive places (敏感目标) stand among the facilities: school, nursery, dormitory, oldPeoplesHome
-- (data/domain/facilities.ts).
ALTER TABLE facilities
  -- Pupils, residents or beds, by capacity; null where nobody says.
  ADD COLUMN people integer CHECK (people >= 0);

-- The nearest of a kind is asked for everywhere.
CREATE INDEX facilities_kind ON facilities (kind, code);
