import type { CoverageQuery } from '#data/contract/analysis/aroundQueries'
import { LIST_LENGTH, type datedSchema } from '#data/contract/analysis/analysisSchemas'
import type { Coverage } from '#data/contract/analysis/coverageResponses'
import { ARRIVAL_LIMIT_SECONDS } from '#data/domain/parkRecords'
import { RISK_LEVEL_ORDER, type LevelCounts } from '#data/domain/riskLevels'
import { reachMetres, travelMinutes, TRAVEL, type Travel } from '#data/domain/travel'
import type { Queryable } from '../../db/Db.ts'
import { notFound } from '../../http/problems.ts'
import { bounded } from './describeAround.ts'
import { findAreaName, readParksWithoutStation, readReach } from './coverage.queries.ts'
import { forgoCompilation } from './searchedArea.queries.ts'
import { listStations, readMeasuredArrivals, type StationRow } from './stations.queries.ts'

/** The answer but for its travel and its date. */
type Computed = Omit<Coverage, 'travel' | keyof typeof datedSchema>

/** Metres that a query asks for, and the minutes they were made from. */
export function askedReach(query: CoverageQuery, travel: Travel): Coverage['reach'] {
  if (query.reach !== undefined) return { metres: query.reach, minutes: null }
  const minutes = query.minutes ?? TRAVEL.minutes.standard
  return { metres: Math.round(reachMetres(minutes, travel)), minutes }
}

/**
 * What the micro fire stations reach of an area.
 * @throws HttpProblem 404 for an unknown area
 */
export async function computeCoverage(
  transaction: Queryable,
  areaCode: string,
  reach: Coverage['reach'],
  travel: Travel,
): Promise<Computed> {
  const area = await findAreaName(transaction, areaCode)
  if (!area) throw notFound('area', areaCode)
  await forgoCompilation(transaction)
  const found = await readReach(transaction, areaCode, reach.metres)
  const stations = await listStations(transaction, areaCode, reach.metres)
  const parks = await readParksWithoutStation(transaction, areaCode)
  const measured = await readMeasuredArrivals(transaction, areaCode, ARRIVAL_LIMIT_SECONDS)
  const { covered, located, unlocated, enterprises } = found
  const uncovered = minus(located, covered)
  return {
    area,
    reach,
    geometry: found.geometry,
    stations: bounded(stations.slice(0, STATION_LENGTH).map(stationOf), stations.length),
    measured: { ...measured, limitSeconds: ARRIVAL_LIMIT_SECONDS },
    riskPoints: { covered, uncovered, unlocated },
    uncoveredPoints: bounded(
      found.uncoveredPoints.map(({ station, ...point }) => ({
        ...point,
        station: station && {
          ...station,
          minutes: travelMinutes(station.distanceMetres, travel),
        },
      })),
      uncovered.major + uncovered.larger,
    ),
    parks: {
      total: parks.total,
      withStation: parks.withStation,
      withoutStation: bounded(
        parks.items.map((park) => ({
          ...park,
          minutes: park.distanceMetres === null ? null : travelMinutes(park.distanceMetres, travel),
        })),
        parks.total - parks.withStation,
      ),
    },
    enterprises: { ...enterprises, coveredPercent: percent(enterprises) },
  }
}

/** Stations are drawn, all of them: the district has 207. */
const STATION_LENGTH = 5 * LIST_LENGTH

function stationOf({ seconds, testedAt, ...station }: StationRow) {
  return {
    ...station,
    measured: seconds === null || testedAt === null ? null : { seconds, testedAt },
  }
}

function minus(all: LevelCounts, some: LevelCounts): LevelCounts {
  const counts = { ...all, total: all.total - some.total }
  for (const level of RISK_LEVEL_ORDER) counts[level] -= some[level]
  return counts
}

function percent({ total, covered }: { total: number; covered: number }): number | null {
  return total === 0 ? null : Math.round((1000 * covered) / total) / 10
}
