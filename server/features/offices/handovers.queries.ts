import * as z from 'zod/mini'
import { handoverSchema, type DutyItem } from '#data/contract/offices/handovers'
import { dutySchema, type Duty } from '#data/domain/handovers'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { isOpenNow } from '../hiddenDangers/countedDangers.queries.ts'
import type { VersionMark } from '../versions/editRecord.ts'

/** Where each duty stands: the table, the column of the name, and which rows are still open. */
const PLACES = {
  hiddenDangerResponsible: {
    table: 'hidden_dangers',
    column: 'responsible_person',
    name: 'entry.description',
    open: isOpenNow('entry'),
  },
  riskPointResponsible: {
    table: 'risk_points',
    column: 'responsible_person',
    name: 'entry.name',
    open: 'entry.retired_at IS NULL',
  },
  riskPointGuarantor: {
    table: 'risk_points',
    column: 'guarantor',
    name: 'entry.name',
    open: 'entry.retired_at IS NULL',
  },
  enterpriseOfficer: {
    table: 'enterprises',
    column: 'safety_officer',
    name: 'entry.name',
    open: 'entry.retired_at IS NULL',
  },
} as const satisfies Record<Duty, { table: string; column: string; name: string; open: string }>

/** Every open duty of everybody in the area of $1. */
const DUTY_ROWS = (Object.keys(PLACES) as Duty[])
  .map((duty) => {
    const { table, column, name, open } = PLACES[duty]
    return `SELECT '${duty}' AS duty, entry.${column} AS person, entry.code, ${name} AS name,
        entry.area_code, entry.park_code
      FROM ${table} AS entry
      WHERE entry.${column} IS NOT NULL AND ${open}
        AND entry.area_code >= $1 AND entry.area_code < $1 || ':'`
  })
  .join(' UNION ALL ')

const personRowSchema = z.object({ name: z.string(), records: z.int() })

/** Who is named in open records of an area, and in how many; the first 50. */
export function listPersons(
  transaction: Queryable,
  area: string,
  text: string | null,
): Promise<z.infer<typeof personRowSchema>[]> {
  return query(
    transaction,
    personRowSchema,
    `SELECT person AS name, count(*) AS records FROM (${DUTY_ROWS}) AS duty
     WHERE $2::text IS NULL OR position($2 IN person) > 0
     GROUP BY person ORDER BY records DESC, person LIMIT 50`,
    [area, text],
  )
}

const countRowSchema = z.object({ duty: dutySchema, count: z.int() })

/** How much of each kind is in a person's name. */
export function countDuties(
  transaction: Queryable,
  area: string,
  person: string,
): Promise<z.infer<typeof countRowSchema>[]> {
  return query(
    transaction,
    countRowSchema,
    `SELECT duty, count(*) AS count FROM (${DUTY_ROWS}) AS duty WHERE person = $2 GROUP BY duty`,
    [area, person],
  )
}

const itemRowSchema = z.object({
  duty: dutySchema,
  code: z.string(),
  name: z.string(),
  areaCode: z.string(),
  street: z.string(),
  parkCode: z.string(),
  parkName: z.string(),
})

/** What is in a person's name, the first 500. */
export function listDuties(
  transaction: Queryable,
  area: string,
  person: string,
): Promise<DutyItem[]> {
  return query(
    transaction,
    itemRowSchema,
    `SELECT duty.duty, duty.code, duty.name, duty.area_code AS "areaCode", street.name AS street,
       duty.park_code AS "parkCode", park.name AS "parkName"
     FROM (${DUTY_ROWS}) AS duty
     JOIN parks AS park ON park.code = duty.park_code
     JOIN areas AS street ON street.code = left(duty.area_code, 9)
     WHERE duty.person = $2
     ORDER BY duty.duty, duty.area_code, duty.code LIMIT 500`,
    [area, person],
  )
}

type Change = { area: string; from: string; to: string }

/**
 * Locks what names a person, so that nobody else changes it before the transaction ends; hidden
 * dangers in the order of their ids, as merging does: two orders would wait for each other.
 */
