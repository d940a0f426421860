import type { Site } from '#data/contract/site/siteResponses'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { computed, onScopeDispose, toRaw, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { measureSpan } from '../../analysis/measureSpan.ts'
import { useTextScale } from '../../composables/useWindow.ts'
import { siteFeatures } from '../../map/overlays/site/siteFeatures.ts'
import { siteOverlay } from '../../map/overlays/site/siteOverlay.ts'
import { SITE } from '../../map/overlays/site/siteStyle.ts'
import { placeSitePoints } from '../../site/siteFloors.ts'
import { useCameraStore } from '../../stores/camera.ts'
import { useOverlaysStore } from '../../stores/overlays.ts'
import { usePlaceStore } from '../../stores/place.ts'
import { useSessionStore } from '../../stores/session.ts'
import { useSiteStore } from '../../stores/site.ts'

/** Below it, in degrees, a tilt shows no wall that anybody could make out. */
const LEAST_PITCH = 4

/** Carries the site of the open park to the map while it is near enough, and takes it off again. */
export function useSiteOverlay(map: MapLibreMap, answer: Readonly<Ref<Site | undefined>>) {
  const site = useSiteStore()
  const overlays = useOverlaysStore()
  const camera = useCameraStore()
  const place = usePlaceStore()
  const session = useSessionStore()
  const textScale = useTextScale()
  const { t } = useI18n()

  const follow = () => site.tilt(map.getPitch() >= LEAST_PITCH)
  follow()
  map.on('pitch', follow)
  onScopeDispose(() => map.off('pitch', follow))

  const near = computed(() => (camera.scale === 'park' ? (toRaw(answer.value) ?? null) : null))
  const features = computed(
    () =>
      near.value &&
      measureSpan('siteFeatures', () =>
        siteFeatures(near.value!, site.floor, (n) => t('site.storeys', { n })),
      ),
  )
  const overlay = computed(() => {
    if (!features.value) return null
    const style = { theme: session.theme, textScale: textScale.value, extruded: site.tilted }
    return siteOverlay(features.value, site.visibility, site.featureCode, style)
  })
  watch(overlay, (next) => overlays.show(SITE, next), { immediate: true })
  watch(
    [near, () => site.floor],
    ([current, floor]) => site.placePoints(current ? placeSitePoints(current, floor) : []),
    { immediate: true },
  )
  // A point that is opened from a list is to be seen: its floor comes up.
  watch([() => place.place.riskPointCode, near], ([code, current]) => {
    const point = current?.riskPoints.find((known) => known.code === code)
    if (point?.floor && site.floor !== null && point.floor !== site.floor) {
      site.showFloor(point.floor)
    }
  })
  onScopeDispose(() => {
    overlays.show(SITE, null)
    site.placePoints([])
    site.tilt(false)
  })
}
