import { AsyncLocalStorage } from 'node:async_hooks'
import { DatabaseError, SQLSTATE } from './DatabaseError.ts'
import type { Queryable, Row, TransactionOptions } from './Db.ts'

export const DEFAULT_TIMEOUT_MILLISECONDS = 30_000

/** One backend that answers one statement after the other. */
export type Connection = {
  run: (
    sql: string,
    parameters?: readonly unknown[],
  ) => Promise<{ rows: Row[]; command: string | undefined }>
  /** Frees the backend of a statement that outlived its transaction, at whatever cost. */
  abandon: () => void
}

/** How long a statement may go on after its transaction was given up. */
const GRACE_MILLISECONDS = 2_000

const openTransactions = new AsyncLocalStorage<{ open: boolean }>()

/** @throws Error inside an open transaction: with one backend another statement never gets its turn. */
export function refuseInsideTransaction(): void {
  if (openTransactions.getStore()?.open) {
    throw new Error('Inside a transaction only its own handle may be used, not the database')
  }
}

/** Statements of a handle run in the order they were given, and none after the transaction ended. */
class Handle implements Queryable {
  open = true
  #last: Promise<unknown> = Promise.resolve()
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  query = (sql: string, parameters?: readonly unknown[]): Promise<Row[]> => {
    const result = this.#last.then(async () => {
      if (!this.open) {
        throw new DatabaseError('The transaction has ended, its handle may not be used any more', {
          code: SQLSTATE.queryCanceled,
        })
      }
      return (await this.#connection.run(sql, parameters)).rows
    })
    this.#last = result.catch(() => undefined)
    return result
  }

  /** Resolves when no statement is under way. */
  idle(): Promise<unknown> {
    return this.#last
  }
}

/**
 * Runs `run` between BEGIN and COMMIT, or ROLLBACK where it throws or takes too long. Resolves or
 * rejects at the latest `GRACE_MILLISECONDS` after the deadline.
 * @param begin the statement that opens the transaction
 */
export async function runTransaction<T>(
  connection: Connection,
  begin: string,
  run: (transaction: Queryable) => Promise<T>,
  { timeoutMilliseconds = DEFAULT_TIMEOUT_MILLISECONDS }: TransactionOptions = {},
): Promise<T> {
  const handle = new Handle(connection)
  await connection.run(begin)
  try {
    const result = await withDeadline(
      openTransactions.run(handle, () => run(handle)),
      timeoutMilliseconds,
    )
    await handle.idle()
    handle.open = false
    const { command } = await connection.run('COMMIT')
    if (command === 'ROLLBACK') {
      throw new DatabaseError('A statement of the transaction failed: it was rolled back', {
        code: SQLSTATE.transactionRolledBack,
      })
    }
    return result
  } catch (error) {
    handle.open = false
    await rollback(connection, handle)
    throw error
  }
}

async function rollback(connection: Connection, handle: Handle): Promise<void> {
  const timer = setTimeout(() => connection.abandon(), GRACE_MILLISECONDS)
  try {
    await handle.idle()
    await connection.run('ROLLBACK')
  } catch {
    // The backend is gone, and the transaction with it.
    connection.abandon()
  } finally {
    clearTimeout(timer)
  }
}

function withDeadline<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () =>
        reject(
          new DatabaseError(`The transaction took more than ${milliseconds} ms and was given up`, {
            code: SQLSTATE.queryCanceled,
          }),
        ),
      milliseconds,
    )
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
