import { HAZARD_CLASSES, type HazardClass } from '#data/grading/hazardClasses'
import { commonNamesOf, SUBSTANCES } from '#data/grading/substances'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useTerms } from '../../composables/useTerms.ts'
import type { Option } from '../forms/SearchSelect.vue'
import { choiceOfClass, choiceOfRow, identified } from './substanceChoice.ts'

/** Everything that a substance can be: the rows of the table, then the hazard classes. */
export function useSubstanceOptions() {
  const { locale } = useI18n()
  const { term } = useTerms()

  const options = computed<Option[]>(() => [
    ...SUBSTANCES.map((row) => ({
      value: choiceOfRow(row),
      label: locale.value === 'en' ? [row.english, row.form].filter(Boolean).join(', ') : row.name,
      keywords: [row.cas, row.name, ...commonNamesOf(row.cas), row.english].join(' '),
      group: row.cas,
    })),
    ...(Object.keys(HAZARD_CLASSES) as HazardClass[]).map((key) => ({
      value: choiceOfClass(key),
      label: `${key} ${term(HAZARD_CLASSES[key])}`,
      keywords: Object.values(HAZARD_CLASSES[key].labels).join(' '),
    })),
  ])

  return {
    /** With the recorded choice, which may be a CAS number that only its class is known of. */
    optionsWith: (choice: string): Option[] => {
      const known = options.value.some(({ value }) => value === choice)
      const substance = known ? null : identified(choice)
      return substance
        ? [...options.value, { value: choice, label: substance.name }]
        : options.value
    },
  }
}
