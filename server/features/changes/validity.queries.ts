import { z } from 'zod'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { FIRST_VERSION } from './changes.queries.ts'

const validityRowSchema = z.object({ dataVersion: z.string().nullable(), ahead: z.int() })

/**
 * Version of the data, and how many changes beyond it are visible already because an older
 * transaction is still open: `ahead` is 0 except meanwhile. Both together tell two states of the
 * data apart at once; the version alone would call an answer unchanged until that transaction ends.
 */
export async function readValidity(
  transaction: Queryable,
): Promise<{ dataVersion: string; ahead: number }> {
  const [row] = await query(
    transaction,
    validityRowSchema,
    `WITH horizon AS (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS xmin)
     SELECT
       (SELECT transaction_id || '-' || sequence FROM change_feed
        WHERE transaction_id < (SELECT xmin FROM horizon)
        ORDER BY transaction_id DESC, sequence DESC LIMIT 1) AS "dataVersion",
       (SELECT count(*) FROM change_feed
        WHERE transaction_id >= (SELECT xmin FROM horizon)) AS ahead`,
  )
  return { dataVersion: row?.dataVersion ?? FIRST_VERSION, ahead: row?.ahead ?? 0 }
}
