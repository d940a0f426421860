import * as z from 'zod/mini'
import { attendanceSchema, trainingItemSchema } from '#data/contract/offices/trainings'
import { DISTRICT_CODE } from '#data/domain/areas'
import { TARGETED_KIND, type TrainingKind } from '#data/domain/trainings'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import type { Page } from './paging.ts'

type Scope = { area: string; from: string; until: string; kind?: TrainingKind | undefined }

/** Attendances of the area of $1, and of all. */
const TRAININGS = `
  SELECT training.code, training.kind, training.title, training.area_code AS "areaCode",
    area.name AS "areaName", training.held_on AS "heldOn", training.place, training.organiser,
    (SELECT count(*) FROM training_attendances AS taken
     WHERE taken.training_id = training.id AND taken.area_code >= $1
       AND taken.area_code < $1 || ':') AS enterprises,
    (SELECT count(*) FROM training_attendances AS taken
     WHERE taken.training_id = training.id) AS "allEnterprises",
    training.other_persons + (SELECT coalesce(sum(taken.persons), 0)
      FROM training_attendances AS taken WHERE taken.training_id = training.id) AS persons,
    training.other_enterprises AS "otherEnterprises", training.registered_by AS "registeredBy",
    to_json(training.registered_at) AS "registeredAt",
    CASE WHEN training.withdrawn_at IS NOT NULL THEN json_build_object(
      'at', training.withdrawn_at, 'by', training.withdrawn_by,
      'reason', training.withdrawal_reason) END AS withdrawn,
    training.fictitious
  FROM trainings AS training
  JOIN areas AS area ON area.code = training.area_code`

/** Held by the area or one in it, or attended by an enterprise of it. */
const CONDITION = `training.held_on BETWEEN $2 AND $3
  AND ($4::text IS NULL OR training.kind = $4)
  AND ((training.area_code >= $1 AND training.area_code < $1 || ':')
    OR EXISTS (SELECT FROM training_attendances AS taken
      WHERE taken.training_id = training.id AND taken.area_code >= $1
        AND taken.area_code < $1 || ':'))`

export function listTrainings(
  transaction: Queryable,
  { area, from, until, kind }: Scope,
  { offset, limit }: Page,
): Promise<z.infer<typeof trainingItemSchema>[]> {
  return query(
    transaction,
    trainingItemSchema,
    `${TRAININGS} WHERE ${CONDITION}
     ORDER BY training.held_on DESC, training.id DESC OFFSET $5 LIMIT $6`,
    [area, from, until, kind ?? null, offset, limit + 1],
  )
}

const sumRowSchema = z.object({ count: z.int(), persons: z.int() })

/** Persons from enterprises of the area of $1; those of no park only where it held the training. */
const PERSONS = `
  CASE WHEN training.area_code >= $1 AND training.area_code < $1 || ':'
    THEN training.other_persons ELSE 0 END
  + (SELECT coalesce(sum(taken.persons), 0) FROM training_attendances AS taken
     WHERE taken.training_id = training.id AND taken.area_code >= $1
       AND taken.area_code < $1 || ':')`

/** Number of trainings, and persons of the area in them; `counted` leaves out what was withdrawn. */
export async function sumTrainings(
  transaction: Queryable,
  { area, from, until, kind }: Scope,
  { counted }: { counted: boolean },
): Promise<z.infer<typeof sumRowSchema>> {
  const [row] = await query(
    transaction,
    sumRowSchema,
    `SELECT count(*) AS count, coalesce(sum(${PERSONS}), 0)::integer AS persons
     FROM trainings AS training
     WHERE ${CONDITION} ${counted ? 'AND training.withdrawn_at IS NULL' : ''}`,
    [area, from, until, kind ?? null],
  )
  if (!row) throw new Error('A sum has one row')
  return row
}

/** One training; attendances of the area of none, since nobody asked for one. */
export async function findTraining(
  transaction: Queryable,
  code: string,
): Promise<z.infer<typeof trainingItemSchema> | undefined> {
  const [row] = await query(
    transaction,
    trainingItemSchema,
    `${TRAININGS} WHERE training.code = $2`,
    [DISTRICT_CODE, code],
  )
  return row
}

export function listAttendances(
  transaction: Queryable,
  code: string,
): Promise<z.infer<typeof attendanceSchema>[]> {
  return query(
    transaction,
    attendanceSchema,
    `SELECT taken.enterprise_code AS "enterpriseCode", enterprise.name AS "enterpriseName",
       taken.park_code AS "parkCode", park.name AS "parkName", taken.persons
     FROM training_attendances AS taken
     JOIN trainings AS training ON training.id = taken.training_id
     JOIN enterprises AS enterprise ON enterprise.code = taken.enterprise_code
     JOIN parks AS park ON park.code = taken.park_code
     WHERE training.code = $1
     ORDER BY taken.area_code, park.name, enterprise.name, enterprise.code`,
    [code],
  )
}

const coverageRowSchema = z.object({
  areaCode: z.string(),
  areaName: z.string(),
  trained: z.int(),
  enterprises: z.int(),
})

/**
 * Registered enterprises of an area and of those one level below, and how many of each took part in
 * at least one training in a span of days.
 */
export function measureCoverage(
  transaction: Queryable,
  { area, from, until }: Scope,
): Promise<z.infer<typeof coverageRowSchema>[]> {
  return query(
    transaction,
    coverageRowSchema,
    `WITH trained AS (
       SELECT DISTINCT taken.enterprise_code AS code
       FROM training_attendances AS taken
       JOIN trainings AS training ON training.id = taken.training_id
       WHERE taken.area_code >= $1 AND taken.area_code < $1 || ':'
         AND taken.held_on BETWEEN $2 AND $3 AND training.withdrawn_at IS NULL
     )
     SELECT area.code AS "areaCode", area.name AS "areaName", count(trained.code) AS trained,
       count(enterprise.code) AS enterprises
     FROM areas AS area
     LEFT JOIN enterprises AS enterprise ON enterprise.area_code >= area.code
       AND enterprise.area_code < area.code || ':' AND enterprise.retired_at IS NULL
     LEFT JOIN trained ON trained.code = enterprise.code
     WHERE area.code = $1 OR area.parent_code = $1
     GROUP BY area.code, area.name
     ORDER BY area.code`,
    [area, from, until],
  )
}

const tenThousandRowSchema = z.object({
  attendances: z.int(),
  target: z.nullable(z.int()),
  targetSource: z.nullable(z.string()),
})

/** 万家企业培训 of the whole district in a year, in 家次, and the number it should reach. */
export async function sumTenThousand(
  transaction: Queryable,
  year: number,
): Promise<z.infer<typeof tenThousandRowSchema>> {
  const [row] = await query(
    transaction,
    tenThousandRowSchema,
    `WITH held AS (
       SELECT id, other_enterprises FROM trainings
       WHERE kind = $1 AND withdrawn_at IS NULL
         AND held_on BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31)
     ), target AS (
       SELECT attendances, source FROM training_targets WHERE kind = $1 AND year = $2
       ORDER BY id DESC LIMIT 1
     )
     SELECT (SELECT coalesce(sum(other_enterprises), 0) FROM held)
         + (SELECT count(*) FROM training_attendances WHERE training_id IN (SELECT id FROM held))
         AS attendances,
       (SELECT attendances FROM target) AS target, (SELECT source FROM target) AS "targetSource"`,
    [TARGETED_KIND, year],
  )
  if (!row) throw new Error('A sum has one row')
  return row
}
