import type { HazardSourceChange, HazardSourceCreation } from '#data/contract/bodies'
import { unitKindSchema, type HazardSource } from '#data/domain/hazardSources'
import type { IdentifiedSubstance } from '#data/grading/identifySubstance'
import {
  majorHazard,
  MOST_PEOPLE,
  MOST_SUBSTANCES,
  MOST_TONNES,
  type MajorHazard,
} from '#data/grading/majorHazard'
import * as z from 'zod/mini'
import { choiceOf, identified, identityOf } from './substanceChoice.ts'

/** A substance as it is typed: the choice from the tables, and tonnes as text. */
const substanceRowSchema = z.object({ choice: z.string(), quantity: z.string() })
export type SubstanceRow = z.infer<typeof substanceRowSchema>
export const hazardSourceFormSchema = z.object({
  name: z.string(),
  unitKind: unitKindSchema,
  /** People within 500 m, as typed. */
  exposedPeople: z.string(),
  substances: z.array(substanceRowSchema),
})
export type HazardSourceForm = z.infer<typeof hazardSourceFormSchema>

export const EMPTY_SUBSTANCE: SubstanceRow = { choice: '', quantity: '' }
export const EMPTY_HAZARD_SOURCE: HazardSourceForm = {
  name: '',
  unitKind: 'storage',
  exposedPeople: '',
  substances: [EMPTY_SUBSTANCE],
}

export function formOfHazardSource(source: HazardSource): HazardSourceForm {
  const { name, unitKind, exposedPeople, substances } = source
  return {
    name,
    unitKind,
    exposedPeople: exposedPeople === null ? '' : String(exposedPeople),
    substances: substances.map((substance) => ({
      choice: choiceOf(substance),
      quantity: String(substance.designedQuantityTonnes),
    })),
  }
}

/** Tonnes as typed; null for what is no number above 0. */
function tonnesOf(text: string): number | null {
  const value = /^\d{1,12}(\.\d{1,9})?$/.test(text.trim()) ? Number(text) : 0
  return value > 0 ? value : null
}
function peopleOf(text: string): number | null {
  const value = /^\d{1,9}$/.test(text.trim()) ? Number(text) : Infinity
  return value <= MOST_PEOPLE ? value : null
}

export type HazardProblem =
  | 'required'
  | 'people'
  | 'substancesNeeded'
  | 'tooMany'
  | 'substanceMissing'
  | 'quantityWrong'
  | 'quantityTooLarge'

/** What keeps the form from being sent, by field: `substances.0.quantity`. */
export function checkHazardSource(form: HazardSourceForm): Map<string, HazardProblem> {
  const problems = new Map<string, HazardProblem>()
  if (!form.name.trim()) problems.set('name', 'required')
  if (form.unitKind === 'none') return problems
  if (peopleOf(form.exposedPeople) === null) problems.set('exposedPeople', 'people')
  if (form.substances.length === 0) problems.set('substances', 'substancesNeeded')
  if (form.substances.length > MOST_SUBSTANCES) problems.set('substances', 'tooMany')
  form.substances.forEach(({ choice, quantity }, index) => {
    if (!identified(choice)) problems.set(`substances.${index}.choice`, 'substanceMissing')
    const tonnes = tonnesOf(quantity)
    if (tonnes === null) problems.set(`substances.${index}.quantity`, 'quantityWrong')
    else if (tonnes > MOST_TONNES) problems.set(`substances.${index}.quantity`, 'quantityTooLarge')
  })
  return problems
}

export type LiveTerm = IdentifiedSubstance & { tonnes: number }
export type Live = MajorHazard & {
  terms: LiveTerm[]
  /** Nobody counted the people, so that α and R are not known yet. */
  peopleKnown: boolean
}

/** S, α, R and grade of what is filled in; null while a substance or a quantity is missing. */
export function liveOf({ unitKind, substances, exposedPeople }: HazardSourceForm): Live | null {
  if (unitKind === 'none' || substances.length === 0) return null
  const terms = substances.flatMap(({ choice, quantity }) => {
    const substance = identified(choice)
    const tonnes = tonnesOf(quantity)
    return substance && tonnes !== null && tonnes <= MOST_TONNES ? [{ ...substance, tonnes }] : []
  })
  if (terms.length < substances.length) return null
  const people = peopleOf(exposedPeople)
  const quantities = terms.map(({ tonnes, ...term }) => ({
    ...term,
    designedQuantityTonnes: tonnes,
  }))
  return { ...majorHazard(quantities, people ?? 0), terms, peopleKnown: people !== null }
}

/** Every field as the contract takes it. */
function bodyOf(form: HazardSourceForm) {
  const isNone = form.unitKind === 'none'
  return {
    name: form.name.trim(),
    unitKind: form.unitKind,
    exposedPeople: isNone ? null : peopleOf(form.exposedPeople),
    substances: isNone
      ? []
      : form.substances.map(({ choice, quantity }) => ({
          ...identityOf(choice),
          quantityTonnes: Number(quantity),
        })),
  }
}

export function creationOf(
  form: HazardSourceForm,
  riskPointCode: string,
  reason: string,
): HazardSourceCreation {
  return { riskPointCode, ...bodyOf(form), ...(reason && { reason }) }
}

/** Only what was changed; another kind of unit brings its people and substances with it. */
export function changeOf(
  form: HazardSourceForm,
  changed: readonly (keyof HazardSourceForm)[],
  reason: string,
): HazardSourceChange {
  const { name, ...unit } = bodyOf(form)
  const { exposedPeople, substances } = unit
  return {
    ...(changed.includes('name') && { name }),
    ...(changed.includes('exposedPeople') && { exposedPeople }),
    ...(changed.includes('substances') && { substances }),
    ...(changed.includes('unitKind') && unit),
    reason,
  }
}
