import { HAZARD_CLASSES, type HazardClass } from '#data/grading/hazardClasses'
import { SUBSTANCES, type Substance } from '#data/grading/substances'
import type { SubstanceIdentity } from '#data/grading/identifySubstance'
import type { Labels } from '#data/domain/locales'

/** A row of table 1 or a class of table 2 as one choice among all. */
export type SubstanceOption = {
  value: string
  label: string
  keywords: string
  group: string
  identity: SubstanceIdentity
}

const ofSubstance = ({ cas, name, english, form, criticalTonnes }: Substance): SubstanceOption => ({
  value: form ? `${cas} ${form}` : cas,
  label: name,
  keywords: `${cas} ${english}`,
  group: `CAS ${cas} · Q ${criticalTonnes} t`,
  identity: form ? { cas, form } : { cas },
})

/** Every substance by name, then every class for what is not listed. */
export function substanceOptions(words: (labels: Labels) => string): SubstanceOption[] {
  const classes = Object.keys(HAZARD_CLASSES) as HazardClass[]
  return [
    ...SUBSTANCES.map(ofSubstance),
    ...classes.map((hazardClass) => ({
      value: hazardClass,
      label: `${hazardClass} ${words(HAZARD_CLASSES[hazardClass].labels)}`,
      keywords: hazardClass,
      group: `Q ${HAZARD_CLASSES[hazardClass].criticalTonnes} t`,
      identity: { hazardClass },
    })),
  ]
}
