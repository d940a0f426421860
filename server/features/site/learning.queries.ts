import * as z from 'zod/mini'
import {
  learningSchema,
  measuresSchema,
  rectificationRecordSchema,
  type RectificationRecord,
  type ScoreSheet,
} from '#data/contract/site/siteResponses'
import { exchangeSchema, type Exchange, type Rectification } from '#data/domain/learning'
import type { ProblemTag } from '#data/domain/parks'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

const RECTIFICATION_COLUMNS = `
  rectification.id, rectification.problem_tag AS "problemTag", rectification.aspect,
  rectification.problem, rectification.measure, rectification.result,
  rectification.found_on AS "foundOn", rectification.started_on AS "startedOn",
  rectification.finished_on AS "finishedOn", rectification.cost_yuan AS "costYuan",
  rectification.feature_code AS "featureCode", rectification.copy_note AS "copyNote"`

/** What the rectification of a park found and did, with its photos; the first found first. */
export function listRectifications(
  transaction: Queryable,
  parkCode: string,
): Promise<RectificationRecord[]> {
  return query(
    transaction,
    rectificationRecordSchema,
    `SELECT ${RECTIFICATION_COLUMNS},
       coalesce((SELECT json_agg(json_build_object('id', id, 'side', side, 'width', width,
           'height', height, 'takenAt', taken_at, 'uploadedBy', uploaded_by) ORDER BY id)
         FROM rectification_photos WHERE rectification_id = rectification.id), '[]') AS photos
     FROM park_rectifications AS rectification
     WHERE rectification.park_code = $1 ORDER BY rectification.found_on, rectification.id`,
    [parkCode],
  )
}

const measureRowSchema = measuresSchema.shape.items.def.element
export type MeasureRow = z.infer<typeof measureRowSchema>

/** Measures of demonstration parks that are offered for copying, park after park. */
export function listMeasures(
  transaction: Queryable,
  problem: ProblemTag | null,
): Promise<MeasureRow[]> {
  return query(
    transaction,
    measureRowSchema,
    `SELECT ${RECTIFICATION_COLUMNS}, park.code AS "parkCode", park.name AS "parkName",
       street.name AS street
     FROM park_rectifications AS rectification
     JOIN parks AS park ON park.code = rectification.park_code
     JOIN areas AS street ON street.code = left(park.area_code, 9)
     WHERE park.demonstration AND park.retired_at IS NULL AND rectification.copy_note IS NOT NULL
       AND ($1::text IS NULL OR rectification.problem_tag = $1)
     ORDER BY park.code, rectification.found_on, rectification.id`,
    [problem],
  )
}

/** Who came to learn from a park, the latest first. */
export function listExchanges(transaction: Queryable, parkCode: string): Promise<Exchange[]> {
  return query(
    transaction,
    exchangeSchema,
    `SELECT id, kind, held_on AS "heldOn", topic, visitors, people FROM park_exchanges
     WHERE park_code = $1 ORDER BY held_on DESC, id DESC`,
    [parkCode],
  )
}

const sheetRowSchema = z.object({
  before: learningSchema.shape.before,
  after: learningSchema.shape.after,
})

const SHEET = `json_build_object('on', at::date, 'evaluator', evaluator, 'scores', scores,
  'total', total)`

/**
 * The scores of a park before and after: the first sheet that was ever filled in for it, and the
 * last one of its latest acceptance in force, or of its latest grading where it has none. A park
 * that was scored once has only a sheet before.
 */
export async function findScoreSheets(
  transaction: Queryable,
  parkCode: string,
): Promise<{ before: ScoreSheet | null; after: ScoreSheet | null }> {
  const [row] = await query(
    transaction,
    sheetRowSchema,
    `WITH sheet AS (
       SELECT event.grading_id, event.sequence, event.at, event.evaluator, event.scores,
         event.total, grading.purpose, grading.state, grading.decided_at
       FROM park_grading_events AS event
       JOIN park_gradings AS grading ON grading.id = event.grading_id
       WHERE grading.park_code = $1 AND grading.state <> 'withdrawn' AND event.scores IS NOT NULL
     ), first AS (
       SELECT * FROM sheet ORDER BY at, grading_id, sequence LIMIT 1
     ), last AS (
       SELECT * FROM sheet WHERE state = 'effective'
       ORDER BY purpose = 'acceptance' DESC, decided_at DESC, grading_id DESC, sequence DESC LIMIT 1
     )
     SELECT (SELECT ${SHEET} FROM first) AS before,
       (SELECT ${SHEET} FROM last
        WHERE (at, grading_id, sequence) > (SELECT at, grading_id, sequence FROM first)) AS after`,
    [parkCode],
  )
  return row ?? { before: null, after: null }
}

/** Whether a thing of the site belongs to a park. */
export async function hasFeature(
  transaction: Queryable,
  parkCode: string,
  featureCode: string,
): Promise<boolean> {
  const rows = await query(
    transaction,
    z.object({ code: z.string() }),
    'SELECT code FROM park_features WHERE park_code = $1 AND code = $2',
    [parkCode, featureCode],
  )
  return rows.length > 0
}

/** Who writes something down of a park, and when. */
type Registered = { parkCode: string; areaCode: string; by: string; at: Date }
const idSchema = z.object({ id: z.int() })

/** False where the same was written down already. */
export async function insertRectification(
  transaction: Queryable,
  entry: Registered & Omit<Rectification, 'id'>,
): Promise<boolean> {
  const rows = await query(
    transaction,
    idSchema,
    `INSERT INTO park_rectifications (park_code, area_code, problem_tag, aspect, problem, measure,
       result, found_on, started_on, finished_on, cost_yuan, feature_code, copy_note,
       registered_by, registered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::date, $9::date, $10::date, $11::bigint, $12, $13, $14,
       $15)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      entry.parkCode,
      entry.areaCode,
      entry.problemTag,
      entry.aspect,
      entry.problem,
      entry.measure,
      entry.result,
      entry.foundOn,
      entry.startedOn,
      entry.finishedOn,
      entry.costYuan,
      entry.featureCode,
      entry.copyNote,
      entry.by,
      entry.at,
    ],
  )
  return rows.length > 0
}

/** False where the same was written down already. */
export async function insertExchange(
  transaction: Queryable,
  entry: Registered & Omit<Exchange, 'id'>,
): Promise<boolean> {
  const rows = await query(
    transaction,
    idSchema,
    `INSERT INTO park_exchanges (park_code, area_code, kind, held_on, topic, visitors, people,
       registered_by, registered_at)
     VALUES ($1, $2, $3, $4::date, $5, $6, $7, $8, $9)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      entry.parkCode,
      entry.areaCode,
      entry.kind,
      entry.heldOn,
      entry.topic,
      entry.visitors,
      entry.people,
      entry.by,
      entry.at,
    ],
  )
  return rows.length > 0
}
