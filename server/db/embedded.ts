import { mkdir, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { StartupError } from '../StartupError.ts'
import { DatabaseError, SQLSTATE } from './DatabaseError.ts'
import type { Db } from './Db.ts'
import { type EmbeddedBackend, forkEmbedded } from './forkEmbedded.ts'
import { CurrentTransaction, runTransaction } from './runTransaction.ts'

/** Pause before a database that could not be restarted is tried again. */
const RETRY_MILLISECONDS = 2_000

export type EmbeddedOptions = {
  /** The data folder of the product; the database is its folder `database`. */
  dataFolder: string
  /** Told when the database died and is restarted. */
  onRestart?: (message: string) => void
}

export type EmbeddedDb = Db & {
  /** Process that holds the database at this moment. */
  pid: () => Promise<number | undefined>
}

async function prepareFolder(dataFolder: string): Promise<string> {
  try {
    await mkdir(dataFolder, { recursive: true })
    const probe = path.join(dataFolder, `.write-${process.pid}`)
    await mkdir(probe)
    await rmdir(probe)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StartupError(
      `DATA_DIR: the folder ${dataFolder} cannot be written (${code}); make it writable or choose another.`,
    )
  }
  return path.join(dataFolder, 'database')
}

/**
 * PGlite in a process of its own, restarted when it dies. It has one backend: transactions wait for
 * each other, each with its own deadline.
 * @throws StartupError when the folder cannot be used.
 */
export async function openEmbedded({
  dataFolder,
  onRestart,
}: EmbeddedOptions): Promise<EmbeddedDb> {
  const folder = await prepareFolder(path.resolve(dataFolder))
  const current = new CurrentTransaction()
  let backend = Promise.resolve(await forkEmbedded(folder))
  let last: Promise<unknown> = Promise.resolve()
  let closed: Promise<void> | undefined

  function watch(started: EmbeddedBackend): EmbeddedBackend {
    void started.ended.then(() => {
      if (closed) return
      onRestart?.('The embedded database stopped; it is being restarted.')
      restart()
    })
    return started
  }

  /** Until an attempt succeeds, statements fail with the reason of the last one. */
  function restart(): void {
    backend = forkEmbedded(folder).then(watch, (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      onRestart?.(reason)
      if (!closed) setTimeout(restart, RETRY_MILLISECONDS).unref()
      throw new DatabaseError(reason, { code: SQLSTATE.cannotConnect })
    })
    backend.catch(() => undefined)
  }

  /** The process that runs, or the one that takes the place of one that died. */
  async function liveBackend(): Promise<EmbeddedBackend> {
    for (;;) {
      const found = await backend
      if (found.isAlive()) return found
      if (closed) throw closedError()
      await found.ended
    }
  }

  /** Runs one after the other, in the order of the calls. */
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const result = last.then(run)
    last = result.catch(() => undefined)
    return result
  }

  const transaction: Db['transaction'] = async (run, options) => {
    current.refuseNested()
    if (closed) throw closedError()
    return inTurn(async () => {
      const isolation = options?.isolation ?? 'read committed'
      const begin = `BEGIN ISOLATION LEVEL ${isolation}`
      return runTransaction({ connection: await liveBackend(), begin, current }, run, options)
    })
  }

  watch(await backend)
  return {
    kind: 'embedded',
    transaction,
    query: (sql, parameters) => transaction((handle) => handle.query(sql, parameters)),
    pid: async () => (await backend).pid,
    close: () =>
      (closed ??= inTurn(async () => {
        const found = await backend.catch(() => null)
        await found?.close()
      })),
  }
}

function closedError(): DatabaseError {
  return new DatabaseError('The database is closed', { code: SQLSTATE.connectionLost })
}
