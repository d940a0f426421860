import { VersionedCache } from '../../cache/VersionedCache.ts'
import type { DataReader, EncodedBody, Handlers, Services } from '../../http/endpoint.ts'
import {
  countUnplacedHiddenDangers,
  listColumnParks,
  readColumnChunk,
  type ColumnChunk,
} from './columns.queries.ts'
import { collectColumns } from './columns/collectColumns.ts'
import { compressBytes } from './columns/compressBytes.ts'
import { encodeColumns } from './columns/encodeColumns.ts'

/** A million points take 50 MB in the three encodings together. */
const CAPACITY = 4
/** Bounds what the database holds of one chunk: 8 MB as it travels. */
const CHUNK_ROWS = 100_000
const TIMEOUT_MILLISECONDS = 120_000

/** Every risk point that the caller may see, encoded once for each scope and version of the data. */
export function riskPointColumnHandlers({
  clock,
}: Services): Pick<Handlers, 'getRiskPointColumns'> {
  const cache = new VersionedCache<EncodedBody>({ capacity: CAPACITY })
  return {
    getRiskPointColumns: ({ actor, dataVersion, dataState, read }) => {
      const asOf = clock.asOf()
      const metadata = { dataVersion, asOf, fictitious: String(clock.fictitious) }
      return cache.get(JSON.stringify([actor.role, actor.scope, dataState, asOf]), async () => {
        const { columns, unplaced } = await readColumns(read, clock.today())
        return compressBytes(
          encodeColumns(columns, {
            ...metadata,
            openHiddenDangersWithoutPoint: String(unplaced.open),
            overdueHiddenDangersWithoutPoint: String(unplaced.overdue),
          }),
        )
      })
    },
  }
}

async function readColumns(read: DataReader, today: string) {
  const { parks, chunks, unplaced } = await read(
    async (transaction) => {
      const parks = await listColumnParks(transaction)
      const parkCodes = parks.map(({ code }) => code)
      const unplaced = await countUnplacedHiddenDangers(transaction, today)
      const chunks: ColumnChunk[] = []
      for (let afterId = 0; ; afterId = chunks.at(-1)?.lastId ?? 0) {
        const chunk = await readColumnChunk(transaction, parkCodes, today, afterId, CHUNK_ROWS)
        if (chunk) chunks.push(chunk)
        if (!chunk || chunk.rows < CHUNK_ROWS) return { parks, chunks, unplaced }
      }
    },
    { isolation: 'repeatable read', timeoutMilliseconds: TIMEOUT_MILLISECONDS },
  )
  return { columns: await collectColumns(chunks, parks), unplaced }
}
