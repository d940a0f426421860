import type { Around } from '#data/contract/analysis/aroundResponses'
import { useI18n } from 'vue-i18n'
import type { AroundQuestion } from '../../around/question.ts'
import { useTerms } from '../../composables/useTerms.ts'
import type { AroundTab } from '../../stores/around.ts'

/** Words that panels, map and paper say alike. */
export function useAroundWords() {
  const { t, locale } = useI18n()
  const { figure } = useTerms()
  /** 420 m; 1.24 km from a kilometre on. */
  const metres = (value: number) =>
    value < 1000 ? `${Math.round(value)} m` : `${figure(Math.round(value / 10) / 100)} km`
  const minutes = (value: number) => t('around.minutes', { n: figure(value) })

  function placeOf({ from }: AroundQuestion, parkName: string | null): string {
    if (from.kind === 'park') return parkName ?? from.code
    if (from.kind === 'point') return from.at.map((degrees) => degrees.toFixed(5)).join(', ')
    return t('around.asked.shapeOnly', { n: from.corners.length })
  }

  /** What was asked, in a sentence. */
  function asked(question: AroundQuestion, parkName: string | null): string {
    const { from, radiusMetres } = question
    const radius = metres(radiusMetres)
    if (from.kind === 'point') {
      const [longitude, latitude] = from.at
      const place = { longitude: longitude.toFixed(5), latitude: latitude.toFixed(5) }
      return t('around.asked.point', { ...place, radius })
    }
    if (from.kind === 'park') {
      const name = placeOf(question, parkName)
      return radiusMetres
        ? t('around.asked.park', { name, radius })
        : t('around.asked.parkOnly', { name })
    }
    const n = from.corners.length
    return radiusMetres
      ? t('around.asked.shape', { n, radius })
      : t('around.asked.shapeOnly', { n })
  }

  const travelNote = ({ travel }: Pick<Around, 'travel'>) =>
    t('around.travel.note', {
      speed: travel.speedMetresPerMinute,
      detour: travel.detourFactor,
    })

  /** That no more than an area was seen, and what that means for a figure; nothing of the district. */
  const seenNotes = (tab: AroundTab, { seesOnly }: Pick<Around, 'seesOnly'>) =>
    seesOnly ? [t(`around.seesOnly.${tab}`, { area: seesOnly.name })] : []

  return {
    seenNotes,
    metres,
    minutes,
    asked,
    placeOf,
    travelNote,
    join: (names: readonly string[]) => names.join(locale.value === 'en' ? ', ' : '、'),
  }
}
