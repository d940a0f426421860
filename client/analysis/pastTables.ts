import { HISTORY_ADDRESS } from './columnAddresses.ts'
import type { ColumnsHolder } from './columnsHolder.ts'
import type { HistoryHolder, Past } from './history/historyHolder.ts'
import type { TimeMachine } from './history/timeMachine.ts'
import type { PointFilter } from './pointFilter.ts'
import type { RiskPointTable } from './riskPointTable.ts'

type Dated = { filter: PointFilter; day: number | null }

type AtItsDay<Request extends Dated> = {
  /** What the worker holds, from which the table was made. */
  present: RiskPointTable
  table: RiskPointTable
  request: Request
  /** Figures by code of a past day; null for now. */
  figures: () => ReturnType<TimeMachine['figuresAt']> | null
}

/**
 * The tables of past days beside the present one that a worker holds. Their script and the history
 * come with the first past day: the first frame of the map does not wait for either.
 */
export function createPastTables(columns: ColumnsHolder) {
  let holder: Promise<HistoryHolder> | null = null

  /** The past of the present table. @throws PointsError */
  async function machine(): Promise<Past> {
    holder ??= import('./history/historyHolder.ts').then((part) =>
      part.createHistoryHolder(HISTORY_ADDRESS, columns),
    )
    const history = await holder.catch((cause: unknown) => {
      holder = null
      throw cause
    })
    return history.pastOf(await columns.ready())
  }

  return {
    machine,
    /**
     * The table that a request is about, and the request with the end of its day as the time by which
     * a review is overdue. @throws PointsError
     */
    async of<Request extends Dated>(request: Request): Promise<AtItsDay<Request>> {
      const { day, filter } = request
      if (day === null) {
        const present = await columns.ready()
        return { present, table: present, request, figures: () => null }
      }
      const { present, machine: past } = await machine()
      return {
        present,
        table: past.at(day),
        request: { ...request, filter: { ...filter, today: day } },
        figures: () => past.figuresAt(day),
      }
    },
  }
}
