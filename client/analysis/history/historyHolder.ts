import type { RiskPointTable } from '../riskPointTable.ts'
import { createHistoryReader } from './history.ts'
import { createTimeMachine, type TimeMachine } from './timeMachine.ts'

/**
 * Holds the history of a worker's table: fetched when a past day is first asked for, and again for
 * every new table. A fetch that fails is tried anew the next time.
 */
export function createHistoryHolder(url: string) {
  const read = createHistoryReader(url)
  let held: { table: RiskPointTable; machine: Promise<TimeMachine> } | null = null

  return {
    /** The past of a table. @throws PointsError */
    async machineOf(table: RiskPointTable): Promise<TimeMachine> {
      if (held?.table !== table) {
        const machine = read().then((history) => createTimeMachine(table, history))
        const mine = { table, machine }
        held = mine
        machine.catch(() => {
          if (held === mine) held = null
        })
      }
      return held.machine
    },
  }
}
export type HistoryHolder = ReturnType<typeof createHistoryHolder>
