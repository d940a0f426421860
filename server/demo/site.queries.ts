import type { DemoExchange } from '#data/demo/site/createExchanges'
import type { DemoRectification } from '#data/demo/site/createRectifications'
import type { DemoTour } from '#data/demo/site/createTours'
import type { Queryable } from '../db/Db.ts'

export async function deleteAllTours(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM park_tours')
}
export async function deleteAllExchanges(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM park_exchanges')
}
/** Their photos go with them. */
export async function deleteAllRectifications(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM park_rectifications')
}

/** Written down on the day on which each was finished. */
export async function insertDemoRectifications(
  transaction: Queryable,
  rectifications: readonly DemoRectification[],
  by: string,
): Promise<void> {
  await transaction.query(
    `INSERT INTO park_rectifications (park_code, area_code, problem_tag, aspect, problem, measure,
       result, found_on, started_on, finished_on, cost_yuan, feature_code, copy_note, registered_by,
       registered_at)
     SELECT parks.code, parks.area_code, "problemTag", aspect, problem, measure, result, "foundOn",
       "startedOn", "finishedOn", "costYuan", "featureCode", "copyNote", $2,
       ("finishedOn" + time '17:00') AT TIME ZONE 'Asia/Shanghai'
     FROM json_to_recordset($1::json) AS record ("parkCode" text, "problemTag" text, aspect text,
       problem text, measure text, result text, "foundOn" date, "startedOn" date,
       "finishedOn" date, "costYuan" bigint, "featureCode" text, "copyNote" text)
     JOIN parks ON parks.code = "parkCode"
     ORDER BY "foundOn", parks.code`,
    [JSON.stringify(rectifications), by],
  )
}

export async function insertDemoExchanges(
  transaction: Queryable,
  exchanges: readonly DemoExchange[],
  by: string,
): Promise<void> {
  await transaction.query(
    `INSERT INTO park_exchanges (park_code, area_code, kind, held_on, topic, visitors, people,
       registered_by, registered_at)
     SELECT parks.code, parks.area_code, kind, "heldOn", topic, visitors, people, $2,
       ("heldOn" + time '17:00') AT TIME ZONE 'Asia/Shanghai'
     FROM json_to_recordset($1::json) AS record ("parkCode" text, kind text, "heldOn" date,
       topic text, visitors text, people integer)
     JOIN parks ON parks.code = "parkCode"
     ORDER BY "heldOn", parks.code`,
    [JSON.stringify(exchanges), by],
  )
}

export async function insertDemoTours(
  transaction: Queryable,
  tours: readonly DemoTour[],
  mark: { by: string; at: Date },
): Promise<void> {
  await transaction.query(
    `INSERT INTO park_tours (park_code, area_code, steps, changed_by, changed_at)
     SELECT parks.code, parks.area_code, steps, $2, $3::timestamptz
     FROM json_to_recordset($1::json) AS record ("parkCode" text, steps jsonb)
     JOIN parks ON parks.code = "parkCode"`,
    [JSON.stringify(tours), mark.by, mark.at],
  )
}

/** So that the planner knows what was loaded. */
export async function analyzeSites(transaction: Queryable): Promise<void> {
  await transaction.query('ANALYZE park_rectifications, park_exchanges, park_tours')
}
