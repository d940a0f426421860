import type { Queryable } from './Db.ts'

/** Who runs a transaction: all of it ends with it. */
type TransactionSettings = {
  areaScope: string
  timeZone: string
  databaseRole: string
  actor: string
}

/** Sets scope, civil time and, last, the role, which may not be able to set the others. */
export async function setTransactionActor(
  transaction: Queryable,
  { areaScope, timeZone, databaseRole, actor }: TransactionSettings,
): Promise<void> {
  await transaction.query(
    `SELECT set_config('app.area_scope', $1, true), set_config('TimeZone', $2, true),
       set_config('app.actor', $4, true), set_config('role', $3, true)`,
    [areaScope, timeZone, databaseRole, actor],
  )
}
