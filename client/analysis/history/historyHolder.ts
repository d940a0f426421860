import type { ColumnsHolder } from '../columnsHolder.ts'
import { PointsError } from '../pointsProtocol.ts'
import type { RiskPointTable } from '../riskPointTable.ts'
import { createHistoryReader, type History } from './history.ts'
import { createTimeMachine, type TimeMachine } from './timeMachine.ts'

/** The past of a table, and the table itself: it may have been loaded anew to go with its past. */
export type Past = { present: RiskPointTable; machine: TimeMachine }

/** Whoever changes data more often than a table loads changes it all day: better said than waited for. */
const MOST_ATTEMPTS = 3

/** Enterprises are numbered by row within one version: those of two versions must never meet. */
const areOfOneVersion = (table: RiskPointTable, history: History) =>
  Object.values(history).every(
    ({ metadata }) => (metadata.get('dataVersion') ?? '') === table.dataVersion,
  )

/**
 * Holds the history of a worker's table: fetched when a past day is first asked for, and again for
 * every new table. A history that is newer than the table loads the table anew. A fetch that fails
 * is tried anew the next time.
 */
export function createHistoryHolder(url: string, columns: Pick<ColumnsHolder, 'reload'>) {
  const read = createHistoryReader(url)
  let held: { table: RiskPointTable; past: Promise<Past> } | null = null

  async function join(table: RiskPointTable): Promise<Past> {
    let present = table
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      if (attempt > 0) present = await columns.reload()
      const history = await read()
      if (areOfOneVersion(present, history)) {
        return { present, machine: createTimeMachine(present, history) }
      }
    }
    const message = 'The data changed while the history was being loaded.'
    throw new PointsError({ kind: 'unreadable', status: 200, message })
  }

  return {
    /** The past of a table. @throws PointsError */
    async pastOf(table: RiskPointTable): Promise<Past> {
      if (held?.table !== table) {
        const mine = { table, past: join(table) }
        held = mine
        mine.past.then(
          ({ present }) => {
            mine.table = present
          },
          () => {
            if (held === mine) held = null
          },
        )
      }
      return held.past
    },
  }
}
export type HistoryHolder = ReturnType<typeof createHistoryHolder>
