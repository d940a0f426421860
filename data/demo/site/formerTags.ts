import type { ProblemTag } from '../../domain/parks.ts'
import { createRandom, DEMO_SEED } from '../random.ts'

/**
 * What a demonstration park was like before its rectification: two of the problems of the plan, or
 * three. The tags themselves are gone from the park with the problems.
 */
export function formerTagsOf(parkCode: string): ProblemTag[] {
  const random = createRandom(DEMO_SEED, 'former tags', parkCode)
  const others = random.shuffled<ProblemTag>(['threeMissing', 'contractOnly', 'threeNone'])
  return ['rentOnly', 'disorder', ...others.slice(0, 1 + random.integer(2))]
}