export async function lockDuties(transaction: Queryable, { area, from }: Change): Promise<void> {
  for (const { table, column, open } of Object.values(PLACES)) {
    await transaction.query(
      `SELECT FROM ${table} AS entry WHERE entry.${column} = $2 AND ${open}
         AND entry.area_code >= $1 AND entry.area_code < $1 || ':'
       ORDER BY ${table === 'hidden_dangers' ? 'entry.id' : 'entry.code'} FOR UPDATE`,
      [area, from],
    )
  }
}

/** Puts another name to risk points and enterprises: each gets a version that says why. */
export async function renameVersioned(
  transaction: Queryable,
  { area, from, to }: Change,
  { by, at, reason }: VersionMark,
): Promise<void> {
  const parameters = [area, from, to, at, by, reason]
  const inArea = `AND retired_at IS NULL AND area_code >= $1 AND area_code < $1 || ':'`
  const mark = `valid_from = $4, changed_by = $5, change_kind = 'edit', change_reason = $6`
  await transaction.query(
    `UPDATE risk_points SET
       responsible_person = CASE responsible_person WHEN $2 THEN $3 ELSE responsible_person END,
       guarantor = CASE guarantor WHEN $2 THEN $3 ELSE guarantor END, ${mark}
     WHERE (responsible_person = $2 OR guarantor = $2) ${inArea}`,
    parameters,
  )
  await transaction.query(
    `UPDATE enterprises SET safety_officer = $3, ${mark} WHERE safety_officer = $2 ${inArea}`,
    parameters,
  )
}

/** Puts another name to open hidden dangers; each gets an event of its own. */
export async function renameHiddenDangers(
  transaction: Queryable,
  { area, from, to }: Change,
  { by, at, reason }: VersionMark,
): Promise<void> {
  await transaction.query(
    `WITH moved AS (
       UPDATE hidden_dangers AS entry SET responsible_person = $3, version = version + 1
       WHERE entry.responsible_person = $2 AND ${PLACES.hiddenDangerResponsible.open}
         AND entry.area_code >= $1 AND entry.area_code < $1 || ':'
       RETURNING entry.id, entry.version, entry.area_code, entry.state
     )
     INSERT INTO hidden_danger_events (hidden_danger_id, sequence, area_code, action, from_state,
       to_state, at, by, note, details)
     SELECT id, version, area_code, 'handOver', state, state, $4, $5, $6,
       jsonb_build_object('responsiblePerson', $3::text, 'from', $2::text)
     FROM moved`,
    [area, from, to, at, by, reason],
  )
}

export async function insertHandover(
  transaction: Queryable,
  handover: {
    areaCode: string
    fromPerson: string
    toPerson: string
    reason: string
    counts: Record<string, number>
    by: string
    at: Date
  },
): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ id: z.int() }),
    `INSERT INTO handovers (area_code, from_person, to_person, reason, counts, handed_by, handed_at)
     VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7) RETURNING id`,
    [
      handover.areaCode,
      handover.fromPerson,
      handover.toPerson,
      handover.reason,
      handover.counts,
      handover.by,
      handover.at,
    ],
  )
  if (!row) throw new Error('The handover was not inserted')
  return row.id
}

/** Handovers of an area, the latest first; all without one, or only that of an id. */
export function listHandovers(
  transaction: Queryable,
  { area, id }: { area?: string | undefined; id?: number },
): Promise<z.infer<typeof handoverSchema>[]> {
  return query(
    transaction,
    handoverSchema,
    `SELECT handover.id, handover.area_code AS "areaCode", area.name AS "areaName",
       handover.from_person AS "fromPerson", handover.to_person AS "toPerson", handover.reason,
       handover.counts, handover.handed_by AS "handedBy",
       to_json(handover.handed_at) AS "handedAt"
     FROM handovers AS handover JOIN areas AS area ON area.code = handover.area_code
     WHERE ($1::text IS NULL OR (handover.area_code >= $1 AND handover.area_code < $1 || ':'))
       AND ($2::integer IS NULL OR handover.id = $2)
     ORDER BY handover.id DESC LIMIT 200`,
    [area ?? null, id ?? null],
  )
}
