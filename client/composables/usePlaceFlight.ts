import type { AreasAnswer, ParksAnswer, RiskPointDetail } from '#data/contract/responses'
import { watch, type Ref } from 'vue'
import { boundsAround, boundsOf } from '../map/geometry.ts'
import { useCameraStore, type Bounds } from '../stores/camera.ts'
import { usePlaceStore } from '../stores/place.ts'

/** Opening a place brings it into view; a place whose position is still on its way is awaited. */
export function usePlaceFlight(
  areas: Readonly<Ref<AreasAnswer | undefined>>,
  parks: Readonly<Ref<ParksAnswer | undefined>>,
  riskPoint: Readonly<Ref<RiskPointDetail | undefined>>,
) {
  const store = usePlaceStore()
  const camera = useCameraStore()
  let flown = -1

  function target(): Bounds | null {
    const { areaCode, parkCode, riskPointCode } = store.place
    if (riskPointCode && riskPoint.value?.code !== riskPointCode) return null
    if (riskPointCode && riskPoint.value) {
      const { longitude, latitude } = riskPoint.value
      if (longitude !== null && latitude !== null) return boundsAround(longitude, latitude)
    }
    const found = parkCode
      ? parks.value?.features.find(({ properties }) => properties.code === parkCode)
      : areas.value?.features.find(({ properties }) => properties.code === areaCode)
    return found ? boundsOf(found.geometry.coordinates) : null
  }

  watch(
    [() => store.flights, areas, parks, riskPoint],
    () => {
      if (store.flights === flown || store.flights === 0) return
      const bounds = target()
      if (!bounds) return
      flown = store.flights
      camera.want({ bounds })
    },
    { immediate: true },
  )
}
