import type { Queryable } from './Db.ts'

/** Any number that nothing else locks. */
const ADVISORY_LOCK = 440_307

/** Until the transaction ends: servers that start together migrate one after the other. */
export async function lockMigrations(transaction: Queryable): Promise<void> {
  await transaction.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK])
}
