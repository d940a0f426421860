import { z } from 'zod'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

export const dataSetSchema = z.object({
  kind: z.enum(['demo', 'registered']),
  /** The product's time at `loadedAt`; from then on it passes as real time does. */
  asOf: z.date(),
  loadedAt: z.date(),
  seed: z.int().nullable(),
  fictitious: z.boolean(),
  /** Where the data comes from, in Chinese as it stands on screen. */
  source: z.string(),
})
export type DataSet = z.infer<typeof dataSetSchema>

const loadedDataSetSchema = dataSetSchema.extend({
  /** When anybody changed a record last, in real time; null: nobody since the feed began. */
  changedAt: z.date().nullable(),
})
export type LoadedDataSet = z.infer<typeof loadedDataSetSchema>

/** The data set that is loaded, or null while there is geography only. */
export async function readDataSet(transaction: Queryable): Promise<LoadedDataSet | null> {
  const [row] = await query(
    transaction,
    loadedDataSetSchema,
    `SELECT kind, as_of AS "asOf", loaded_at AS "loadedAt", seed, fictitious, source,
       (SELECT changed_at FROM change_feed WHERE operation <> 'reload'
        ORDER BY transaction_id DESC, sequence DESC LIMIT 1) AS "changedAt"
     FROM data_set`,
  )
  return row ?? null
}

/** Says what is loaded now; readers learn of a load by this one change. */
export async function replaceDataSet(transaction: Queryable, dataSet: DataSet): Promise<void> {
  await transaction.query(
    `INSERT INTO data_set (kind, as_of, loaded_at, seed, fictitious, source)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (singleton) DO UPDATE SET kind = excluded.kind, as_of = excluded.as_of,
       loaded_at = excluded.loaded_at, seed = excluded.seed, fictitious = excluded.fictitious,
       source = excluded.source`,
    [
      dataSet.kind,
      dataSet.asOf,
      dataSet.loadedAt,
      dataSet.seed,
      dataSet.fictitious,
      dataSet.source,
    ],
  )
}
