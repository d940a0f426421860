import * as z from 'zod/mini'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

/** Columns of `placedSchema`, for a row with area_code, park_code and enterprise_code. */
export const placeColumns = (row: string): string => `
  ${row}.area_code AS "areaCode", street.name AS street, community.name AS community,
  ${row}.park_code AS "parkCode", park.name AS "parkName",
  ${row}.enterprise_code AS "enterpriseCode", enterprise.name AS "enterpriseName"`

export const placeJoins = (row: string): string => `
  JOIN parks AS park ON park.code = ${row}.park_code
  LEFT JOIN enterprises AS enterprise ON enterprise.code = ${row}.enterprise_code
  JOIN areas AS community ON community.code = ${row}.area_code
  JOIN areas AS street ON street.code = left(${row}.area_code, 9)`

/** The condition that a row lies in the area of a parameter, or that none was asked for. */
export const within = (row: string, parameter: string): string =>
  `(${parameter}::text IS NULL
    OR (${row}.area_code >= ${parameter} AND ${row}.area_code < ${parameter} || ':'))`

const placeRowSchema = z.object({
  areaCode: z.string(),
  fictitious: z.boolean(),
  enterpriseFits: z.boolean(),
  longitude: z.number(),
  latitude: z.number(),
})
export type RecordPlace = z.infer<typeof placeRowSchema>

/** Where a park is, and whether an enterprise rents there; undefined without such a park. */
export async function findRecordPlace(
  transaction: Queryable,
  parkCode: string,
  enterpriseCode: string | null,
): Promise<RecordPlace | undefined> {
  const [row] = await query(
    transaction,
    placeRowSchema,
    `SELECT park.area_code AS "areaCode", park.fictitious,
       $2::text IS NULL OR EXISTS (
         SELECT FROM enterprises
         WHERE code = $2 AND park_code = $1 AND retired_at IS NULL) AS "enterpriseFits",
       ST_X(park.label_point) AS longitude, ST_Y(park.label_point) AS latitude
     FROM parks AS park WHERE park.code = $1`,
    [parkCode, enterpriseCode],
  )
  return row
}

const areaRowSchema = z.object({ code: z.string(), name: z.string() })

/** The name of an area, or undefined where there is none. */
export async function findAreaName(
  transaction: Queryable,
  code: string,
): Promise<string | undefined> {
  const [row] = await query(
    transaction,
    areaRowSchema,
    'SELECT code, name FROM areas WHERE code = $1',
    [code],
  )
  return row?.name
}

type CodeSequence = 'enforcement_codes' | 'accident_codes' | 'work_permit_codes' | 'training_codes'
const PREFIXES: Record<CodeSequence, string> = {
  enforcement_codes: 'ZF',
  accident_codes: 'SG',
  work_permit_codes: 'ZY',
  training_codes: 'PX',
}

/** A code that no record has: `ZF-00001`. */
export async function nextCode(transaction: Queryable, sequence: CodeSequence): Promise<string> {
  const [row] = await query(
    transaction,
    z.object({ code: z.string() }),
    `SELECT $1 || '-' || lpad(nextval('${sequence}')::text, 5, '0') AS code`,
    [PREFIXES[sequence]],
  )
  if (!row) throw new Error('A sequence gave no number')
  return row.code
}
