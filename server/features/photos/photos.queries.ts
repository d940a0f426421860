import { photoSchema, type Photo } from '#data/contract/hiddenDangerResponses'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

const PHOTO_COLUMNS = `id, stage, media_type AS "mediaType", width, height,
  octet_length(content) AS bytes, to_json(taken_at) AS "takenAt", ST_X(taken_point) AS longitude,
  ST_Y(taken_point) AS latitude, uploaded_by AS "uploadedBy", to_json(uploaded_at) AS "uploadedAt"`

/** Photos of a hidden danger without their bytes, the first first. */
export function listPhotos(transaction: Queryable, hiddenDangerId: number): Promise<Photo[]> {
  return query(
    transaction,
    photoSchema,
    `SELECT ${PHOTO_COLUMNS} FROM photos WHERE hidden_danger_id = $1 ORDER BY id`,
    [hiddenDangerId],
  )
}
