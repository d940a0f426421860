import { loadEnvironmentFile, readConfig } from '../server/config.ts'
import { openDb } from '../server/db/openDb.ts'
import { measureColumns, type ColumnFigures } from './bench/measureColumns.ts'
import { run } from './run.ts'

const ROUNDS = 11

/** Measures the columns of the database that the environment names; `--json` for a program. */
await run(async () => {
  loadEnvironmentFile()
  const db = await openDb(readConfig(), console.warn)
  try {
    const figures = await measureColumns(db, ROUNDS)
    if (process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 2))
    else print(figures)
  } finally {
    await db.close()
  }
})

function print(figures: ColumnFigures): void {
  const { points, database, columns } = figures
  const milliseconds = (value: number) => `${value.toFixed(0)} ms`
  console.log(`${points.toLocaleString('en-US')} risk points, ${database} database`)
  console.log(
    `columns cold ${milliseconds(figures.coldMilliseconds)}, longest block of other requests ${milliseconds(figures.blockedMilliseconds)}`,
  )
  for (const [encoding, { warmMilliseconds, bytes, bytesAPoint }] of Object.entries(columns)) {
    console.log(
      `columns warm ${encoding.padEnd(8)} ${milliseconds(warmMilliseconds).padStart(7)}, ${bytes.toLocaleString('en-US').padStart(11)} bytes, ${bytesAPoint.toFixed(2)} a point`,
    )
  }
  console.log(`columns confirmed (304) ${milliseconds(figures.confirmedMilliseconds)}`)
  console.log(
    `figures cold ${milliseconds(figures.figures.coldMilliseconds)}, warm ${milliseconds(figures.figures.warmMilliseconds)}`,
  )
}
