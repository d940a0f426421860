import { useI18n } from 'vue-i18n'

/** Words one after another, with the comma of the reader's language. */
export function useListWords() {
  const { locale } = useI18n()
  return (words: readonly string[]): string => words.join(locale.value === 'en' ? ', ' : '、')
}
