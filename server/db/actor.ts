import { TIME_ZONE } from '#data/domain/clock'
import { type Actor, ROLES } from '#data/domain/roles'
import { setTransactionActor } from './actor.queries.ts'
import type { Db, Queryable, TransactionOptions } from './Db.ts'

/**
 * One transaction as somebody: with the actor's database role, scope and the civil time of the
 * product, all of them local to the transaction and set by one statement.
 */
export async function as<T>(
  db: Db,
  actor: Actor,
  run: (transaction: Queryable) => Promise<T>,
  options?: TransactionOptions,
): Promise<T> {
  return db.transaction(async (transaction) => {
    await setTransactionActor(transaction, {
      areaScope: actor.scope,
      timeZone: TIME_ZONE,
      databaseRole: ROLES[actor.role].databaseRole,
      actor: actor.name,
    })
    return run(transaction)
  }, options)
}
