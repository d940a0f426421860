import { SYSTEM_DOCUMENTS } from '#data/domain/parkRecords'
import { PARK_GRADES, PARK_STAGES, PROBLEM_TAGS } from '#data/domain/parks'
import type { Labels } from '#data/domain/locales'
import { useI18n } from 'vue-i18n'
import { useListWords } from '../../composables/useListWords.ts'
import { useTerms } from '../../composables/useTerms.ts'

const TERMS: Readonly<Record<string, Readonly<Record<string, { labels: Labels }>>>> = {
  grade: PARK_GRADES,
  stage: PARK_STAGES,
  problemTags: PROBLEM_TAGS,
  systemDocuments: SYSTEM_DOCUMENTS,
}

/** Fields of a park's facts and their values in words. */
export function useParkFields() {
  const { t, te } = useI18n()
  const { term } = useTerms()
  const list = useListWords()
  return {
    fieldLabel: (field: string): string =>
      te(`parkRecords.field.${field}`) ? t(`parkRecords.field.${field}`) : field,
    fieldText(field: string, value: unknown): string {
      const words = (Array.isArray(value) ? value : [value])
        .filter((each) => each !== null && each !== undefined)
        .map((each) => {
          const entry = TERMS[field]?.[String(each)]
          return entry ? term(entry) : String(each)
        })
      return list(words) || '–'
    },
  }
}
