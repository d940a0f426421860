import type { DemoDistrict } from '#data/demo/types'
import type { Db, Queryable } from '../db/Db.ts'
import type { Enterprise } from '#data/domain/enterprises'
import type { RiskPoint } from '#data/domain/riskPoints'
import { type DataSet, replaceDataSet } from '../features/dataSet/dataSet.queries.ts'
import {
  insertEnterprises,
  type EnterpriseFacts,
} from '../features/enterprises/enterprises.queries.ts'
import {
  insertRiskPoints,
  type RiskPointFacts,
} from '../features/riskPoints/riskPointWrites.queries.ts'
import type { VersionMark } from '../features/versions/editRecord.ts'
import { StartupError } from '../StartupError.ts'
import { DEMO_PARTS } from './parts.ts'
import {
  analyzeRecords,
  beginBulkLoad,
  countRegisteredRecords,
  deleteAllDowngradeRequests,
  deleteAllEnterprises,
  deleteAllErrorReports,
  deleteAllFacilities,
  deleteAllHazardSourceSubstances,
  deleteAllHazardSources,
  deleteAllParkFeatures,
  deleteAllParks,
  deleteAllRiskPoints,
  deleteAllVersions,
  insertDowngrades,
  insertFacilities,
  insertHazardSources,
  insertParkFeatures,
  insertParks,
  insertPastVersions,
  insertReports,
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
      const mark = markOfLoad(dataSet.asOf)
      const registered = await countRegisteredRecords(transaction)
      if (registered > 0) {
        throw new StartupError(
          `The database holds ${registered} records that are not fictitious; load the demo data into another database.`,
        )
      }
      await deleteRecords(transaction)
      await insertParks(transaction, district.parks)
      await insertParkFeatures(transaction, district.parkFeatures)
      await insertEnterprises(transaction, district.enterprises.map(enterpriseFacts), mark)
      await insertFacilities(transaction, district.facilities)
      await insertBatches(transaction, district, mark, progress)
      for (const part of DEMO_PARTS) {
        await part.insert(transaction, { district, asOf: dataSet.asOf })
      }
      await analyzeRecords(transaction)
      await replaceDataSet(transaction, dataSet)
    },
    { timeoutMilliseconds: TIMEOUT_MILLISECONDS },
  )
}

/** Who graded the fictitious points anew. */
const ASSESSOR = '演示评估员'
/** Who asked and reported. */
const REQUESTER = '演示街道安监员'
/** The records of the demo were there before its year of history begins. */
const REGISTERED_DAYS_BEFORE = 400
const DAY_MILLISECONDS = 86_400_000

function markOfLoad(asOf: Date): VersionMark {
  const at = new Date(asOf.getTime() - REGISTERED_DAYS_BEFORE * DAY_MILLISECONDS)
  return { by: '演示数据', at, kind: 'load', reason: null }
}

function riskPointFacts(point: RiskPoint): RiskPointFacts {
  return {
    ...point,
    gradedLevel: point.level,
    levelOverride: null,
    accidentTypesOriginal: null,
    coordinateInput: null,
    reviewTrigger: null,
    retiredAt: null,
  }
}

function enterpriseFacts(enterprise: Enterprise): EnterpriseFacts {
  return { ...enterprise, retiredAt: null }
}

/** What refers to another goes before it. */
async function deleteRecords(transaction: Queryable): Promise<void> {
  for (const part of [...DEMO_PARTS].reverse()) await part.remove(transaction)
  await deleteAllVersions(transaction)
  await deleteAllDowngradeRequests(transaction)
  await deleteAllErrorReports(transaction)
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
  mark: VersionMark,
  progress: LoadProgress,
): Promise<void> {
  let loaded = 0
  let writing: Promise<void> = Promise.resolve()
  for (const { riskPoints, hazardSources, ...others } of district.batches(BATCH_SIZE)) {
    await writing
    writing = Promise.all([
      insertRiskPoints(transaction, riskPoints.map(riskPointFacts), mark),
      insertHazardSources(transaction, hazardSources, mark),
      insertPastVersions(transaction, others.pastVersions, ASSESSOR),
      insertDowngrades(transaction, others.downgrades, REQUESTER),
      insertReports(transaction, others.reports, REQUESTER),
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
