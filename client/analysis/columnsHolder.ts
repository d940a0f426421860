import { fetchColumns } from './fetchColumns.ts'
import { PointsError, type LoadedPoints, type LoadProgress } from './pointsProtocol.ts'
import { decodeRiskPointTable, hasCoordinates, type RiskPointTable } from './riskPointTable.ts'

type Held = { table: RiskPointTable; etag: string | null; withoutCoordinates: number }

function countWithoutCoordinates(table: RiskPointTable): number {
  let count = 0
  for (let row = 0; row < table.length; row += 1) if (!hasCoordinates(table, row)) count += 1
  return count
}

function decode(bytes: ArrayBuffer): RiskPointTable {
  try {
    return decodeRiskPointTable(bytes)
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new PointsError({ kind: 'unreadable', status: 200, message })
  }
}

/** Holds one table of a worker, loaded once and again only when the server has a newer one. */
export function createColumnsHolder(report: (progress: LoadProgress) => void) {
  let held: Held | null = null
  let loading: Promise<LoadedPoints> | null = null
  let address: string | null = null

  function present(): Held {
    if (held) return held
    const message = 'The risk points have not been loaded.'
    throw new PointsError({ kind: 'unreadable', status: 0, message })
  }

  async function fetchAndHold(url: string): Promise<LoadedPoints> {
    const start = performance.now()
    const fetched = await fetchColumns(url, held?.etag ?? null, report)
    if (fetched) {
      const table = decode(fetched.bytes)
      held = { table, etag: fetched.etag, withoutCoordinates: countWithoutCoordinates(table) }
    }
    const { table, withoutCoordinates } = present()
    const { length, dataVersion, asOf } = table
    const milliseconds = performance.now() - start
    return { length, withoutCoordinates, dataVersion, asOf, milliseconds, changed: !!fetched }
  }

  function load(url: string): Promise<LoadedPoints> {
    address = url
    loading = fetchAndHold(url)
    return loading
  }

  return {
    load,
    /** The table as the server has it now; the same object if nothing has changed. @throws PointsError */
    async reload(): Promise<RiskPointTable> {
      if (address !== null) await load(address)
      return present().table
    },
    /** The table, as soon as it is there. A new table is a new object. @throws PointsError */
    async ready(): Promise<RiskPointTable> {
      if (!held && loading) await loading
      return present().table
    },
  }
}
export type ColumnsHolder = ReturnType<typeof createColumnsHolder>
