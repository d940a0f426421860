import { ARTICLE_PARK, NAMED_PARKS, type NamedPark } from './namedParks.ts'
import { createParkNamer } from './parkNames.ts'
import { PARK_TYPE_TABLE } from './parkTypeTable.ts'
import type { ParkPlan } from './planParks.ts'
import type { Random } from './random.ts'

/**
 * Gives the names of CONTENT.md 5.2 to parks of their street and type and invents the others. A
 * demonstration park has no 重大 point and is of the usual size: others
 * are to learn from it.
 */
export function nameParks(
  plans: readonly ParkPlan[],
  random: Random,
  placeNames: readonly string[],
): void {
  const article = plans.find(
    ({ areaCode, parkType }) =>
      areaCode === ARTICLE_PARK.areaCode && parkType === ARTICLE_PARK.parkType,
  )!
  Object.assign(article, { name: ARTICLE_PARK.name, demonstration: true, isArticlePark: true })
  const demonstrationFirst = [...NAMED_PARKS].sort(
    (a: NamedPark, b: NamedPark) => Number(b.demonstration ?? 0) - Number(a.demonstration ?? 0),
  )
  for (const named of demonstrationFirst) nameOne(plans, named)
  const nameFor = createParkNamer(
    random,
    new Set(plans.map(({ name }) => name).filter((name) => name !== '')),
    placeNames,
  )
  for (const plan of plans) {
    if (plan.name === '') plan.name = nameFor(plan.parkType)
  }
}

function nameOne(plans: readonly ParkPlan[], named: NamedPark): void {
  const free = plans.filter(
    (plan) =>
      plan.name === '' && plan.streetCode === named.streetCode && plan.parkType === named.parkType,
  )
  const [park] = free.sort((a, b) =>
    named.demonstration
      ? a.levels.major - b.levels.major || unusual(a) - unusual(b)
      : b.riskPoints - a.riskPoints,
  )
  if (!park) throw new RangeError(`no park is left for ${named.name}`)
  park.name = named.name
  park.demonstration = named.demonstration ?? false
}

/** How far a park is from the usual size of its type. */
function unusual({ parkType, riskPoints }: ParkPlan): number {
  return Math.abs(
    riskPoints - PARK_TYPE_TABLE[parkType].riskPoints / PARK_TYPE_TABLE[parkType].parks,
  )
}
