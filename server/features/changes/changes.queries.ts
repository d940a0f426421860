import { z } from 'zod'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

export const changeSchema = z.object({
  /** Place in the feed, the `dataVersion` after this change. */
  version: z.string(),
  entity: z.string(),
  entityId: z.string().nullable(),
  areaCode: z.string().nullable(),
  operation: z.enum(['insert', 'update', 'delete', 'reload']),
  changedAt: z.date(),
})
export type Change = z.infer<typeof changeSchema>

/** Version of data that never changed. */
export const FIRST_VERSION = '0-0'
const versionSchema = z.string().regex(/^\d{1,20}-\d{1,19}$/, 'must be a version of the data')

/**
 * Version of the data that this transaction may rely on: the last change whose transaction, and
 * every one before it, has ended. Two versions are equal exactly when no change lies between them.
 */
export async function readDataVersion(transaction: Queryable): Promise<string> {
  const [row] = await query(
    transaction,
    z.object({ version: versionSchema }),
    `SELECT transaction_id || '-' || sequence AS version
     FROM change_feed
     WHERE transaction_id < pg_snapshot_xmin(pg_current_snapshot())
     ORDER BY transaction_id DESC, sequence DESC
     LIMIT 1`,
  )
  return row?.version ?? FIRST_VERSION
}

/** Changes after a version that the actor may see, in the order of their versions. */
export async function listChanges(
  transaction: Queryable,
  afterVersion: string,
  limit: number,
): Promise<Change[]> {
  const [transactionId, sequence] = versionSchema.parse(afterVersion).split('-')
  return query(
    transaction,
    changeSchema,
    `SELECT transaction_id || '-' || sequence AS version, entity, entity_id AS "entityId",
       area_code AS "areaCode", operation, changed_at AS "changedAt"
     FROM change_feed
     WHERE (transaction_id, sequence) > ($1::xid8, $2::bigint)
       AND transaction_id < pg_snapshot_xmin(pg_current_snapshot())
     ORDER BY transaction_id, sequence
     LIMIT $3`,
    [transactionId, sequence, limit],
  )
}
