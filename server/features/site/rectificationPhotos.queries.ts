import * as z from 'zod/mini'
import type { RectificationSide } from '#data/domain/learning'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { photoContentSchema } from '../photos/photos.queries.ts'
import type { ReadPhoto } from '../photos/readPhoto.ts'

const subjectRowSchema = z.object({ id: z.int(), parkCode: z.string(), areaCode: z.string() })

/** The rectification that a photo is added to, or undefined. */
export async function findPhotoSubject(
  transaction: Queryable,
  id: number,
): Promise<z.infer<typeof subjectRowSchema> | undefined> {
  const [row] = await query(
    transaction,
    subjectRowSchema,
    `SELECT id, park_code AS "parkCode", area_code AS "areaCode" FROM park_rectifications
     WHERE id = $1`,
    [id],
  )
  return row
}

/** How many photos a rectification has, both sides together. */
export async function countRectificationPhotos(
  transaction: Queryable,
  rectificationId: number,
): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ count: z.int() }),
    `SELECT count(*)::integer AS count FROM rectification_photos WHERE rectification_id = $1`,
    [rectificationId],
  )
  return row?.count ?? 0
}

/** Whether the same picture of the same side was sent before. */
export async function hasRectificationPhoto(
  transaction: Queryable,
  rectificationId: number,
  side: RectificationSide,
  sha256: string,
): Promise<boolean> {
  const rows = await query(
    transaction,
    z.object({ id: z.int() }),
    `SELECT id FROM rectification_photos
     WHERE rectification_id = $1 AND side = $2 AND sha256 = $3`,
    [rectificationId, side, sha256],
  )
  return rows.length > 0
}

type NewPhoto = ReadPhoto & {
  rectificationId: number
  areaCode: string
  side: RectificationSide
  by: string
  at: Date
}

export async function insertRectificationPhoto(
  transaction: Queryable,
  photo: NewPhoto,
): Promise<void> {
  await transaction.query(
    `INSERT INTO rectification_photos (rectification_id, area_code, side, media_type, width, height,
       content, sha256, taken_at, taken_point, uploaded_by, uploaded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,
       ST_SetSRID(ST_MakePoint($10::float8, $11::float8), 4326), $12, $13)`,
    [
      photo.rectificationId,
      photo.areaCode,
      photo.side,
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
}

/** The bytes of a photo, or undefined without such a photo. */
export async function findRectificationPhoto(
  transaction: Queryable,
  id: number,
): Promise<z.infer<typeof photoContentSchema> | undefined> {
  const [row] = await query(
    transaction,
    photoContentSchema,
    'SELECT media_type AS "mediaType", content AS bytes FROM rectification_photos WHERE id = $1',
    [id],
  )
  return row
}
