import * as z from 'zod/mini'
import { workPermitSchema } from '#data/contract/offices/workPermits'
import {
  SAME_PLACE_METRES,
  workPermitStateSchema,
  type WorkPermitKind,
  type WorkPermitState,
} from '#data/domain/workPermits'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import type { Page } from './paging.ts'
import { placeColumns, placeJoins, within } from './place.queries.ts'

/** The state at the instant of a parameter: as `workPermitState` computes it. */
const stateAt = (now: string): string => `
  CASE WHEN permit.cancelled_at IS NOT NULL THEN 'cancelled'
    WHEN ${now}::timestamptz < permit.starts_at THEN 'reported'
    WHEN ${now}::timestamptz < coalesce(permit.ended_at, permit.ends_at) THEN 'ongoing'
    ELSE 'ended' END`

/** Other work of the same hours that is near, on either side not cancelled. */
const OVERLAPS = `coalesce((
  SELECT json_agg(other.code ORDER BY other.starts_at, other.code)
  FROM work_permits AS other
  WHERE permit.cancelled_at IS NULL AND other.cancelled_at IS NULL AND other.id <> permit.id
    AND other.park_code = permit.park_code
    AND other.starts_at < coalesce(permit.ended_at, permit.ends_at)
    AND coalesce(other.ended_at, other.ends_at) > permit.starts_at
    AND ST_DWithin(other.geom::geography, permit.geom::geography, ${SAME_PLACE_METRES})), '[]')`

const permits = (now: string): string => `
  SELECT permit.code, permit.kind, ${stateAt(now)} AS state, permit.place, permit.content,
    ST_X(permit.geom) AS longitude, ST_Y(permit.geom) AS latitude,
    to_json(permit.starts_at) AS "startsAt", to_json(permit.ends_at) AS "endsAt",
    to_json(permit.ended_at) AS "endedAt", permit.contractor, permit.workers, permit.approver,
    permit.guardian, permit.tester, ${OVERLAPS} AS overlaps,
    permit.registered_by AS "registeredBy", to_json(permit.registered_at) AS "registeredAt",
    CASE WHEN permit.cancelled_at IS NOT NULL THEN json_build_object('at', permit.cancelled_at,
      'by', permit.cancelled_by, 'reason', permit.cancel_reason) END AS cancelled,
    permit.fictitious, ${placeColumns('permit')}
  FROM work_permits AS permit ${placeJoins('permit')}`

type Filter = {
  area?: string | undefined
  park?: string | undefined
  kind?: WorkPermitKind | undefined
  state?: WorkPermitState | undefined
}

/** Work that passes a filter: what goes on first, then what is to come, then what was. */
export function listWorkPermits(
  transaction: Queryable,
  filter: Filter,
  now: Date,
  { offset, limit }: Page,
): Promise<z.infer<typeof workPermitSchema>[]> {
  return query(
    transaction,
    workPermitSchema,
    `${permits('$5')}
     WHERE ${within('permit', '$1')} AND ($2::text IS NULL OR permit.park_code = $2)
       AND ($3::text IS NULL OR permit.kind = $3)
       AND ($4::text IS NULL OR ${stateAt('$5')} = $4)
     ORDER BY array_position(ARRAY['ongoing', 'reported'], ${stateAt('$5')}) NULLS LAST,
       CASE ${stateAt('$5')} WHEN 'ongoing' THEN permit.ends_at
         WHEN 'reported' THEN permit.starts_at END,
       permit.starts_at DESC, permit.id DESC
     OFFSET $6 LIMIT $7`,
    [
      filter.area ?? null,
      filter.park ?? null,
      filter.kind ?? null,
      filter.state ?? null,
      now,
      offset,
      limit + 1,
    ],
  )
}

const countRowSchema = z.object({ state: workPermitStateSchema, count: z.int() })

