import { RISK_LEVEL_ORDER, type RiskLevel } from '#data/domain/riskLevels'
import type { Marks } from './marks.ts'
import { degreesPerPixel } from './webMercator.ts'

/** Marks this close together, in pixels, are under the pointer alike: the highest level answers. */
const NEAR_TIE_PIXELS = 3
/** Marks in a cell of the grid, about: few enough to look at each, enough to keep the grid small. */
const MARKS_PER_CELL = 4

type NearestMark = { row: number; level: RiskLevel; longitude: number; latitude: number }

export type PointIndex = {
  /**
   * The mark nearest to a place within so many CSS pixels at a zoom; of marks that are nearly as
   * near, the one of the highest level. Null when there is none.
   */
  nearest(
    longitude: number,
    latitude: number,
    radiusPixels: number,
    zoom: number,
  ): NearestMark | null
}

type Grid = {
  positions: Float32Array
  rows: Uint32Array
  ranks: Uint8Array
  west: number
  south: number
  width: number
  height: number
  /** Cells along either side. */
  side: number
  /** Where the marks of each cell start in `order`; one entry more than there are cells. */
  starts: Uint32Array
  order: Uint32Array
}

function gather(marks: Marks) {
  const parts = RISK_LEVEL_ORDER.map((level) => marks.byLevel[level])
  const length = parts.reduce((sum, { rows }) => sum + rows.length, 0)
  const positions = new Float32Array(length * 2)
  const rows = new Uint32Array(length)
  const ranks = new Uint8Array(length)
  let at = 0
  parts.forEach((part, index) => {
    positions.set(part.positions, at * 2)
    rows.set(part.rows, at)
    ranks.fill(index + 1, at, at + part.rows.length)
    at += part.rows.length
  })
  return { positions, rows, ranks }
}

function boundsOf(positions: Float32Array) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < positions.length; at += 2) {
    west = Math.min(west, positions[at]!)
    east = Math.max(east, positions[at]!)
    south = Math.min(south, positions[at + 1]!)
    north = Math.max(north, positions[at + 1]!)
  }
  return positions.length ? { west, south, east, north } : { west: 0, south: 0, east: 0, north: 0 }
}

const limit = (value: number, most: number) => Math.max(0, Math.min(most, Math.floor(value)))

function buildGrid(marks: Marks): Grid {
  const { positions, rows, ranks } = gather(marks)
  const { west, south, east, north } = boundsOf(positions)
  const side = Math.max(1, Math.ceil(Math.sqrt(rows.length / MARKS_PER_CELL)))
  // All in one place makes cells of no size: one degree then, all fall into the first.
  const width = (east - west) / side || 1
  const height = (north - south) / side || 1
  const cells = new Uint32Array(rows.length)
  const starts = new Uint32Array(side * side + 1)
  for (let index = 0; index < rows.length; index += 1) {
    const column = limit((positions[index * 2]! - west) / width, side - 1)
    const line = limit((positions[index * 2 + 1]! - south) / height, side - 1)
    cells[index] = line * side + column
    starts[cells[index]! + 1]! += 1
  }
  for (let cell = 0; cell < side * side; cell += 1) starts[cell + 1]! += starts[cell]!
  const next = starts.slice()
  const order = new Uint32Array(rows.length)
  for (let index = 0; index < rows.length; index += 1) {
    const cell = cells[index]!
    order[next[cell]!] = index
    next[cell]! += 1
  }
  return {
    positions,
    rows,
    ranks,
    west,
    south,
    width,
    height,
    side,
    starts,
    order,
  }
}

/** Indices of the marks in the cells that a rectangle touches. */
function* marksAround(
  grid: Grid,
  [west, south, east, north]: readonly [number, number, number, number],
) {
  const { side, width, height, starts, order } = grid
  const first = limit((west - grid.west) / width, side - 1)
  const last = limit((east - grid.west) / width, side - 1)
  const top = limit((north - grid.south) / height, side - 1)
  for (let line = limit((south - grid.south) / height, side - 1); line <= top; line += 1) {
    const end = starts[line * side + last + 1]!
    for (let at = starts[line * side + first]!; at < end; at += 1) yield order[at]!
  }
}

/** Over the marks that are drawn: hover and click ask it instead of the GPU (DESIGN.md 7). */
export function createPointIndex(marks: Marks): PointIndex {
  const grid = buildGrid(marks)
  const { positions, rows, ranks } = grid

  function nearest(longitude: number, latitude: number, radiusPixels: number, zoom: number) {
    const pixel = degreesPerPixel(zoom, latitude)
    const reachX = radiusPixels * pixel.longitude
    const reachY = radiusPixels * pixel.latitude
    const box = [
      longitude - reachX,
      latitude - reachY,
      longitude + reachX,
      latitude + reachY,
    ] as const
    const near: { index: number; distance: number }[] = []
    for (const index of marksAround(grid, box)) {
      const x = (positions[index * 2]! - longitude) / pixel.longitude
      const y = (positions[index * 2 + 1]! - latitude) / pixel.latitude
      const distance = Math.hypot(x, y)
      if (distance <= radiusPixels) near.push({ index, distance })
    }
    const least = near.reduce((smallest, { distance }) => Math.min(smallest, distance), Infinity)
    const [best] = near
      .filter(({ distance }) => distance <= least + NEAR_TIE_PIXELS)
      .sort(
        (a, b) =>
          ranks[a.index]! - ranks[b.index]! ||
          a.distance - b.distance ||
          rows[a.index]! - rows[b.index]!,
      )
    if (!best) return null
    return {
      row: rows[best.index]!,
      level: RISK_LEVEL_ORDER[ranks[best.index]! - 1]!,
      longitude: positions[best.index * 2]!,
      latitude: positions[best.index * 2 + 1]!,
    }
  }

  return { nearest }
}
