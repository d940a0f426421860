import * as z from 'zod/mini'
import { accidentItemSchema, dataConnectionSchema } from '#data/contract/offices/accidents'
import type { AccidentKind, DataSource } from '#data/domain/accidents'
import type { AreaLevel } from '#data/domain/areas'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { within } from './place.queries.ts'

const rowSchema = z.omit(accidentItemSchema, { grade: true })
export type AccidentRow = z.infer<typeof rowSchema>

const ENTRIES = `
  SELECT entry.code, entry.kind, entry.area_code AS "areaCode", area.name AS "areaName",
    entry.park_code AS "parkCode", park.name AS "parkName",
    entry.enterprise_code AS "enterpriseCode", enterprise.name AS "enterpriseName",
    entry.occurred_on AS "occurredOn", entry.accident_type AS "accidentType", entry.deaths,
    entry.serious_injuries AS "seriousInjuries", entry.loss_yuan AS "lossYuan", entry.place,
    entry.description, entry.measures, entry.source, entry.registered_by AS "registeredBy",
    to_json(entry.registered_at) AS "registeredAt",
    CASE WHEN entry.withdrawn_at IS NOT NULL THEN json_build_object('at', entry.withdrawn_at,
      'by', entry.withdrawn_by, 'reason', entry.withdrawal_reason) END AS withdrawn,
    entry.fictitious
  FROM accidents AS entry
  JOIN areas AS area ON area.code = entry.area_code
  LEFT JOIN parks AS park ON park.code = entry.park_code
  LEFT JOIN enterprises AS enterprise ON enterprise.code = entry.enterprise_code`

type Span = { area: string; from: string; until: string }

/** What happened in a span of days in an area, withdrawn entries too, the latest first. */
export function listAccidents(
  transaction: Queryable,
  { area, from, until }: Span,
  kind: AccidentKind | null,
): Promise<AccidentRow[]> {
  return query(
    transaction,
    rowSchema,
    `${ENTRIES}
     WHERE ${within('entry', '$1')} AND entry.occurred_on BETWEEN $2 AND $3
       AND ($4::text IS NULL OR entry.kind = $4)
     ORDER BY entry.occurred_on DESC, entry.id DESC LIMIT 500`,
    [area, from, until, kind],
  )
}

export async function findAccident(
  transaction: Queryable,
  code: string,
): Promise<AccidentRow | undefined> {
  const [row] = await query(transaction, rowSchema, `${ENTRIES} WHERE entry.code = $1`, [code])
  return row
}

const harmRowSchema = z.object({ accidents: z.int(), deaths: z.int(), nearMisses: z.int() })

/** 起数 and 死亡人数, and near misses, of a span of days; what was withdrawn does not count. */
export async function sumAccidents(
  transaction: Queryable,
  { area, from, until }: Span,
): Promise<z.infer<typeof harmRowSchema>> {
  const [row] = await query(
    transaction,
    harmRowSchema,
    `SELECT count(*) FILTER (WHERE kind = 'accident') AS accidents,
       coalesce(sum(deaths), 0) AS deaths,
       count(*) FILTER (WHERE kind = 'nearMiss') AS "nearMisses"
     FROM accidents AS entry
     WHERE ${within('entry', '$1')} AND entry.occurred_on BETWEEN $2 AND $3
       AND entry.withdrawn_at IS NULL`,
    [area, from, until],
  )
  if (!row) throw new Error('A sum has one row')
  return row
}

type NewAccident = Omit<
  AccidentRow,
  'areaName' | 'parkName' | 'enterpriseName' | 'registeredBy' | 'registeredAt' | 'withdrawn'
> & { by: string; at: Date }

export async function insertAccident(transaction: Queryable, entry: NewAccident): Promise<void> {
  await transaction.query(
    `INSERT INTO accidents (code, kind, area_code, park_code, enterprise_code, occurred_on,
       accident_type, deaths, serious_injuries, loss_yuan, place, description, measures, source,
       registered_by, registered_at, fictitious)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      entry.code,
      entry.kind,
      entry.areaCode,
      entry.parkCode,
      entry.enterpriseCode,
      entry.occurredOn,
      entry.accidentType,
      entry.deaths,
      entry.seriousInjuries,
      entry.lossYuan,
      entry.place,
      entry.description,
      entry.measures,
      entry.source,
      entry.by,
      entry.at,
      entry.fictitious,
    ],
  )
}

type Withdrawal = { by: string; at: Date; reason: string }

/** @returns whether it was there and counted until now */
export async function withdrawAccident(
  transaction: Queryable,
  code: string,
  { by, at, reason }: Withdrawal,
): Promise<boolean> {
  const rows = await transaction.query(
    `UPDATE accidents SET withdrawn_by = $2, withdrawn_at = $3, withdrawal_reason = $4
     WHERE code = $1 AND withdrawn_at IS NULL RETURNING code`,
    [code, by, at, reason],
  )
  return rows.length > 0
}

/** Any number that nothing else locks: no accident is registered while its register changes. */
const CONNECTION_LOCK = 440_312

/** Keeps the connection of a register as it is until the transaction ends. */
export async function lockConnection(transaction: Queryable): Promise<void> {
  await transaction.query('SELECT pg_advisory_xact_lock($1)', [CONNECTION_LOCK])
}

/** Accidents of a year and those after it that stand at another length of area code. */
export async function countAtOtherLevels(
  transaction: Queryable,
  codeLength: number,
  firstDay: string,
): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ count: z.int() }),
    `SELECT count(*) AS count FROM accidents
     WHERE kind = 'accident' AND withdrawn_at IS NULL AND occurred_on >= $2
       AND length(area_code) <> $1`,
    [codeLength, firstDay],
  )
  return row?.count ?? 0
}

/** The register that somebody connected, or null: 未接入. */
export async function readConnection(
  transaction: Queryable,
  source: DataSource,
): Promise<z.infer<typeof dataConnectionSchema> | null> {
  const [row] = await query(
    transaction,
    dataConnectionSchema,
    `SELECT source, source_name AS "sourceName", scope_level AS "scopeLevel",
       connected_on AS "connectedOn", connected_by AS "connectedBy",
       to_json(connected_at) AS "connectedAt"
     FROM data_connections WHERE source = $1 ORDER BY id DESC LIMIT 1`,
    [source],
  )
  return row ?? null
}

/** Connects a register, or says anew what it tells; what was said before stays below it. */
export async function insertConnection(
  transaction: Queryable,
  connection: {
    source: DataSource
    areaCode: string
    sourceName: string
    scopeLevel: AreaLevel
    connectedOn: string
    by: string
    at: Date
  },
): Promise<void> {
  await transaction.query(
    `INSERT INTO data_connections (source, area_code, source_name, scope_level, connected_on,
       connected_by, connected_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      connection.source,
      connection.areaCode,
      connection.sourceName,
      connection.scopeLevel,
      connection.connectedOn,
      connection.by,
      connection.at,
    ],
  )
}
