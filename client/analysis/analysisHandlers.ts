import type { AnalysisCalls, WeightedSelection } from './analysisProtocol.ts'
import { createColumnsHolder } from './columnsHolder.ts'
import { projectDistrict, type PlaneDistrict } from './density/districtMask.ts'
import { planeColumns } from './density/planeColumns.ts'
import { proposeBandwidth } from './density/proposeBandwidth.ts'
import { selectWeighted } from './density/selectWeighted.ts'
import { createSurfaceMaker } from './density/surfaceMaker.ts'
import { hiddenDangersOffMap } from './hiddenDangersOffMap.ts'
import { createPastTables } from './pastTables.ts'
import { clusterPoints } from './hexagons/clusterPoints.ts'
import { countHexagons, type HexagonInput } from './hexagons/countHexagons.ts'
import { findHotspots } from './hexagons/findHotspots.ts'
import type { LoadProgress } from './pointsProtocol.ts'
import type { HandlersOf } from './workerCalls.ts'

/** What the analysis worker answers, apart from the worker so that tests can ask it. */
export function createAnalysisHandlers(
  report: (progress: LoadProgress) => void,
): HandlersOf<AnalysisCalls> {
  const columns = createColumnsHolder(report)
  const pastTables = createPastTables(columns)
  const makeSurface = createSurfaceMaker()
  let district: PlaneDistrict | null = null

  /** The points that pass on the day: what every grid and test over hexagons starts from. */
  async function select(asked: WeightedSelection): Promise<HexagonInput> {
    const { table, request } = await pastTables.of(asked)
    const points = selectWeighted(table, request.filter, request.weight)
    const { located, withoutCoordinates, totalWeight } = points
    const offMap = hiddenDangersOffMap(table, request.weight)
    return { table, points, facts: { located, withoutCoordinates, totalWeight, ...offMap } }
  }

  return {
    load: async ({ url, district: given }) => {
      district ??= projectDistrict(given)
      const loaded = await columns.load(url)
      const plane = planeColumns(await columns.ready())
      return { ...loaded, proposedBandwidthMetres: proposeBandwidth(plane) }
    },
    surface: async (asked) => {
      const { table, request } = await pastTables.of(asked)
      if (!district) throw new TypeError('The district has not been loaded.')
      const surface = makeSurface(table, district, request)
      return { ...surface, ...hiddenDangersOffMap(table, request.weight) }
    },
    hexagons: async (request) => countHexagons(await select(request), request),
    hotspots: async (request) => {
      const input = await select(request)
      if (!district) throw new TypeError('The district has not been loaded.')
      return findHotspots(input, request, district.degrees)
    },
    clusters: async (request) => clusterPoints(await select(request), request),
  }
}
