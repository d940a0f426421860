import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAreas, useParks } from '../../api/queries.ts'
import { useTerms } from '../../composables/useTerms.ts'
import { recordTexts, type Words } from './recordTexts.ts'

/** What texts of a record need, in the language of the page; names of areas and parks by code. */
export function useWords() {
  const { t, locale } = useI18n()
  const { words } = useTerms()
  const { data: parks } = useParks()
  const { data: areas } = useAreas()
  return computed(() => {
    const names = new Map(
      [...(areas.value?.features ?? []), ...(parks.value?.features ?? [])].map(({ properties }) => [
        properties.code,
        properties.name,
      ]),
    )
    const own: Words = {
      t: (key, values) => t(key, values ?? {}),
      words,
      isEnglish: locale.value === 'en',
      nameOf: (code) => names.get(code) ?? code,
    }
    return { words: own, texts: recordTexts(own) }
  })
}
