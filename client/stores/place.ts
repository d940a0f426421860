import { DISTRICT_CODE, parentAreaCode } from '#data/domain/areas'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

/** What is open: an area always, in it perhaps a park, in that perhaps a risk point. */
export type Place = { areaCode: string; parkCode: string | null; riskPointCode: string | null }

export const HOME: Place = { areaCode: DISTRICT_CODE, parkCode: null, riskPointCode: null }

/** One step up: risk point → park → community → street → district; the district stays. */
export function placeAbove({ areaCode, parkCode, riskPointCode }: Place): Place {
  if (riskPointCode) return { areaCode, parkCode, riskPointCode: null }
  if (parkCode) return { areaCode, parkCode: null, riskPointCode: null }
  return { areaCode: parentAreaCode(areaCode) ?? areaCode, parkCode: null, riskPointCode: null }
}

export const usePlaceStore = defineStore('place', () => {
  const place = shallowRef<Place>(HOME)
  /** Counts the moves that ask the camera to follow; a restored link brings its own camera. */
  const flights = ref(0)

  function open(next: Partial<Place>, { fly = true } = {}) {
    place.value = { ...HOME, ...next }
    if (fly) flights.value += 1
  }

  /**
   * Puts what is open under the area that its record names; nothing when it is no longer open.
   * The camera stays, and Back knows no step of it.
   */
  function correct({ areaCode, parkCode, riskPointCode = null }: Partial<Place>) {
    const open = place.value
    const isOpen = riskPointCode
      ? open.riskPointCode === riskPointCode
      : open.parkCode === parkCode && !open.riskPointCode
    const right = {
      ...HOME,
      areaCode: areaCode ?? open.areaCode,
      parkCode: parkCode ?? null,
      riskPointCode,
    }
    if (isOpen && JSON.stringify(right) !== JSON.stringify(open)) place.value = right
  }

  return {
    correct,
    place,
    flights,
    isHome: computed(
      () =>
        place.value.areaCode === DISTRICT_CODE &&
        !place.value.parkCode &&
        !place.value.riskPointCode,
    ),
    open,
    goUp: () => open(placeAbove(place.value)),
  }
})
