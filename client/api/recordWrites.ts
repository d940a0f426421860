import type { HistoryAnswer } from '#data/contract/recordResponses'

/** What every record has that is edited. */
export type ActedRecord = { code: string; version: number; retiredAt: string | null }

type Write<R> = (code: string, version: number, reason: string) => Promise<R>

/** What every kind of record lets somebody do to it, whatever its fields are. */
export type RecordWrites<R> = {
  retire: Write<R>
  restore: Write<R>
  undo: Write<R>
  history: (code: string, signal: AbortSignal) => Promise<HistoryAnswer>
}
