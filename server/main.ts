import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { type Clock, createClock } from './clock.ts'
import { type Config, LOOPBACK, loadEnvironmentFile, readConfig } from './config.ts'
import { DEMO_ADMINISTRATOR } from '#data/domain/roles'
import type { Db } from './db/Db.ts'
import { openDb } from './db/openDb.ts'
import { forgetOldAnswers } from './http/forgetOldAnswers.ts'
import { listen, requireFreePort } from './port.ts'
import { prepareDatabase } from './prepareDatabase.ts'
import { PROJECT_FOLDER } from './projectFolder.ts'
import { StartupError } from './StartupError.ts'

/** A request that is under way gets this long after the signal to stop. */
const DRAIN_MILLISECONDS = 5_000

const say = (line: string): void => console.log(line)
const running: { db?: Db; clock?: Clock; server?: Server; stopping: boolean } = { stopping: false }

async function start(config: Config): Promise<void> {
  const logger = pino({ level: config.logLevel })
  await requireFreePort(config)
  if (config.databaseUrl === null && !existsSync(path.join(config.dataFolder, 'database'))) {
    say(`Creating the embedded database in ${config.dataFolder}, some ten seconds …`)
  }
  running.db = await openDb(config, (message) => logger.warn(message))
  say(
    config.databaseUrl === null
      ? `Database: embedded, in ${config.dataFolder} (fsync off: for one machine and for trying out).`
      : 'Database: PostgreSQL, from DATABASE_URL.',
  )
  await prepareDatabase(running.db, config, say)
  running.clock = await createClock(running.db)
  await forgetOldAnswers(running.db, running.clock)
  const clientFolder = path.join(PROJECT_FOLDER, 'dist', 'client')
  const { db, clock } = running
  const { mapApprovalNumber, thresholds } = config
  // Until sign-in exists whoever reaches the server would write, so only this machine may.
  const writer = (LOOPBACK as readonly string[]).includes(config.host) ? DEMO_ADMINISTRATOR : null
  const app = createApp({ db, clock, clientFolder, logger, mapApprovalNumber, thresholds, writer })
  running.server = createServer(app)
  await listen(running.server, config)
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  say(`Longgang risk map: http://${host}:${config.port}/`)
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MILLISECONDS)
  await closed
  clearTimeout(timer)
}

async function stop(): Promise<void> {
  running.clock?.stop()
  if (running.server) await drain(running.server)
  await running.db?.close()
}

function onSignal(): void {
  // Who asks twice does not want to wait for requests that are under way.
  if (running.stopping) return running.server?.closeAllConnections()
  running.stopping = true
  stop().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
}

function fail(error: unknown): void {
  // The steps of a start fail once its database is closed under them.
  if (running.stopping) return
  console.error(error instanceof StartupError ? error.message : error)
  void (running.db?.close() ?? Promise.resolve()).finally(() => process.exit(1))
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal)

try {
  loadEnvironmentFile()
  await start(readConfig())
} catch (error) {
  fail(error)
}
