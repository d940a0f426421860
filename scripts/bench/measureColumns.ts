import { once } from 'node:events'
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pino } from 'pino'
import { createApp } from '../../server/app.ts'
import { createClock } from '../../server/clock.ts'
import type { Db } from '../../server/db/Db.ts'

const ENCODINGS = ['br', 'gzip', 'identity'] as const
type Encoding = (typeof ENCODINGS)[number]
type Fetched = { milliseconds: number; bytes: number }

export type ColumnFigures = {
  database: Db['kind']
  points: number
  /** First request after the start: counts, reads, encodes, compresses and sends. */
  coldMilliseconds: number
  /** Longest that the server could not turn to other requests meanwhile. */
  blockedMilliseconds: number
  columns: Record<Encoding, { warmMilliseconds: number; bytes: number; bytesAPoint: number }>
  /** 304 for who has the bytes already. */
  confirmedMilliseconds: number
  figures: { coldMilliseconds: number; warmMilliseconds: number }
}

/** Measures over HTTP on the loopback what a browser waits for; warm times are medians. */
export async function measureColumns(db: Db, rounds: number): Promise<ColumnFigures> {
  const clock = await createClock(db)
  const logger = pino({ level: 'silent' })
  const app = createApp({ db, clock, clientFolder: '', logger, checkAnswers: false })
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const fetch = (path: string, headers: Record<string, string> = {}) =>
    timeRequest(`http://127.0.0.1:${port}/api/${path}`, headers)
  try {
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const cold = await fetch('risk-points.arrow', { 'Accept-Encoding': 'br' })
    delay.disable()
    const [row] = await db.query('SELECT count(*) AS points FROM risk_points')
    const points = Number(row?.points)
    const columns = {} as ColumnFigures['columns']
    for (const encoding of ENCODINGS) {
      const warm = await median(rounds, () =>
        fetch('risk-points.arrow', { 'Accept-Encoding': encoding }),
      )
      columns[encoding] = {
        warmMilliseconds: warm.milliseconds,
        bytes: warm.bytes,
        bytesAPoint: warm.bytes / points,
      }
    }
    const etag = cold.etag
    const confirmed = await median(rounds, () =>
      fetch('risk-points.arrow', { 'If-None-Match': etag }),
    )
    const coldFigures = await fetch('figures')
    const warmFigures = await median(rounds, () => fetch('figures'))
    return {
      database: db.kind,
      points,
      coldMilliseconds: cold.milliseconds,
      blockedMilliseconds: delay.max / 1e6,
      columns,
      confirmedMilliseconds: confirmed.milliseconds,
      figures: {
        coldMilliseconds: coldFigures.milliseconds,
        warmMilliseconds: warmFigures.milliseconds,
      },
    }
  } finally {
    clock.stop()
    server.closeAllConnections()
    server.close()
  }
}

async function timeRequest(
  address: string,
  headers: Record<string, string>,
): Promise<Fetched & { etag: string }> {
  const began = performance.now()
  const [answer] = (await once(get(address, { headers }), 'response')) as [IncomingMessage]
  let bytes = 0
  for await (const chunk of answer) bytes += (chunk as Buffer).length
  if (answer.statusCode !== 200 && answer.statusCode !== 304) {
    throw new Error(`${address} answered ${answer.statusCode}`)
  }
  return { milliseconds: performance.now() - began, bytes, etag: answer.headers.etag ?? '' }
}

async function median(rounds: number, measure: () => Promise<Fetched>): Promise<Fetched> {
  const measured: Fetched[] = []
  for (let round = 0; round < rounds; round++) measured.push(await measure())
  const sorted = measured.toSorted((a, b) => a.milliseconds - b.milliseconds)
  return sorted[Math.floor(rounds / 2)] as Fetched
}
