import { isCasNumber } from './casNumber.ts'
import { GradingError } from './GradingError.ts'
import { HAZARD_CLASSES, type HazardClass } from './hazardClasses.ts'
import { findSubstances, type Substance } from './substances.ts'

export type SubstanceIdentity = {
  cas?: string | undefined
  /** One of the forms of the CAS number's rows: "含乙醇≥25%". */
  form?: string | undefined
  /** Class of table 2 for what table 1 does not list: "W5.3". */
  hazardClass?: string | undefined
}

export type IdentifiedSubstance = Pick<Substance, 'criticalTonnes' | 'beta'> & {
  /** Null for a substance given by its class alone. */
  cas: string | null
  name: string
}

/**
 * Critical quantity and β of a substance (GB 18218-2018 4.1.2 and 4.3.2). A row of table 1 wins over
 * a class; without a form the strictest of several rows counts, and its name tells which. A form that
 * table 1 does not list (a weak acid, formalin) is given by its class, without the CAS number.
 * `path` precedes the parameters in errors: `substances.0.`.
 * @throws GradingError for a malformed or unknown CAS number, an unknown form or class.
 */
export function identifySubstance(identity: SubstanceIdentity, path = ''): IdentifiedSubstance {
  const { cas, hazardClass } = identity
  const classKey =
    hazardClass === undefined ? undefined : checkClass(hazardClass, `${path}hazardClass`)
  if (cas === undefined) {
    if (classKey) return ofClass(null, HAZARD_CLASSES[classKey].labels['zh-CN'], classKey)
    throw new GradingError(`${path}cas`, 'must be given, or hazardClass (W5.1 …)')
  }
  if (!isCasNumber(cas)) {
    throw new GradingError(`${path}cas`, 'must be a CAS number such as 7664-41-7; digits are wrong')
  }
  const rows = findSubstances(cas)
  const row = rowOfForm(rows, identity.form, path)
  if (row?.basis === 'name' || (row && !classKey)) {
    const { name, criticalTonnes, beta } = row
    return { cas, name, criticalTonnes, beta }
  }
  if (classKey) return ofClass(cas, row?.name ?? `CAS ${cas}`, classKey)
  throw new GradingError(
    `${path}cas`,
    `${cas} is not in table 1 of GB 18218-2018: hazardClass (W5.1 …) must be given`,
  )
}

function ofClass(cas: string | null, name: string, key: HazardClass): IdentifiedSubstance {
  const { criticalTonnes, beta } = HAZARD_CLASSES[key]
  return { cas, name: `${name}(${key})`, criticalTonnes, beta }
}

function checkClass(text: string, parameter: string): HazardClass {
  if (Object.hasOwn(HAZARD_CLASSES, text)) return text as HazardClass
  throw new GradingError(parameter, `must be one of ${Object.keys(HAZARD_CLASSES).join(', ')}`)
}

function rowOfForm(
  rows: readonly Substance[],
  form: string | undefined,
  path: string,
): Substance | undefined {
  if (form === undefined) return rows[0]
  const row = rows.find((substance) => substance.form === form)
  if (row) return row
  const forms = rows.flatMap((substance) => substance.form ?? [])
  throw new GradingError(
    `${path}form`,
    forms.length > 0
      ? `must be one of ${forms.join(' | ')}`
      : 'must be left out: this substance has no forms',
  )
}
