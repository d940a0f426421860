import * as z from 'zod/mini'
import type { DemoDecision, UrgentDanger } from '#data/demo/indicators/createDecisions'
import type { Queryable } from '../db/Db.ts'
import { query } from '../db/query.ts'
import { isOpenNow } from '../features/hiddenDangers/countedDangers.queries.ts'

/** Frozen numbers and corrections go with their month, replies with what they answer. */
export async function deleteAllFreezes(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM indicator_corrections')
  await transaction.query('DELETE FROM frozen_indicators')
  await transaction.query('DELETE FROM month_end_freezes')
}

export async function deleteAllDecisions(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM decisions')
}

const urgentRowSchema = z.object({
  code: z.string(),
  areaCode: z.string(),
  parkCode: z.string(),
  parkName: z.string(),
  streetName: z.string(),
  deadline: z.string(),
})

/** Open major hidden dangers, the one that is longest overdue first. */
export function listUrgentDangers(transaction: Queryable): Promise<UrgentDanger[]> {
  return query(
    transaction,
    urgentRowSchema,
    `SELECT danger.code, danger.area_code AS "areaCode", danger.park_code AS "parkCode",
       park.name AS "parkName", street.name AS "streetName", danger.deadline
     FROM hidden_dangers AS danger
     JOIN parks AS park ON park.code = danger.park_code
     JOIN areas AS street ON street.code = left(danger.area_code, 9)
     WHERE danger.severity = 'major' AND ${isOpenNow('danger')}
     ORDER BY danger.deadline, danger.code`,
  )
}

/** Decisions in their order, each reply after what it answers. */
export async function insertDemoDecisions(
  transaction: Queryable,
  decisions: readonly DemoDecision[],
): Promise<void> {
  const ids = new Map<number, number>()
  for (const { number, answers, ...decision } of decisions) {
    const [row] = await query(
      transaction,
      z.object({ id: z.int() }),
      `INSERT INTO decisions (entity, code, area_code, kind, text, to_unit, due_on, answers,
         decided_by, decided_at, fictitious)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true)
       RETURNING id`,
      [
        decision.entity,
        decision.code,
        decision.areaCode,
        decision.kind,
        decision.text,
        decision.toUnit,
        decision.dueOn,
        answers === null ? null : (ids.get(answers) ?? null),
        decision.by,
        decision.at,
      ],
    )
    if (row) ids.set(number, row.id)
  }
}
