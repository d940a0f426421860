import { DISTRICT_CODE, parentAreaCode } from '#data/domain/areas'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

/** What is open: an area always, in it perhaps a park, in that perhaps a risk point. */
export type Place = {
  areaCode: string
  parkCode: string | null
  riskPointCode: string | null
  /** The instant that the card of a risk point is shown for; now without it. */
  asOf?: string
}

export const HOME: Place = { areaCode: DISTRICT_CODE, parkCode: null, riskPointCode: null }

/** One step up: past version → risk point → park → community → street → district, which stays. */
export function placeAbove({ areaCode, parkCode, riskPointCode, asOf }: Place): Place {
  if (riskPointCode && asOf) return { areaCode, parkCode, riskPointCode }
  if (riskPointCode) return { areaCode, parkCode, riskPointCode: null }
  if (parkCode) return { areaCode, parkCode: null, riskPointCode: null }
  return { areaCode: parentAreaCode(areaCode) ?? areaCode, parkCode: null, riskPointCode: null }
}

export const usePlaceStore = defineStore('place', () => {
  const place = shallowRef<Place>(HOME)
  /** Counts the moves that ask the camera to follow; a restored link brings its own camera. */
  const flights = ref(0)
  /** Somebody has typed what is not saved: a move waits until they have said what becomes of it. */
  const holding = ref(false)
  const held = shallowRef<{ next: Partial<Place>; fly: boolean } | null>(null)

  function open(next: Partial<Place>, { fly = true } = {}) {
    if (holding.value) {
      held.value = { next, fly }
      return
    }
    place.value = { ...HOME, ...next }
    if (fly) flights.value += 1
  }

  /** Lets the move that waits go on, or forgets it. */
  function release(go: boolean) {
    const waiting = held.value
    held.value = null
    if (!go) return
    holding.value = false
    if (waiting) open(waiting.next, waiting)
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
      ...(open.asOf ? { asOf: open.asOf } : {}),
    }
    if (isOpen && JSON.stringify(right) !== JSON.stringify(open)) place.value = right
  }

  return {
    correct,
    place,
    flights,
    holding,
    held,
    release,
    isHome: computed(
      () =>
        place.value.areaCode === DISTRICT_CODE &&
        !place.value.parkCode &&
        !place.value.riskPointCode,
    ),
    open,
    /** From a past version to the present one the map stays where it is. */
    goUp: () => open(placeAbove(place.value), { fly: !place.value.asOf }),
  }
})
