import type { ProblemTag } from './parks.ts'

/**
 * How alike two parks are for learning from one another: the same problems tell the most, then the
 * same industries, then the size. No official source weighs them: 建议值.
 */
export const LIKENESS_WEIGHTS = { problems: 0.5, industries: 0.3, size: 0.2 } as const
/** A park of this many times the enterprises has nothing of the size in common (建议值). */
export const UNLIKE_SIZE_RATIO = 10

/** What is compared of a park. */
export type LikenessFacts = {
  problemTags: readonly ProblemTag[]
  /** Enterprises by class of GB/T 4754. */
  industries: ReadonlyMap<string, number>
}

export type LikenessParts = { problems: number; industries: number; size: number }
export type Likeness = {
  /** 0 to 1, as every part: three decimals. */
  likeness: number
  parts: LikenessParts
  sharedProblems: ProblemTag[]
  /** Classes that both have, the most common first; of equally common ones by name. */
  sharedIndustries: string[]
}

/** How alike two parks are; the same whichever of them is asked about. */
export function likenessOf(left: LikenessFacts, right: LikenessFacts): Likeness {
  const parts = {
    problems: jaccard(new Set(left.problemTags), new Set(right.problemTags)),
    industries: cosine(left.industries, right.industries),
    size: sizeLikeness(sum(left.industries), sum(right.industries)),
  }
  const weighted = (Object.keys(LIKENESS_WEIGHTS) as (keyof LikenessParts)[]).reduce(
    (total, part) => total + LIKENESS_WEIGHTS[part] * parts[part],
    0,
  )
  const { problems, industries, size } = parts
  return {
    likeness: rounded(weighted),
    parts: { problems: rounded(problems), industries: rounded(industries), size: rounded(size) },
    sharedProblems: [...new Set(left.problemTags)].filter((tag) => right.problemTags.includes(tag)),
    sharedIndustries: sharedIndustries(left.industries, right.industries),
  }
}

/** The most alike first; equally alike ones by code. */
export function mostAlike<T extends { code: string; likeness: number }>(
  parks: readonly T[],
  most: number,
): T[] {
  return [...parks]
    .sort((a, b) => b.likeness - a.likeness || (a.code < b.code ? -1 : 1))
    .slice(0, most)
}

/** Shared of all: 0 where neither has any, for nothing is known then. */
function jaccard(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const all = new Set([...left, ...right])
  if (all.size === 0) return 0
  return [...left].filter((each) => right.has(each)).length / all.size
}

/** Cosine of the angle between the counts: 1 for the same mixture, whatever the sizes. */
function cosine(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  const length = (counts: ReadonlyMap<string, number>) =>
    Math.hypot(...[...counts.values()].map(Number))
  const both = length(left) * length(right)
  if (both === 0) return 0
  const product = [...left].reduce(
    (total, [key, count]) => total + count * (right.get(key) ?? 0),
    0,
  )
  return product / both
}

/** 1 for as many enterprises, falling with the logarithm of the ratio to 0 at `UNLIKE_SIZE_RATIO`. */
function sizeLikeness(left: number, right: number): number {
  if (left === 0 || right === 0) return 0
  return Math.max(0, 1 - Math.abs(Math.log(left / right)) / Math.log(UNLIKE_SIZE_RATIO))
}

function sharedIndustries(
  left: ReadonlyMap<string, number>,
  right: ReadonlyMap<string, number>,
): string[] {
  return [...left]
    .map(([name, count]) => ({ name, count: Math.min(count, right.get(name) ?? 0) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name)
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((total, count) => total + count, 0)

const rounded = (value: number): number => Math.round(value * 1000) / 1000
