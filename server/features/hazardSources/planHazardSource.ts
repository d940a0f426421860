import type {
  HazardSourceChange,
  HazardSourceCreation,
  SubstanceInput,
} from '#data/contract/bodies'
import type { HazardSourceSubstance, UnitKind } from '#data/domain/hazardSources'
import { gradeMajorHazard, majorHazard } from '#data/grading/majorHazard'
import { refused } from '../../http/problems.ts'
import type { HazardSourceFacts } from './hazardSourceWrites.queries.ts'

type Quantities = Pick<
  HazardSourceFacts,
  'unitKind' | 'exposedPeople' | 's' | 'r' | 'alpha' | 'majorHazardGrade' | 'substances'
>

/** A unit without listed substances is outside GB 18218: no S, no R, no grade. */
const NO_QUANTITIES = {
  unitKind: 'none',
  exposedPeople: null,
  s: null,
  r: null,
  alpha: null,
  majorHazardGrade: null,
  substances: [],
} as const satisfies Quantities

/**
 * What GB 18218-2018 makes of the given substances; those of the record where none are given.
 * @throws GradingError for a quantity, substance or number of people that cannot be; HttpProblem 422
 * where kind and substances contradict each other
 */
export function planQuantities(
  input: Pick<
    HazardSourceCreation | HazardSourceChange,
    'unitKind' | 'exposedPeople' | 'substances'
  >,
  current: Quantities = NO_QUANTITIES,
): Quantities {
  const unitKind: UnitKind = input.unitKind ?? current.unitKind
  const exposedPeople =
    input.exposedPeople === undefined ? current.exposedPeople : input.exposedPeople
  if (unitKind === 'none') {
    if (input.substances?.length) throw contradiction('substances')
    return { ...NO_QUANTITIES }
  }
  const count = input.substances?.length ?? current.substances.length
  if (count === 0) throw contradiction('unitKind')
  if (exposedPeople === null) {
    throw refused('exposedPeople', {
      'zh-CN': '请填写厂区边界外500米范围内的常住人口:系数α由它决定,没有人填0。',
      en: 'Give exposedPeople, those within 500 m outside the boundary: α follows from it; 0 where nobody is.',
    })
  }
  if (!input.substances) {
    const { substances } = current
    const { s, r, alpha, grade } = majorHazard(substances, exposedPeople)
    return { unitKind, exposedPeople, s, r, alpha, majorHazardGrade: grade, substances }
  }
  const graded = gradeMajorHazard({ exposedPeople, substances: input.substances })
  const { s, r, alpha, grade } = graded
  const substances = graded.substances.map((identified, index) =>
    recordOf(identified, input.substances![index]!),
  )
  return { unitKind, exposedPeople, s, r, alpha, majorHazardGrade: grade, substances }
}

type Identified = ReturnType<typeof gradeMajorHazard>['substances'][number]

function recordOf(identified: Identified, input: SubstanceInput): HazardSourceSubstance {
  return {
    cas: identified.cas,
    name: identified.name,
    designedQuantityTonnes: input.quantityTonnes,
    criticalTonnes: identified.criticalTonnes,
    beta: identified.beta,
    form: input.form ?? null,
    hazardClass: input.hazardClass ?? null,
  }
}

function contradiction(parameter: 'substances' | 'unitKind') {
  return refused(parameter, {
    'zh-CN': '生产单元、储存单元须列出物质和设计最大量;不涉及物质的危险源请选“不涉及”。',
    en: 'A production or storage unit lists its substances with their designed maximum; a source without any is of the kind "none".',
  })
}
