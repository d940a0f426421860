import { computed, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { measureSpan } from '../../analysis/measureSpan.ts'
import { useAround, useCoverage, useDomino } from '../../api/around.ts'
import { usePhone, useTextScale } from '../../composables/useWindow.ts'
import { boundsOf } from '../../map/geometry.ts'
import { aroundFeatures, aroundOverlay } from '../../map/overlays/around.layers.ts'
import type { OverlayLook } from '../../map/overlays/aroundStyle.ts'
import { coverageFeatures, coverageOverlay } from '../../map/overlays/coverage.layers.ts'
import { dominoFeatures, dominoOverlay } from '../../map/overlays/domino.layers.ts'
import { useAroundStore, type AroundTab } from '../../stores/around.ts'
import { useCameraStore } from '../../stores/camera.ts'
import { useOverlaysStore } from '../../stores/overlays.ts'
import { useRailStore } from '../../stores/rail.ts'
import { useSessionStore } from '../../stores/session.ts'
import { isWellInView } from './isWellInView.ts'
import { useAroundExports } from './useAroundExports.ts'
import { useAroundWords } from './useAroundWords.ts'

/** Carries the answers to the map, and takes each off again when it is no longer asked for. */
export function useAroundOverlays() {
  const store = useAroundStore()
  const overlays = useOverlaysStore()
  const camera = useCameraStore()
  const session = useSessionStore()
  const rail = useRailStore()
  const phone = usePhone()
  const textScale = useTextScale()
  const { t } = useI18n()
  const { metres } = useAroundWords()
  const travel = () => store.travel
  const around = useAround(() => store.question, travel)
  const coverage = useCoverage(
    () => store.coverage,
    () => store.reach,
    travel,
  )
  const domino = useDomino(() => store.domino)
  const look = computed<OverlayLook>(() => ({ theme: session.theme, textScale: textScale.value }))
  const pointedIn = (tab: AroundTab) => (store.tab === tab ? store.pointed : null)

  const features = {
    around: computed(() => {
      const answer = store.question && around.data.value
      return (
        answer &&
        aroundFeatures(answer, ({ name, distanceMetres, minutes }) =>
          t('around.way', { name, distance: metres(distanceMetres), minutes }),
        )
      )
    }),
    coverage: computed(() => {
      const answer = store.coverage && coverage.data.value
      return answer ? measureSpan('coverageFeatures', () => coverageFeatures(answer)) : null
    }),
    domino: computed(() => {
      const answer = store.domino && domino.data.value
      const title = (group: { number: number; members: readonly unknown[] }) =>
        t('around.domino.title', { n: group.number, members: group.members.length })
      return answer ? measureSpan('dominoFeatures', () => dominoFeatures(answer, title)) : null
    }),
  }
  const builders = { around: aroundOverlay, coverage: coverageOverlay, domino: dominoOverlay }
  for (const key of ['around', 'coverage', 'domino'] as const) {
    const overlay = computed(() => {
      const drawn = features[key].value
      return drawn ? builders[key](drawn, pointedIn(key), look.value) : null
    })
    watch(overlay, (next) => overlays.show(key, next), { immediate: true })
  }
  watch(
    () => Boolean(store.question ?? store.coverage ?? store.domino),
    (isOn) => rail.mark('around', isOn),
    { immediate: true },
  )
  // What was asked is to be seen: the camera follows when it is out of sight or a speck, unless a link
  // has brought a camera of its own with the question.
  const isSought = () =>
    store.question !== null && store.question !== store.framed && !around.isPlaceholderData.value
  watch(
    () => (isSought() ? around.data.value : null),
    (answer) => {
      const bounds = answer?.area.geometry && boundsOf(answer.area.geometry.coordinates)
      const isOpen = rail.open !== null
      if (bounds && camera.bounds && !isWellInView(bounds, camera.bounds, phone.value, isOpen)) {
        camera.want({ bounds })
      }
    },
    { immediate: true },
  )
  useAroundExports({
    around: () => (store.question && around.data.value) ?? null,
    coverage: () => (store.coverage && coverage.data.value) || null,
    domino: () => (store.domino && domino.data.value) || null,
  })
}
