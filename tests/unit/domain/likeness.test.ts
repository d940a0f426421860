import { describe, expect, test } from 'vitest'
import {
  LIKENESS_WEIGHTS,
  likenessOf,
  mostAlike,
  UNLIKE_SIZE_RATIO,
  type LikenessFacts,
} from '#data/domain/likeness'
import { problemTagSchema, type ProblemTag } from '#data/domain/parks'

const park = (
  problemTags: LikenessFacts['problemTags'],
  industries: Record<string, number> = {},
): LikenessFacts => ({ problemTags, industries: new Map(Object.entries(industries)) })

const TAGS = problemTagSchema.options.slice(0, 3) as [ProblemTag, ProblemTag, ProblemTag]
const METAL = 'C33 金属制品业'
const ELECTRONICS = 'C39 计算机、通信和其他电子设备制造业'
const PLASTICS = 'C29 橡胶和塑料制品业'

test('the weights are one whole, and problems tell the most', () => {
  const { problems, industries, size } = LIKENESS_WEIGHTS
  expect(problems + industries + size).toBeCloseTo(1, 12)
  expect(problems).toBeGreaterThan(industries)
  expect(industries).toBeGreaterThan(size)
})

test('a park is wholly like itself, and not at all like one with nothing in common', () => {
  const own = park(TAGS, { [METAL]: 4 })
  expect(likenessOf(own, own)).toMatchObject({
    likeness: 1,
    parts: { problems: 1, industries: 1, size: 1 },
  })
  expect(likenessOf(own, park([], { [PLASTICS]: 40 })).likeness).toBe(0)
})

describe('each part from 0 to 1', () => {
  test('problems: shared of all', () => {
    const [a, b, c] = TAGS
    const { parts, sharedProblems } = likenessOf(park([a, b]), park([c, b]))
    expect(parts.problems).toBe(0.333)
    expect(sharedProblems).toEqual([b])
    expect(likenessOf(park([]), park([])).parts.problems).toBe(0)
    expect(likenessOf(park([a, a]), park([a])).parts.problems).toBe(1)
  })

  test('industries: the same mixture is 1 whatever the size, nothing shared 0', () => {
    const left = park([], { [METAL]: 3, [PLASTICS]: 4 })
    expect(likenessOf(left, park([], { [METAL]: 30, [PLASTICS]: 40 })).parts.industries).toBe(1)
    expect(likenessOf(left, park([], { [ELECTRONICS]: 5 })).parts.industries).toBe(0)
    expect(likenessOf(left, park([], { [METAL]: 5 })).parts.industries).toBe(0.6)
    expect(likenessOf(left, park([])).parts.industries).toBe(0)
  })

  test('size: as many is 1, ten times as many 0, in between by the logarithm', () => {
    const size = (left: number, right: number) =>
      likenessOf(park([], { [METAL]: left }), park([], { [PLASTICS]: right })).parts.size
    expect(size(7, 7)).toBe(1)
    expect(size(3, 3 * UNLIKE_SIZE_RATIO)).toBe(0)
    expect(size(1, 100)).toBe(0)
    expect(size(10, 20)).toBe(0.699)
    expect(size(20, 10)).toBe(0.699)
    expect(size(0, 5)).toBe(0)
  })
})

test('the same whichever of two parks is asked about', () => {
  const [a, b, c] = TAGS
  const left = park([a, b], { [METAL]: 3, [ELECTRONICS]: 9 })
  const right = park([b, c], { [METAL]: 8, [PLASTICS]: 2 })
  expect(likenessOf(left, right).likeness).toBe(likenessOf(right, left).likeness)
})

test('shared industries: the most common in both first, then by name', () => {
  const left = park([], { [METAL]: 9, [ELECTRONICS]: 2, [PLASTICS]: 2, 'C13 农副食品加工业': 5 })
  const right = park([], { [METAL]: 1, [ELECTRONICS]: 7, [PLASTICS]: 3 })
  expect(likenessOf(left, right).sharedIndustries).toEqual([PLASTICS, ELECTRONICS, METAL])
})

test('the most alike first, equally alike ones by code, and no more than asked', () => {
  const parks = [
    { code: 'P-3', likeness: 0.5 },
    { code: 'P-1', likeness: 0.2 },
    { code: 'P-2', likeness: 0.5 },
    { code: 'P-4', likeness: 0.9 },
  ]
  expect(mostAlike(parks, 3).map(({ code }) => code)).toEqual(['P-4', 'P-2', 'P-3'])
  expect(parks[0]?.code).toBe('P-3')
})
