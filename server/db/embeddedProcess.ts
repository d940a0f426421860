import { PGlite, type Results } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import type { DatabaseErrorDetails } from './DatabaseError.ts'
import { createOnce, lockFolder } from './embeddedFolder.ts'
import type { EmbeddedAnswer, EmbeddedRequest } from './embeddedMessages.ts'
import { slimPostgis } from './postgisBundle.ts'
import { parserOf } from './rowTypes.ts'

/**
 * The process of the embedded database: PGlite blocks its thread while a statement runs. Statements
 * run in the order they come; transactions are the parent's business.
 */
type RunRequest = Extract<EmbeddedRequest, { kind: 'run' }>

const asText = (value: unknown): string => String(value)

async function answer(message: EmbeddedAnswer): Promise<void> {
  // The parent may be gone; then nobody waits for the answer.
  await new Promise<void>((resolve) => process.send?.(message, () => resolve()))
}

async function openDatabase(folder: string): Promise<PGlite> {
  const extensions = { postgis: slimPostgis(folder), pg_trgm }
  const database = await PGlite.create({ dataDir: folder, extensions })
  // Values pass as text both ways: encodeParameter and rowTypes are shared with the other driver.
  database.serializers = {}
  for (const type of Object.keys(database.parsers)) database.parsers[type] = asText
  return database
}

async function run(database: PGlite, { id, sql, parameters }: RunRequest): Promise<EmbeddedAnswer> {
  try {
    const options = { rowMode: 'array' } as const
    const result: Results<unknown[]> | undefined = parameters
      ? await database.query<unknown[]>(sql, parameters, options)
      : ((await database.exec(sql, options)) as unknown as Results<unknown[]>[]).at(-1)
    const { fields = [], rows = [] } = result ?? {}
    const parsers = fields.map((field) => parserOf(field.dataTypeID))
    return {
      kind: 'rows',
      id,
      columns: fields.map((field) => field.name),
      rows: rows.map((row) =>
        row.map((value, column) => (value === null ? null : parsers[column]?.(value as string))),
      ),
      command: (result as { command?: string } | undefined)?.command,
    }
  } catch (error) {
    const { code, detail, hint, constraint } = error as Partial<DatabaseErrorDetails>
    const message = error instanceof Error ? error.message : String(error)
    return {
      kind: 'error',
      id,
      message,
      details: { code: code ?? 'XX000', detail, hint, constraint },
    }
  }
}

/** Ends when the parent asks for it or is gone. */
async function serve(database: PGlite): Promise<void> {
  let last: Promise<void> = Promise.resolve()
  await new Promise<void>((resolve) => {
    process.on('message', (request: EmbeddedRequest) => {
      if (request.kind === 'close') resolve()
      else last = last.then(async () => answer(await run(database, request)))
    })
    process.once('disconnect', resolve)
    if (!process.connected) resolve()
    void answer({ kind: 'ready' })
  })
  await last
}

async function main(folder: string): Promise<void> {
  // Ctrl-C reaches every process of the terminal; the parent decides when the database ends.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  try {
    const release = await lockFolder(folder)
    let database: PGlite | undefined
    await createOnce(folder, async () => {
      database = await openDatabase(folder)
    })
    if (database) await serve(database)
    await database?.close()
    await release()
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    await answer({ kind: 'refused', sentence })
  }
  process.exit()
}

await main(process.argv[2] ?? '')
