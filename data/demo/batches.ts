import { sum } from './apportion.ts'
import type { RiskLevel } from '../domain/riskLevels.ts'
import { createHistory } from './createHistory.ts'
import { createPending } from './createPending.ts'
import { createHazardSources } from './createHazardSources.ts'
import { createRiskPoints, type DraftPoint, type ParkContext } from './createRiskPoints.ts'
import { riskPointCodeOf } from './riskPointCode.ts'
import { createStrata } from './strata.ts'
import type { DemoBatch } from './types.ts'

export type ParkOfBatches = { context: ParkContext; counts: Record<RiskLevel, number> }

/** CONTENT.md 4.4, stated dirt. */
const MISSING_COORDINATES_SHARE = 0.01
const MISSING_PERSON_SHARE = 0.02

/**
 * Every risk point with its hazard sources, `batchSize` points at a time, park by park: no more
 * than one park and one batch is in memory. Starting again gives the same again.
 */
export function* batchesOf(
  parks: readonly ParkOfBatches[],
  batchSize: number,
  seed: number,
  asOfDay: string,
): Generator<DemoBatch> {
  if (!(batchSize >= 1)) throw new RangeError(`a batch of ${batchSize} points`)
  const spoil = createDirt(parks, seed)
  const history = createHistory(asOfDay)
  const pending = createPending(asOfDay)
  let batch = emptyBatch()
  let pointNumber = 0
  let hazardNumber = 0
  for (const { context, counts } of parks) {
    const points = createRiskPoints(context, counts)
    const hazards = createHazardSources(context.park, points, seed)
    let nextHazard = 0
    for (const point of points) {
      const { riskPoint } = point
      riskPoint.code = riskPointCodeOf(++pointNumber)
      spoil(point)
      batch.riskPoints.push(riskPoint)
      const past = history.pastOf(point, context)
      if (past) batch.pastVersions.push(past)
      const downgrade = past ? null : pending.downgradeOf(point, context)
      if (downgrade) batch.downgrades.push(downgrade)
      const report = pending.reportOf(point)
      if (report) batch.reports.push(report)
      for (; hazards[nextHazard]?.point === point; nextHazard++) {
        const code = `DEMO-S-${String(++hazardNumber).padStart(5, '0')}`
        const { source } = hazards[nextHazard]!
        batch.hazardSources.push({ code, riskPointCode: riskPoint.code, ...source })
      }
      if (batch.riskPoints.length >= batchSize) {
        yield batch
        batch = emptyBatch()
      }
    }
  }
  history.finish()
  if (batch.riskPoints.length > 0) yield batch
}

function emptyBatch(): DemoBatch {
  return { riskPoints: [], hazardSources: [], pastVersions: [], downgrades: [], reports: [] }
}

/** Takes coordinates and persons away, never from 重大 points nor from pinned hazard sources. */
function createDirt(parks: readonly ParkOfBatches[], seed: number): (point: DraftPoint) => void {
  const total = sum(parks.flatMap(({ counts }) => Object.values(counts)))
  const spared = sum(parks.map(({ counts, context }) => counts.major + largerPinsOf(context)))
  const losesCoordinates = createStrata(
    total - spared,
    Math.round(total * MISSING_COORDINATES_SHARE),
    seed + 1,
  )
  const losesPerson = createStrata(
    total - spared,
    Math.round(total * MISSING_PERSON_SHARE),
    seed + 2,
  )
  return ({ riskPoint, pin }) => {
    if (riskPoint.level === 'major' || pin !== null) return
    if (losesCoordinates()) {
      riskPoint.longitude = null
      riskPoint.latitude = null
      riskPoint.coordinateOrigin = null
      riskPoint.coordinateErrorMetres = null
    }
    if (losesPerson()) riskPoint.responsiblePerson = null
  }
}

function largerPinsOf({ park }: ParkContext): number {
  return park.hazardPins.filter(({ level }) => level === 'larger').length
}
