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

/** The transaction of a database that the calling code runs in, if any. */
export class CurrentTransaction {
  readonly #storage = new AsyncLocalStorage<{ open: boolean }>()

  /** @throws Error inside an open one: with one backend another would wait for it for ever. */
  refuseNested(): void {
    if (this.#storage.getStore()?.open) {
      throw new Error('Inside a transaction only its own handle may be used, not the database')
    }
  }

  run<T>(handle: { open: boolean }, run: () => Promise<T>): Promise<T> {
    return this.#storage.run(handle, run)
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

type Setting = {
  connection: Connection
  /** The statement that opens the transaction. */
  begin: string
  current: CurrentTransaction
}

/**
 * Runs `run` between BEGIN and COMMIT, or ROLLBACK where it throws or takes too long. Resolves or
 * rejects at the latest `GRACE_MILLISECONDS` after the deadline.
 */
export async function runTransaction<T>(
  { connection, begin, current }: Setting,
  run: (transaction: Queryable) => Promise<T>,
  { timeoutMilliseconds = DEFAULT_TIMEOUT_MILLISECONDS }: TransactionOptions = {},
): Promise<T> {
  const handle = new Handle(connection)
  try {
    await connection.run(begin)
    const running = current.run(handle, () => run(handle))
    const result = await withDeadline(running, timeoutMilliseconds)
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
    void promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
