import { fork } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { StartupError } from '../StartupError.ts'
import { DatabaseError, SQLSTATE } from './DatabaseError.ts'
import type { Row } from './Db.ts'
import type { EmbeddedAnswer, EmbeddedRequest } from './embeddedMessages.ts'
import { encodeParameter } from './encodeParameter.ts'
import type { Connection } from './runTransaction.ts'
import { ENTRY_FLAGS, entryFile } from './entries.ts'

/** Time to write everything down; after it the process is killed, which loses no committed row. */
const CLOSE_MILLISECONDS = 10_000

type Pending = { resolve: (answer: Answered) => void; reject: (error: unknown) => void }
type Answered = { rows: Row[]; command: string | undefined }

export type EmbeddedBackend = Connection & {
  readonly pid: number | undefined
  isAlive: () => boolean
  /** Resolves when the process has ended, however it did. */
  readonly ended: Promise<void>
  close: () => Promise<void>
}

function toRows(columns: readonly string[], rows: readonly unknown[][]): Row[] {
  return rows.map((values) =>
    Object.fromEntries(columns.map((column, index) => [column, values[index]])),
  )
}

function stoppedError(): DatabaseError {
  return new DatabaseError('The embedded database stopped before it answered', {
    code: SQLSTATE.crashed,
  })
}

/**
 * Starts the process of the embedded database and waits until it answers.
 * @throws StartupError when it cannot have the folder.
 */
export async function forkEmbedded(folder: string): Promise<EmbeddedBackend> {
  const child = fork(entryFile('embeddedProcess'), [folder], {
    serialization: 'advanced',
    execArgv: [...ENTRY_FLAGS],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const pending = new Map<number, Pending>()
  let lastId = 0
  let complaint = ''
  let closing = false
  child.stderr?.on('data', (text: Buffer) => (complaint = `${complaint}${text}`.slice(-2_000)))

  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      for (const { reject } of pending.values()) reject(stoppedError())
      pending.clear()
      // A killed process leaves its lock behind; nobody else could have taken it yet.
      void (closing ? Promise.resolve() : rm(`${folder}.lock`, { recursive: true, force: true }))
        .catch(() => undefined)
        .then(resolve)
    })
  })

  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (answer: EmbeddedAnswer) => {
      if (answer.kind === 'ready') return resolve()
      if (answer.kind === 'refused') {
        closing = true
        return reject(new StartupError(answer.sentence))
      }
      const waiting = pending.get(answer.id)
      pending.delete(answer.id)
      if (answer.kind === 'error') {
        waiting?.reject(new DatabaseError(answer.message, answer.details))
      } else {
        waiting?.resolve({ rows: toRows(answer.columns, answer.rows), command: answer.command })
      }
    })
    child.once('exit', () => {
      const reason = complaint.trim().split('\n').at(-1)
      reject(new StartupError(`DATA_DIR: the database in ${folder} does not start (${reason}).`))
    })
  })

  /** A process that is gone answers nothing, and its end may have been told already. */
  const send = (request: EmbeddedRequest, onFailure: () => void): void => {
    if (child.connected) child.send(request, (error) => error && onFailure())
    else onFailure()
  }

  await ready
  return {
    pid: child.pid,
    isAlive: () => child.connected,
    ended,
    run: (sql, parameters) =>
      new Promise<Answered>((resolve, reject) => {
        const id = (lastId += 1)
        pending.set(id, { resolve, reject })
        const encoded = parameters ? parameters.map(encodeParameter) : null
        send({ kind: 'run', id, sql, parameters: encoded }, () => {
          pending.delete(id)
          reject(stoppedError())
        })
      }),
    abandon: () => void child.kill('SIGKILL'),
    close: async () => {
      closing = true
      send({ kind: 'close' }, () => child.kill('SIGKILL'))
      const timer = setTimeout(() => child.kill('SIGKILL'), CLOSE_MILLISECONDS)
      await ended
      clearTimeout(timer)
    },
  }
}
