import {
  ACCEPTANCE_ITEM_ORDER,
  ACCEPTANCE_ITEMS,
  type AcceptanceItem,
  type ItemScore,
} from '../../domain/acceptance.ts'
import type { ProblemTag } from '../../domain/parks.ts'
import type { Random } from '../random.ts'
import { DEDUCTION_TEXTS } from './scoreTexts.ts'

const FULL = 100

/** What a problem of the park, or the lack of a station, takes off before anything else. */
const TAG_DEDUCTIONS: Record<ProblemTag, readonly (readonly [AcceptanceItem, number])[]> = {
  threeNone: [
    ['bodyDocument', 3],
    ['fullTimeStaff', 3],
    ['rules', 3],
  ],
  threeMissing: [
    ['responsibilityLetters', 2],
    ['training', 2],
  ],
  rentOnly: [
    ['agreements', 3],
    ['regularChecks', 3],
  ],
  contractOnly: [
    ['hotWork', 2],
    ['confinedSpace', 2],
  ],
  disorder: [
    ['fireSeparation', 2],
    ['signs', 2],
  ],
}
const WITHOUT_STATION: readonly (readonly [AcceptanceItem, number])[] = [
  ['station', 4],
  ['stationEquipment', 2],
  ['arrival', 2],
]

type Scored = { problemTags: readonly ProblemTag[]; hasStation: boolean }

/** Points taken off each item so that the total is exactly the one asked for. */
export function deduct(
  total: number,
  { problemTags, hasStation }: Scored,
  random: Random,
): Map<AcceptanceItem, number> {
  const deducted = new Map<AcceptanceItem, number>()
  let left = FULL - total
  const take = (item: AcceptanceItem, points: number) => {
    const room = ACCEPTANCE_ITEMS[item].points - (deducted.get(item) ?? 0)
    const taken = Math.min(points, room, left)
    if (taken > 0) deducted.set(item, (deducted.get(item) ?? 0) + taken)
    left -= taken
  }
  const known = problemTags.flatMap((tag) => TAG_DEDUCTIONS[tag])
  for (const [item, points] of hasStation ? known : [...WITHOUT_STATION, ...known]) {
    take(item, points)
  }
  while (left > 0) take(random.pick(ACCEPTANCE_ITEM_ORDER), 1)
  return deducted
}

/** The same with some points given back: who is judged judges more kindly. */
export function giveBack(
  deducted: ReadonlyMap<AcceptanceItem, number>,
  points: number,
  random: Random,
): Map<AcceptanceItem, number> {
  const kinder = new Map(deducted)
  for (let given = 0; given < points && kinder.size > 0; given++) {
    const item = random.pick([...kinder.keys()])
    const left = kinder.get(item)! - 1
    if (left > 0) kinder.set(item, left)
    else kinder.delete(item)
  }
  return kinder
}

export function scoresOf(deducted: ReadonlyMap<AcceptanceItem, number>): ItemScore[] {
  return ACCEPTANCE_ITEM_ORDER.map((item) => {
    const off = deducted.get(item) ?? 0
    const evidence = off > 0 ? DEDUCTION_TEXTS[item] : null
    return { item, points: ACCEPTANCE_ITEMS[item].points - off, evidence }
  })
}
