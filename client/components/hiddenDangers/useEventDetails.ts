import type { HiddenDangerEventRecord } from '#data/contract/hiddenDangerResponses'
import {
  HANDLING_LEVELS,
  HIDDEN_DANGER_CATEGORIES,
  HIDDEN_DANGER_SEVERITIES,
} from '#data/domain/hiddenDangers'
import type { Labels } from '#data/domain/locales'
import { useI18n } from 'vue-i18n'
import { useTerms } from '../../composables/useTerms.ts'
import { isStep, STEP_FIELDS } from './actionFields.ts'

const TERMS: Readonly<Record<string, Readonly<Record<string, { labels: Labels }>>>> = {
  severity: HIDDEN_DANGER_SEVERITIES,
  level: HANDLING_LEVELS,
  category: HIDDEN_DANGER_CATEGORIES,
}

/** What an event set, field by field, in the words of its form; the note stands by itself. */
export function useEventDetails() {
  const { t } = useI18n()
  const { term, figure } = useTerms()

  function textOf(name: string, value: unknown): string | null {
    if (typeof value === 'number') return figure(value)
    if (typeof value !== 'string' || value === '') return null
    const entry = TERMS[name]?.[value]
    return entry ? term(entry) : value
  }

  return {
    detailsOf({ action, details }: HiddenDangerEventRecord): string[] {
      if (!isStep(action)) return []
      return STEP_FIELDS[action].flatMap(({ name, label }) => {
        const text = name === 'note' ? null : textOf(name, details[name])
        return text ? [`${t(`hiddenDangers.field.${label ?? name}`)}:${text}`] : []
      })
    },
  }
}
