import { hash } from './random.ts'

/**
 * Chooses exactly `count` of `total` things that pass one by one: one at a random place in each of
 * `count` strata of equal size, so that a million need no list.
 */
export function createStrata(total: number, count: number, seed: number): () => boolean {
  let passed = 0
  let stratum = 0
  const placeIn = (index: number) => {
    const from = Math.floor((index * total) / count)
    const to = Math.floor(((index + 1) * total) / count)
    return from + (hash(seed, index) % (to - from))
  }
  let next = count > 0 ? placeIn(0) : Infinity
  return () => {
    const isChosen = passed === next
    if (isChosen) {
      stratum++
      next = stratum < count ? placeIn(stratum) : Infinity
    }
    passed++
    return isChosen
  }
}
