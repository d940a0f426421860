import { ACCIDENT_TYPES, type AccidentType } from '#data/domain/accidentTypes'
import { useI18n } from 'vue-i18n'
import { useListWords } from '../../composables/useListWords.ts'

const ENGLISH = new Map<AccidentType, string>(
  ACCIDENT_TYPES.map(({ name, english }) => [name, english]),
)

/** Accident types in the reader's language, one after another. */
export function useAccidentWords() {
  const { locale } = useI18n()
  const list = useListWords()
  return (types: readonly AccidentType[]) =>
    list(types.map((type) => (locale.value === 'en' ? (ENGLISH.get(type) ?? type) : type)))
}
