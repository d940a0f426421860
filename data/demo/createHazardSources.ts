import type { HazardSourceSubstance } from '../domain/hazardSources.ts'
import { majorHazard } from '../grading/majorHazard.ts'
import type { DraftPoint } from './createRiskPoints.ts'
import { demoSubstance, type SubstanceKey } from './demoSubstances.ts'
import type { HazardSpecification } from './hazardPins.ts'
import { HAZARD_TEMPLATES, type HazardTemplate } from './hazardTemplates.ts'
import type { ParkPlan } from './planParks.ts'
import { createRandom, type Random } from './random.ts'
import type { DemoHazardSource } from './types.ts'

type Unplaced = Omit<DemoHazardSource, 'code' | 'riskPointCode'>
export type DraftHazardSource = { point: DraftPoint; source: Unplaced }

/** The graver the point, the sooner its hazard sources are listed. */
const LEVEL_PENALTY = { major: -1, larger: -0.7, general: 0, low: 0.5 } as const
/** A listed substance draws before a machine, a point's first unit before its second. */
const MACHINE_PENALTY = 0.5
const NEXT_UNIT_PENALTY = 0.6

/** The hazard sources of a park at its points, in the order of the points; without codes. */
export function createHazardSources(
  park: ParkPlan,
  points: readonly DraftPoint[],
  seed: number,
): DraftHazardSource[] {
  const random = createRandom(seed, 'hazards', park.code)
  const pinned = points.flatMap((point) =>
    (point.pin?.units ?? []).map((unit) => ({ point, source: specified(unit) })),
  )
  const candidates = points
    .filter(({ pin, isBase }) => isBase && pin === null)
    .flatMap((point) =>
      HAZARD_TEMPLATES[point.template].map((template, unit) => {
        const isMachine = template.unitKind === 'none'
        const rank =
          random.next() +
          (isMachine ? MACHINE_PENALTY : 0) +
          LEVEL_PENALTY[point.riskPoint.level] +
          unit * NEXT_UNIT_PENALTY
        return { point, template, rank }
      }),
    )
    .sort((a, b) => a.rank - b.rank)
    .slice(0, park.hazardSources - pinned.length)
  const order = new Map(points.map((point, index) => [point, index]))
  const all = [
    ...pinned,
    ...candidates.map(({ point, template }) => ({ point, source: drawn(template, random) })),
  ]
  return all.sort((a, b) => order.get(a.point)! - order.get(b.point)!)
}

function drawn(template: HazardTemplate, random: Random): Unplaced {
  if (template.unitKind === 'none') {
    return {
      name: template.name,
      unitKind: 'none',
      exposedPeople: null,
      s: null,
      r: null,
      alpha: null,
      majorHazardGrade: null,
      substances: [],
      fictitious: true,
    }
  }
  const quantities: Partial<Record<SubstanceKey, number>> = {}
  for (const [key, [least, most]] of entriesOf(template.quantities)) {
    quantities[key] = Number(random.between(least, most).toPrecision(2))
  }
  const exposedPeople = Math.round(60 * Math.exp(random.normal()))
  return specified({ name: template.name, unitKind: template.unitKind, quantities, exposedPeople })
}

function specified({ name, unitKind, quantities, exposedPeople }: HazardSpecification): Unplaced {
  const substances: HazardSourceSubstance[] = entriesOf(quantities).map(([key, tonnes]) => {
    const { cas, name: substance, criticalTonnes, beta, form } = demoSubstance(key)
    return {
      cas,
      name: substance,
      designedQuantityTonnes: tonnes,
      criticalTonnes,
      beta,
      form,
      hazardClass: null,
    }
  })
  const { s, r, alpha, grade } = majorHazard(substances, exposedPeople)
  return {
    name,
    unitKind,
    exposedPeople,
    s,
    r,
    alpha,
    majorHazardGrade: grade,
    substances,
    fictitious: true,
  }
}

function entriesOf<Value>(record: Partial<Record<SubstanceKey, Value>>): [SubstanceKey, Value][] {
  return Object.entries(record) as [SubstanceKey, Value][]
}
