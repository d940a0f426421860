import type { DemoDistrict } from '#data/demo/types'
import type { Db, Queryable } from '../db/Db.ts'
import { type DataSet, replaceDataSet } from '../features/dataSet/dataSet.queries.ts'
import { StartupError } from '../StartupError.ts'
import {
  analyzeRecords,
  beginBulkLoad,
  countRegisteredRecords,
  deleteAllEnterprises,
  deleteAllFacilities,
  deleteAllHazardSourceSubstances,
  deleteAllHazardSources,
  deleteAllParkFeatures,
  deleteAllParks,
  deleteAllRiskPoints,
  insertEnterprises,
  insertFacilities,
  insertHazardSources,
  insertParkFeatures,
  insertParks,
  insertRiskPoints,
} from './demo.queries.ts'

/** Records a statement: a few MB of parameters, and a progress line often enough. */
const BATCH_SIZE = 5_000
const TIMEOUT_MILLISECONDS = 3_600_000

/** Told how far a load is. */
export type LoadProgress = (loaded: number, total: number) => void

/**
 * Replaces the records by those of a generated district in one transaction, so that a load that is
 * interrupted leaves what was there.
 * @throws StartupError where records that are not fictitious would be lost.
 */
export function loadDistrict(
  db: Db,
  district: DemoDistrict,
  dataSet: DataSet,
  progress: LoadProgress,
): Promise<void> {
  return db.transaction(
    async (transaction) => {
      await beginBulkLoad(transaction)
      const registered = await countRegisteredRecords(transaction)
      if (registered > 0) {
        throw new StartupError(
          `The database holds ${registered} records that are not fictitious; load the demo data into another database.`,
        )
      }
      await deleteRecords(transaction)
      await insertParks(transaction, district.parks)
      await insertParkFeatures(transaction, district.parkFeatures)
      await insertEnterprises(transaction, district.enterprises)
      await insertFacilities(transaction, district.facilities)
      await insertBatches(transaction, district, progress)
      await analyzeRecords(transaction)
      await replaceDataSet(transaction, dataSet)
    },
    { timeoutMilliseconds: TIMEOUT_MILLISECONDS },
  )
}

/** What refers to another goes before it. */
async function deleteRecords(transaction: Queryable): Promise<void> {
  await deleteAllHazardSourceSubstances(transaction)
  await deleteAllHazardSources(transaction)
  await deleteAllRiskPoints(transaction)
  await deleteAllFacilities(transaction)
  await deleteAllEnterprises(transaction)
  await deleteAllParkFeatures(transaction)
  await deleteAllParks(transaction)
}

/** The next batch is generated while the database writes the one before. */
async function insertBatches(
  transaction: Queryable,
  district: DemoDistrict,
  progress: LoadProgress,
): Promise<void> {
  let loaded = 0
  let writing: Promise<void> = Promise.resolve()
  for (const { riskPoints, hazardSources } of district.batches(BATCH_SIZE)) {
    await writing
    writing = Promise.all([
      insertRiskPoints(transaction, riskPoints),
      insertHazardSources(transaction, hazardSources),
    ]).then(() => {
      loaded += riskPoints.length
      progress(loaded, district.riskPointCount)
    })
    // It is awaited in the next round; until then its failure must not end the process.
    writing.catch(() => undefined)
    // Lets the statements leave before the next batch keeps this thread busy.
    await new Promise((resolve) => setImmediate(resolve))
  }
  await writing
}
