import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useTerms } from '../../composables/useTerms.ts'
import { useTimelineStore } from '../../stores/timeline.ts'
import { useDayWords } from './useDayWords.ts'

/** What changed between the two dates of a comparison, in one sentence; null until it is known. */
export function useDifference() {
  const timeline = useTimelineStore()
  const { t } = useI18n()
  const { figure } = useTerms()
  const words = useDayWords()

  return computed(() => {
    const { curve, day, right } = timeline
    if (!curve) return null
    if (day === right) return t('time.same')
    const { first, last } = curve
    const at = (each: number | null) => Math.min(last, Math.max(first, each ?? last)) - first
    const change = (values: Uint32Array) => {
      const [from, to] = [values[at(day)] ?? 0, values[at(right)] ?? 0]
      return t('time.change', { from: figure(from), to: figure(to) })
    }
    return t('time.difference', {
      left: words(day),
      right: words(right),
      major: change(curve.major),
      larger: change(curve.larger),
      open: change(curve.open),
      overdue: change(curve.overdue),
    })
  })
}
