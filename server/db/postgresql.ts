import pg from 'pg'
import { StartupError } from '../StartupError.ts'
import { DatabaseError, SQLSTATE } from './DatabaseError.ts'
import type { Db } from './Db.ts'
import { encodeParameter } from './encodeParameter.ts'
import { parserOf } from './rowTypes.ts'
import {
  type Connection,
  CurrentTransaction,
  DEFAULT_TIMEOUT_MILLISECONDS,
  runTransaction,
} from './runTransaction.ts'

const CONNECT_MILLISECONDS = 5_000
const IDLE_MILLISECONDS = 30_000

export type PostgresqlOptions = {
  url: string
  maximumConnections?: number
  /** Told when an idle connection breaks; the pool replaces it. */
  onConnectionLost?: (message: string) => void
}

function toDatabaseError(error: unknown): DatabaseError {
  if (error instanceof pg.DatabaseError) {
    const { message, code = 'XX000', detail, hint, constraint } = error
    return new DatabaseError(message, { code, detail, hint, constraint }, { cause: error })
  }
  const message = error instanceof Error ? error.message : String(error)
  return new DatabaseError(message, { code: SQLSTATE.connectionLost }, { cause: error })
}

/** host:port/name of a connection address, without its user and password. */
function describe(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname || 'the local socket'}:${port || '5432'}${pathname}`
}

async function connect(pool: pg.Pool, url: string): Promise<pg.PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    const { code } = error as { code?: string }
    const message = error instanceof Error && error.message ? error.message : String(code)
    throw new DatabaseError(
      `the database ${describe(url)} cannot be reached (${message})`,
      { code: SQLSTATE.cannotConnect },
      { cause: error },
    )
  }
}

type PoolConnection = Connection & { release: () => void }

function connectionOf(client: pg.PoolClient): PoolConnection {
  let released = false
  const release = (broken: boolean): void => {
    if (released) return
    released = true
    client.release(broken)
  }
  // The pool listens only while a connection is idle; unheard, a lost connection ends the process.
  const abandon = (): void => release(true)
  client.on('error', abandon)
  return {
    abandon,
    release: () => {
      if (!released) client.off('error', abandon)
      release(false)
    },
    run: async (sql, parameters) => {
      try {
        const result = await client.query<Record<string, unknown>>(
          parameters ? { text: sql, values: parameters.map(encodeParameter) } : { text: sql },
        )
        // A text of several statements gives a list of results; its last one counts.
        const last = Array.isArray(result) ? (result.at(-1) as typeof result | undefined) : result
        return { rows: last?.rows ?? [], command: last?.command }
      } catch (error) {
        throw toDatabaseError(error)
      }
    },
  }
}

/**
 * No session state, so that pgbouncer may stand between: every setting is local to a transaction,
 * and no statement is named.
 */
function beginStatement(isolation: string, timeoutMilliseconds: number): string {
  return `BEGIN ISOLATION LEVEL ${isolation};
    SET LOCAL statement_timeout = ${timeoutMilliseconds};
    SET LOCAL idle_in_transaction_session_timeout = ${timeoutMilliseconds * 2};
    SET LOCAL DateStyle = 'ISO'`
}

/** @throws StartupError when the database cannot be reached. */
export async function openPostgresql({
  url,
  maximumConnections = 10,
  onConnectionLost,
}: PostgresqlOptions): Promise<Db> {
  const pool = new pg.Pool({
    connectionString: url,
    max: maximumConnections,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    idleTimeoutMillis: IDLE_MILLISECONDS,
    keepAlive: true,
    types: { getTypeParser: (type: number) => parserOf(type) as never },
  })
  const current = new CurrentTransaction()
  pool.on('error', (error) => onConnectionLost?.(error.message))

  const transaction: Db['transaction'] = async (run, options) => {
    current.refuseNested()
    const connection = connectionOf(await connect(pool, url))
    try {
      const timeout = options?.timeoutMilliseconds ?? DEFAULT_TIMEOUT_MILLISECONDS
      const begin = beginStatement(options?.isolation ?? 'read committed', timeout)
      return await runTransaction({ connection, begin, current }, run, options)
    } finally {
      connection.release()
    }
  }

  try {
    ;(await connect(pool, url)).release()
  } catch (error) {
    await pool.end()
    throw new StartupError(
      `DATABASE_URL: ${(error as Error).message}; start it or correct DATABASE_URL.`,
    )
  }
  return {
    kind: 'postgresql',
    transaction,
    query: (sql, parameters) => transaction((handle) => handle.query(sql, parameters)),
    close: () => pool.end(),
  }
}