/** How much work of an area and park is in each state. */
export function countWorkPermits(
  transaction: Queryable,
  { area, park, kind }: Filter,
  now: Date,
): Promise<z.infer<typeof countRowSchema>[]> {
  return query(
    transaction,
    countRowSchema,
    `SELECT ${stateAt('$4')} AS state, count(*) AS count FROM work_permits AS permit
     WHERE ${within('permit', '$1')} AND ($2::text IS NULL OR permit.park_code = $2)
       AND ($3::text IS NULL OR permit.kind = $3)
     GROUP BY 1`,
    [area ?? null, park ?? null, kind ?? null, now],
  )
}

export async function findWorkPermit(
  transaction: Queryable,
  code: string,
  now: Date,
): Promise<z.infer<typeof workPermitSchema> | undefined> {
  const [row] = await query(
    transaction,
    workPermitSchema,
    `${permits('$2')} WHERE permit.code = $1`,
    [code, now],
  )
  return row
}

/** Lets one report of a park be written after the other. */
export async function lockPark(transaction: Queryable, parkCode: string): Promise<void> {
  await transaction.query('SELECT FROM parks WHERE code = $1 FOR NO KEY UPDATE', [parkCode])
}

/** Locks a report against a second answer. */
export async function lockWorkPermit(transaction: Queryable, code: string): Promise<void> {
  await transaction.query('SELECT FROM work_permits WHERE code = $1 FOR UPDATE', [code])
}

export type NewWorkPermit = {
  code: string
  areaCode: string
  parkCode: string
  enterpriseCode: string | null
  kind: WorkPermitKind
  place: string
  content: string
  longitude: number
  latitude: number
  startsAt: string
  endsAt: string
  contractor: string | null
  workers: number
  approver: string
  guardian: string
  tester: string | null
  by: string
  at: Date
  fictitious: boolean
}

export async function insertWorkPermit(
  transaction: Queryable,
  permit: NewWorkPermit,
): Promise<void> {
  await transaction.query(
    `INSERT INTO work_permits (code, area_code, park_code, enterprise_code, kind, place, content,
       geom, starts_at, ends_at, contractor, workers, approver, guardian, tester, registered_by,
       registered_at, fictitious)
     VALUES ($1, $2, $3, $4, $5, $6, $7, ST_SetSRID(ST_MakePoint($8, $9), 4326), $10, $11, $12, $13,
       $14, $15, $16, $17, $18, $19)`,
    [
      permit.code,
      permit.areaCode,
      permit.parkCode,
      permit.enterpriseCode,
      permit.kind,
      permit.place,
      permit.content,
      permit.longitude,
      permit.latitude,
      permit.startsAt,
      permit.endsAt,
      permit.contractor,
      permit.workers,
      permit.approver,
      permit.guardian,
      permit.tester,
      permit.by,
      permit.at,
      permit.fictitious,
    ],
  )
}

export async function endWorkPermit(transaction: Queryable, code: string, at: Date): Promise<void> {
  await transaction.query('UPDATE work_permits SET ended_at = $2 WHERE code = $1', [code, at])
}

export async function cancelWorkPermit(
  transaction: Queryable,
  code: string,
  { by, at, reason }: { by: string; at: Date; reason: string },
): Promise<void> {
  await transaction.query(
    `UPDATE work_permits SET cancelled_by = $2, cancelled_at = $3, cancel_reason = $4
     WHERE code = $1`,
    [code, by, at, reason],
  )
}

const distanceRowSchema = z.object({ metres: z.number() })

/** Metres from a position to a park; 0 inside it. */
export async function metresFromPark(
  transaction: Queryable,
  parkCode: string,
  { longitude, latitude }: { longitude: number; latitude: number },
): Promise<number> {
  const [row] = await query(
    transaction,
    distanceRowSchema,
    `SELECT ST_Distance(geom::geography,
       ST_SetSRID(ST_MakePoint($2, $3), 4326)::geography) AS metres
     FROM parks WHERE code = $1`,
    [parkCode, longitude, latitude],
  )
  return row?.metres ?? Infinity
}
