import * as z from 'zod/mini'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

const trainingCountSchema = z.object({ enterprises: z.int(), attendances: z.int() })

/**
 * Registered enterprises of a park that took part in a training in a span of days, and how often
 * they did together (家次).
 */
export async function countParkTrainings(
  transaction: Queryable,
  code: string,
  from: string,
  until: string,
): Promise<z.infer<typeof trainingCountSchema>> {
  const [row] = await query(
    transaction,
    trainingCountSchema,
    `SELECT count(DISTINCT taken.enterprise_code)::integer AS enterprises,
       count(*)::integer AS attendances
     FROM training_attendances AS taken
     JOIN trainings AS training ON training.id = taken.training_id
     JOIN enterprises AS enterprise ON enterprise.code = taken.enterprise_code
     WHERE taken.park_code = $1 AND taken.held_on BETWEEN $2::date AND $3::date
       AND training.withdrawn_at IS NULL AND enterprise.retired_at IS NULL`,
    [code, from, until],
  )
  return row ?? { enterprises: 0, attendances: 0 }
}
