import type { HISTORY_CONTRACT } from '#data/contract/analysis/history'
import type { HistoryPart } from '#data/domain/historyColumns'
import { VersionedCache } from '../../cache/VersionedCache.ts'
import type { Queryable } from '../../db/Db.ts'
import type { EncodedBody, Handlers, Services } from '../../http/endpoint.ts'
import { compressBytes } from '../riskPoints/columns/compressBytes.ts'
import { encodeHistory, type HistoryRows } from './encodeHistory.ts'
import {
  readHazardSourceVersions,
  readHiddenDangerSpans,
  readPastVersions,
} from './history.queries.ts'

/**
 * The three parts of eight scopes, so that the streets do not push one another out: 290 KB a scope with
 * 100,000 risk points, in three encodings, so 2.3 MB in all.
 */
const CAPACITY = 24
const TIMEOUT_MILLISECONDS = 120_000

const READERS: Record<HistoryPart, (transaction: Queryable) => Promise<HistoryRows>> = {
  versions: readPastVersions,
  hazardSources: readHazardSourceVersions,
  hiddenDangers: readHiddenDangerSpans,
}

/** What was, encoded once for each scope, part and version of the data. */
export function historyHandlers({
  clock,
}: Services): Pick<Handlers, keyof typeof HISTORY_CONTRACT> {
  const cache = new VersionedCache<EncodedBody>({ capacity: CAPACITY })
  return {
    getHistoryColumns: ({ actor, dataVersion, dataState, query: { part }, read }) => {
      const asOf = clock.asOf()
      return cache.get(
        JSON.stringify([actor.role, actor.scope, dataState, asOf, part]),
        async () => {
          const rows = await read(READERS[part], { timeoutMilliseconds: TIMEOUT_MILLISECONDS })
          const metadata = { dataVersion, asOf, fictitious: String(clock.fictitious) }
          return compressBytes(encodeHistory(part, rows, metadata))
        },
      )
    },
  }
}
