import type { Millimetres, PaperBox } from './planFrame.ts'

/** What lies on the sheet already; the graver it would be to cover it, the more it weighs. */
export type Taken = { box: PaperBox; weight: number }

export const boxAround = ([x, y]: Millimetres, width: number, height = width): PaperBox => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
})

/** Square millimetres that two boxes share. */
export function sharedArea(a: PaperBox, b: PaperBox): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

const isWithin = (inner: PaperBox, outer: PaperBox) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

/**
 * The candidate that covers least of what is taken, the first of those that do alike; one that is
 * not wholly within `bounds` only where none is.
 * @throws RangeError without a candidate.
 */
export function leastCovering<Candidate extends { box: PaperBox; cost?: number }>(
  candidates: readonly Candidate[],
  taken: readonly Taken[],
  bounds: PaperBox,
): Candidate {
  let best: { candidate: Candidate; cost: number } | null = null
  for (const candidate of candidates) {
    const outside = isWithin(candidate.box, bounds) ? 0 : 1e6
    const covered = taken.reduce(
      (sum, { box, weight }) => sum + weight * sharedArea(candidate.box, box),
      0,
    )
    const cost = outside + covered + (candidate.cost ?? 0)
    if (!best || cost < best.cost) best = { candidate, cost }
  }
  if (!best) throw new RangeError('nothing to choose from')
  return best.candidate
}

/** Boxes around a place: on it, then in rings ever farther out, eight to a ring. */
export function ringsAround(
  at: Millimetres,
  size: { width: number; height: number },
  radii: readonly number[],
): { box: PaperBox; at: Millimetres; cost: number }[] {
  return radii.flatMap((radius) => {
    const steps = radius === 0 ? 1 : 8
    return Array.from({ length: steps }, (_, step) => {
      // The first to the upper right, where a reader looks for the name of a mark.
      const angle = -Math.PI / 4 + (step * Math.PI * 2) / steps
      const centre = [at[0] + Math.cos(angle) * radius, at[1] + Math.sin(angle) * radius] as const
      // A farther place costs a little: of places that cover nothing the nearest is taken.
      return { box: boxAround(centre, size.width, size.height), at: centre, cost: radius * 0.02 }
    })
  })
}
