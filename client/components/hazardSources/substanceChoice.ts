import type { HazardSourceSubstance } from '#data/domain/hazardSources'
import {
  identifySubstance,
  type IdentifiedSubstance,
  type SubstanceIdentity,
} from '#data/grading/identifySubstance'
import { findSubstances, type Substance } from '#data/grading/substances'

/** A substance as one value of a select: CAS number, form and hazard class, each perhaps empty. */
const joined = ({ cas = '', form = '', hazardClass = '' }: SubstanceIdentity) =>
  [cas, form, hazardClass].join('|')

export function identityOf(choice: string): SubstanceIdentity {
  const [cas, form, hazardClass] = choice.split('|')
  return { ...(cas && { cas }), ...(form && { form }), ...(hazardClass && { hazardClass }) }
}

export const choiceOfClass = (hazardClass: string) => joined({ hazardClass })

/** The choice of a row of the table of substances. */
export const choiceOfRow = ({ cas, form }: Pick<Substance, 'cas' | 'form'>) =>
  joined(form === undefined ? { cas } : { cas, form })

/** The choice that a recorded substance stands for; empty where the tables know no such thing. */
export function choiceOf(substance: HazardSourceSubstance): string {
  const { cas, form, hazardClass } = substance
  if (cas === null) return hazardClass ? choiceOfClass(hazardClass) : ''
  const rows = findSubstances(cas)
  const row = form === null ? rows[0] : rows.find((each) => each.form === form)
  if (row && !(hazardClass && row.basis === 'class')) return choiceOfRow(row)
  return hazardClass ? joined({ cas, hazardClass }) : ''
}

/** Critical quantity and β of a choice; null while nothing that the tables know is chosen. */
export function identified(choice: string): IdentifiedSubstance | null {
  if (choice === '') return null
  try {
    return identifySubstance(identityOf(choice))
  } catch {
    return null
  }
}
