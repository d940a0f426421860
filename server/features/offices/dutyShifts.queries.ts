import type * as z from 'zod/mini'
import { dutyShiftSchema } from '#data/contract/offices/handovers'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

/** Who is on duty in an area from one day to another; days without anybody are left out. */
export function listDutyShifts(
  transaction: Queryable,
  { area, from, until }: { area: string; from: string; until: string },
): Promise<z.infer<typeof dutyShiftSchema>[]> {
  return query(
    transaction,
    dutyShiftSchema,
    `SELECT * FROM (
       SELECT DISTINCT ON (area_code, day) area_code AS "areaCode", day, leader, officer, phone,
         set_by AS "setBy", to_json(set_at) AS "setAt"
       FROM duty_shifts WHERE area_code = $1 AND day BETWEEN $2 AND $3
       ORDER BY area_code, day, id DESC
     ) AS shift
     WHERE leader IS NOT NULL ORDER BY day`,
    [area, from, until],
  )
}

/** Says who is on duty on a day; nobody, with nulls. What was said before stays below it. */
export async function insertDutyShift(
  transaction: Queryable,
  shift: {
    areaCode: string
    day: string
    leader: string | null
    officer: string | null
    phone: string | null
    by: string
    at: Date
  },
): Promise<void> {
  await transaction.query(
    `INSERT INTO duty_shifts (area_code, day, leader, officer, phone, set_by, set_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [shift.areaCode, shift.day, shift.leader, shift.officer, shift.phone, shift.by, shift.at],
  )
}
