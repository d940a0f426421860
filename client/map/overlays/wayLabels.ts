import type { Bounds } from '../../stores/camera.ts'

type Position = readonly [number, number]
/** `anchor` is the side of the letters that stands at the way: left for a label to its right. */
export type WayLabel = { at: Position; anchor: 'left' | 'right' }

/** How far towards the edge of the box labels stand, so that of one direction no two are level. */
const SHARES = [0.85, 0.65, 0.45] as const

/** The share of a way that lies inside the box; 1 where it ends inside. */
function shareInside(from: Position, to: Position, [west, south, east, north]: Bounds): number {
  const share = (start: number, end: number, least: number, most: number) =>
    end > most ? (most - start) / (end - start) : end < least ? (start - least) / (start - end) : 1
  return Math.max(
    0,
    Math.min(share(from[0], to[0], west, east), share(from[1], to[1], south, north)),
  )
}

/**
 * Where the ways from one place are labelled, in their order: beside their ends, or well inside the box
 * of what was searched where they leave it, which is what the map shows. Of ways to one half of the sky
 * the westernmost has its label to the west and the others to the east, so that none crosses another.
 */
export function wayLabels(
  from: Position,
  ends: readonly Position[],
  box: Bounds | null,
): WayLabel[] {
  const shares = ends.map((end) => (box ? shareInside(from, end, box) : 1))
  const tilt = (index: number) => {
    const [x, y] = ends[index]!
    return Math.atan2(x - from[0], Math.abs(y - from[1]))
  }
  return ends.map((end, index) => {
    const isUp = end[1] >= from[1]
    const half = ends
      .map((_, other) => other)
      .filter((other) => ends[other]![1] >= from[1] === isUp)
      .sort((one, other) => tilt(one) - tilt(other))
    const rank = half.indexOf(index)
    const isWest = rank === 0 && (half.length > 1 || end[0] < from[0])
    const inside = shares[index]!
    const along = inside < 1 ? inside * (SHARES[rank] ?? 1) : 1
    return {
      at: [from[0] + along * (end[0] - from[0]), from[1] + along * (end[1] - from[1])],
      anchor: isWest ? 'right' : 'left',
    }
  })
}
