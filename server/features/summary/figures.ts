import type { Area } from '#data/domain/areas'
import type { AreaFigures } from '#data/domain/figures'
import type { Actor } from '#data/domain/roles'
import { VersionedCache } from '../../cache/VersionedCache.ts'
import type { Clock } from '../../clock.ts'
import type { DataReader } from '../../http/endpoint.ts'
import { figuresOfAreas, figuresOfParks, noFigures, type ParkFigures } from './rollUp.ts'
import {
  countCampaignTargets,
  countEnterprises,
  countHazardSources,
  countHiddenDangers,
  countRiskPoints,
  listAreaNames,
} from './summary.queries.ts'

export type AreaWithFigures = Pick<Area, 'code' | 'name' | 'level' | 'officialAreaKm2'> & {
  figures: AreaFigures
}
/** The figures of every area and park of a scope, each map in code order. */
export type DistrictFigures = {
  areas: ReadonlyMap<string, AreaWithFigures>
  parks: ReadonlyMap<string, ParkFigures>
}
export type FiguresReader = (request: {
  actor: Actor
  dataState: string
  read: DataReader
}) => Promise<DistrictFigures>

/** Some actors, each at the present version and the one before: 0.3 MB an entry. */
const CAPACITY = 24
/** Counting a million risk points takes half a second in PostgreSQL, longer in the embedded one. */
const TIMEOUT_MILLISECONDS = 60_000

/** Counts once for each scope, version of the data and civil day. */
export function createFiguresReader(clock: Clock): FiguresReader {
  const cache = new VersionedCache<DistrictFigures>({ capacity: CAPACITY })
  return ({ actor, dataState, read }) => {
    const today = clock.today()
    const key = JSON.stringify([actor.role, actor.scope, dataState, today])
    return cache.get(key, () => readFigures(read, actor, today))
  }
}

async function readFigures(
  read: DataReader,
  actor: Actor,
  today: string,
): Promise<DistrictFigures> {
  const counts = await read(
    async (transaction) => ({
      areas: await listAreaNames(transaction, actor.scope),
      parks: await countEnterprises(transaction),
      riskPoints: await countRiskPoints(transaction, today),
      hazardSources: await countHazardSources(transaction),
      hiddenDangers: await countHiddenDangers(transaction, today),
      campaigns: await countCampaignTargets(transaction, today),
    }),
    { isolation: 'repeatable read', timeoutMilliseconds: TIMEOUT_MILLISECONDS },
  )
  const parks = figuresOfParks(counts)
  const areaFigures = figuresOfAreas(parks.values())
  const areas = counts.areas.map((area): [string, AreaWithFigures] => [
    area.code,
    { ...area, figures: areaFigures.get(area.code) ?? noFigures() },
  ])
  return { areas: new Map(areas), parks }
}
