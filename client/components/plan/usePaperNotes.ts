import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { dateTime } from '../../composables/formatTime.ts'
import { useStandingNotes } from '../../composables/useStandingNotes.ts'

/** The six short notes that stand on everything printed (CONTENT.md 2.2). */
export function usePaperNotes(told: () => { asOf: string; fictitious: boolean } | undefined) {
  const { t } = useI18n()
  const { mapNumber } = useStandingNotes()
  return computed(() => {
    const { asOf = null, fictitious = true } = told() ?? {}
    return [
      t('notes.boundary'),
      ...(fictitious ? [t('notes.demo')] : []),
      t('plan.circle'),
      mapNumber.value ? t('notes.mapNumberOf', { n: mapNumber.value }) : t('notes.mapNumber'),
      ...(asOf ? [t('status.asOf', { time: dateTime(asOf) })] : []),
      t('notes.scope'),
    ]
  })
}
