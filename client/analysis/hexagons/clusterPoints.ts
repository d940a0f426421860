import { riskLevelOfRank } from '#data/domain/riskLevels'
import type { Bounds } from '../../stores/camera.ts'
import type { ClusterRequest, Clusters, PointCluster } from '../analysisProtocol.ts'
import { clusterGrid, rowOfLatitude, type ClusterGrid } from '../clusterRows.ts'
import type { HexagonInput } from './countHexagons.ts'

function boundsOfPoints({ table, points }: HexagonInput): Bounds {
  const { longitude, latitude } = table
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let index = 0; index < points.length; index += 1) {
    const row = points.row[index]!
    const x = longitude[row]!
    const y = latitude[row]!
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return [west, south, east, north]
}

type Cells = {
  counts: Uint32Array
  weights: Float64Array
  highest: Uint8Array
  sums: Float64Array
}

function fillCells({ table, points }: HexagonInput, grid: ClusterGrid): Cells {
  const { cell, firstColumn, columns, latitudes } = grid
  const columnsPerDegree = 1 / (360 * cell)
  const length = columns * (latitudes.length - 1)
  const counts = new Uint32Array(length)
  const weights = new Float64Array(length)
  const highest = new Uint8Array(length).fill(4)
  const sums = new Float64Array(length * 2)
  for (let index = 0; index < points.length; index += 1) {
    const row = points.row[index]!
    const longitude = table.longitude[row]!
    const latitude = table.latitude[row]!
    const column = Math.floor((longitude + 180) * columnsPerDegree) - firstColumn
    const limited = Math.max(0, Math.min(columns - 1, column))
    const at = rowOfLatitude(latitudes, latitude) * columns + limited
    counts[at]! += 1
    weights[at]! += points.weight[index]!
    sums[at * 2]! += longitude
    sums[at * 2 + 1]! += latitude
    if (table.level[row]! < highest[at]!) highest[at] = table.level[row]!
  }
  return { counts, weights, highest, sums }
}

function featuresOf({ counts, weights, highest, sums }: Cells) {
  const features: GeoJSON.Feature<GeoJSON.Point, PointCluster>[] = []
  counts.forEach((count, at) => {
    if (count === 0) return
    const coordinates = [sums[at * 2]! / count, sums[at * 2 + 1]! / count]
    const properties = { count, weight: weights[at]!, highest: riskLevelOfRank(highest[at]!) }
    features.push({ type: 'Feature', geometry: { type: 'Point', coordinates }, properties })
  })
  return features
}

/**
 * Every selected point in a cluster of its cell of the screen, one alone in a cluster of one. The
 * cells are those of the marks (`clusterRows.ts`) over all points instead of a view, so that a
 * pan changes nothing and only half a step of zoom does.
 */
export function clusterPoints(
  input: HexagonInput,
  { zoom }: Pick<ClusterRequest, 'zoom'>,
): Clusters {
  const start = performance.now()
  const features =
    input.points.length > 0
      ? featuresOf(fillCells(input, clusterGrid(boundsOfPoints(input), zoom)))
      : []
  return {
    ...input.facts,
    clusters: { type: 'FeatureCollection', features },
    milliseconds: performance.now() - start,
  }
}
