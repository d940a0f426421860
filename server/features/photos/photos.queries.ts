import * as z from 'zod/mini'
import { photoSchema, type Photo } from '#data/contract/hiddenDangerResponses'
import { hiddenDangerStateSchema } from '#data/domain/hiddenDangers'
import { PHOTO_TYPES, type PhotoStage } from '#data/domain/photos'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import type { ReadPhoto } from './readPhoto.ts'

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

const subjectRowSchema = z.object({
  id: z.int(),
  areaCode: z.string(),
  state: hiddenDangerStateSchema,
})

/** The hidden danger that a photo is added to; two that are added at once wait for each other. */
export async function lockPhotoSubject(
  transaction: Queryable,
  code: string,
): Promise<z.infer<typeof subjectRowSchema> | undefined> {
  const [row] = await query(
    transaction,
    subjectRowSchema,
    `SELECT id, area_code AS "areaCode", state FROM hidden_dangers WHERE code = $1 FOR UPDATE`,
    [code],
  )
  return row
}

/** The same picture of the same stage, where it was sent before. */
export async function findSamePhoto(
  transaction: Queryable,
  hiddenDangerId: number,
  stage: PhotoStage,
  sha256: string,
): Promise<Photo | undefined> {
  const [photo] = await query(
    transaction,
    photoSchema,
    `SELECT ${PHOTO_COLUMNS} FROM photos
     WHERE hidden_danger_id = $1 AND stage = $2 AND sha256 = $3`,
    [hiddenDangerId, stage, sha256],
  )
  return photo
}

type NewPhoto = ReadPhoto & {
  hiddenDangerId: number
  areaCode: string
  stage: PhotoStage
  by: string
  at: Date
}

export async function insertPhoto(transaction: Queryable, photo: NewPhoto): Promise<Photo> {
  const [inserted] = await query(
    transaction,
    photoSchema,
    `INSERT INTO photos (hidden_danger_id, area_code, stage, media_type, width, height, content,
       sha256, taken_at, taken_point, uploaded_by, uploaded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,
       ST_SetSRID(ST_MakePoint($10::float8, $11::float8), 4326), $12, $13)
     RETURNING ${PHOTO_COLUMNS}`,
    [
      photo.hiddenDangerId,
      photo.areaCode,
      photo.stage,
      photo.mediaType,
      photo.width,
      photo.height,
      photo.content,
      photo.sha256,
      photo.takenAt,
      photo.longitude,
      photo.latitude,
      photo.by,
      photo.at,
    ],
  )
  if (!inserted) throw new Error('The photo was not inserted')
  return inserted
}

/** The bytes of a photo and what they are. */
export const photoContentSchema = z.object({
  mediaType: z.enum(PHOTO_TYPES),
  bytes: z.instanceof(Uint8Array),
})

/** The bytes of a photo, or undefined without such a photo. */
export async function findPhotoContent(
  transaction: Queryable,
  id: number,
): Promise<z.infer<typeof photoContentSchema> | undefined> {
  const [row] = await query(
    transaction,
    photoContentSchema,
    'SELECT media_type AS "mediaType", content AS bytes FROM photos WHERE id = $1',
    [id],
  )
  return row
}
