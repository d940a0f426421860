import { civilDayOfNumber } from '#data/domain/clock'
import { useI18n } from 'vue-i18n'
import { dateTime } from '../../composables/formatTime.ts'
import { usePointsStore } from '../../stores/points.ts'

/** A day as it is read: its end at 24:00, or now with the hour that the data is of. */
export function useDayWords() {
  const { t } = useI18n()
  const points = usePointsStore()

  return (day: number | null) => {
    if (day !== null) return `${civilDayOfNumber(day)} 24:00`
    const { loaded } = points
    return loaded ? t('time.nowAt', { time: dateTime(loaded.asOf) }) : t('time.now')
  }
}
