/** Seed of the published demo data: the district's code. */
export const DEMO_SEED = 440307

/**
 * A stream of pseudo-random numbers (sfc32). Every part of the district draws from a stream of its
 * own, named by labels, so that changing one part leaves the others as they were.
 */
export type Random = {
  /** In [0, 1). */
  next: () => number
  /** A whole number in [0, below). */
  integer: (below: number) => number
  /** In [least, most). */
  between: (least: number, most: number) => number
  pick: <T>(list: readonly T[]) => T
  /** An index, the more often the greater its weight; weights sum to more than 0. */
  weighted: (weights: readonly number[]) => number
  /** A new list in another order. */
  shuffled: <T>(list: readonly T[]) => T[]
  /** Standard normal (Box–Muller). */
  normal: () => number
}

/** A 32-bit hash of numbers and texts (FNV-1a with a final avalanche). */
export function hash(...labels: readonly (string | number)[]): number {
  let state = 0x811c9dc5
  for (const label of labels) {
    const text = `${label}|`
    for (let index = 0; index < text.length; index++) {
      state = Math.imul(state ^ text.charCodeAt(index), 0x01000193)
    }
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}

function sfc32(seed: number): () => number {
  let a = seed | 0
  let b = 0x9e3779b9 | 0
  let c = (seed ^ 0x6d2b79f5) | 0
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  for (let round = 0; round < 12; round++) next()
  return next
}

export function createRandom(...labels: readonly (string | number)[]): Random {
  const next = sfc32(hash(...labels))
  const integer = (below: number) => Math.floor(next() * below)
  return {
    next,
    integer,
    between: (least, most) => least + next() * (most - least),
    pick: (list) => list[integer(list.length)]!,
    weighted: (weights) => {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0)
      const index = weights.findIndex((weight) => (left -= weight) < 0)
      return index < 0 ? weights.findLastIndex((weight) => weight > 0) : index
    },
    shuffled: (list) => {
      const copy = [...list]
      for (let last = copy.length - 1; last > 0; last--) {
        const other = integer(last + 1)
        ;[copy[last], copy[other]] = [copy[other]!, copy[last]!]
      }
      return copy
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}
