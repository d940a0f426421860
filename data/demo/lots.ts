import type { ParkSite } from './placeParks.ts'
import { containsRectangle, expanded, type Rectangle } from './plane.ts'
import type { Random } from './random.ts'

/** Metres that a grid of buildings keeps, and how many buildings it may have. */
export type Spacing = {
  /** Between a building and the park's edge. */
  setback: number
  /** Between buildings. */
  gap: number
  most: number
}

export type Lots = {
  lots: Rectangle[]
  /** Lines in the middle between two columns (u) and two rows (v), which no lot crosses. */
  betweenColumns: number[]
  betweenRows: number[]
}

const LEAST_BUILDINGS = 3
/** Grids tried before giving up, each for one building more. */
const ATTEMPTS = 12
const LONGEST = 130
const DEEPEST = 58

/**
 * The grid nearest to the wanted number that leaves at least three buildings in the outline.
 * @throws RangeError where no three fit
 */
export function chooseLots({ bounds, ring }: ParkSite, wanted: number, spacing: Spacing): Lots {
  const { setback, gap, most } = spacing
  const fits = (building: Rectangle) => containsRectangle(ring, expanded(building, setback))
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const target = wanted + attempt
    const columns = Math.max(1, Math.round(Math.sqrt((target * bounds.width) / (2 * bounds.depth))))
    const rows = Math.max(2, Math.round(target / columns))
    const inner = expanded(bounds, -setback - 1)
    const lots = gridOf(inner, columns, rows, gap)
      .flatMap((lot) => shortened(lot).find(fits) ?? [])
      .slice(0, most)
    if (lots.length < LEAST_BUILDINGS) continue
    const between = (from: number, length: number, count: number) =>
      Array.from(
        { length: count - 1 },
        (_, k) => from + ((k + 1) * (length + gap)) / count - gap / 2,
      )
    return {
      lots,
      betweenColumns: between(inner.u, inner.width, columns),
      betweenRows: between(inner.v, inner.depth, rows),
    }
  }
  throw new RangeError(`no three buildings fit a park of ${bounds.width} by ${bounds.depth} m`)
}

/** The lot itself, then what is left of it where a corner of the park is cut or slants. */
function shortened({ u, v, width, depth }: Rectangle): Rectangle[] {
  return [1, 0.75, 0.5].flatMap((share) => [
    { u, v, width: width * share, depth },
    { u: u + width * (1 - share), v, width: width * share, depth },
    { u, v, width, depth: depth * share },
    { u, v: v + depth * (1 - share), width, depth: depth * share },
  ])
}

/** Buildings of one estate are alike, not the same: each a little shorter than its lot. */
export function varied(lots: readonly Rectangle[], random: Random): Rectangle[] {
  const depthShare = random.between(0.85, 1)
  return lots.map(({ u, v, width, depth }) => ({
    u,
    v,
    width: width * random.pick([1, 1, 0.9, 0.78]),
    depth: depth * depthShare,
  }))
}

function gridOf(inner: Rectangle, columns: number, rows: number, gap: number): Rectangle[] {
  const pitchU = (inner.width + gap) / columns
  const pitchV = (inner.depth + gap) / rows
  const width = Math.min(LONGEST, pitchU - gap)
  const depth = Math.min(DEEPEST, pitchV - gap)
  return Array.from({ length: columns * rows }, (_, index) => ({
    u: inner.u + (index % columns) * pitchU + (pitchU - gap - width) / 2,
    v: inner.v + Math.floor(index / columns) * pitchV + (pitchV - gap - depth) / 2,
    width,
    depth,
  }))
}
