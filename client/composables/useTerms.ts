import type { Labels, Locale } from '#data/domain/locales'
import { useI18n } from 'vue-i18n'

/** Terms of the registries and figures in the reader's language. */
export function useTerms() {
  const { locale } = useI18n()
  const current = () => locale.value as Locale

  return {
    term: (entry: { labels: Labels }) => entry.labels[current()],
    words: (labels: Labels) => labels[current()],
    /** 1,234: grouped by three in both languages, as official figures are printed. */
    figure: (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 }),
  }
}
