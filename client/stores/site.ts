import {
  PARK_FEATURE_KIND_ORDER,
  PARK_FEATURE_KINDS,
  type ParkFeatureKind,
} from '#data/domain/parkFeatures'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

export type SiteVisibility = Readonly<Record<ParkFeatureKind, boolean>>

export const DEFAULT_SITE_VISIBILITY = Object.fromEntries(
  PARK_FEATURE_KIND_ORDER.map((kind) => [kind, PARK_FEATURE_KINDS[kind].visible]),
) as SiteVisibility

/** Where a risk point of the open park stands: what the map's columns do not know. */
export type PointPlace = {
  id: number
  code: string
  /** Above the ground at its building, in metres; 0 outside. */
  heightMetres: number
  /** False while another floor is shown. */
  shown: boolean
}

/** What is shown of the site of the open park. */
export const useSiteStore = defineStore('site', () => {
  /** The floor that is shown; null shows whole buildings. */
  const floor = ref<number | null>(null)
  /** The thing of the site whose card is open and that is marked on the map. */
  const featureCode = ref<string | null>(null)
  const visibility = shallowRef<SiteVisibility>(DEFAULT_SITE_VISIBILITY)
  /** Of the park whose site is drawn; none where no site is. */
  const pointPlaces = shallowRef<readonly PointPlace[]>([])
  /** The map is tilted: buildings and points stand up. */
  const tilted = ref(false)

  return {
    floor,
    featureCode,
    visibility,
    pointPlaces,
    tilted,
    placePoints: (places: readonly PointPlace[]) => {
      pointPlaces.value = places
    },
    tilt: (next: boolean) => {
      tilted.value = next
    },
    showFloor: (next: number | null) => {
      floor.value = next
    },
    openFeature: (code: string | null) => {
      featureCode.value = code
    },
    toggle: (kind: ParkFeatureKind) => {
      visibility.value = { ...visibility.value, [kind]: !visibility.value[kind] }
    },
    /** Every kind of a group at once. */
    setAll: (kinds: readonly ParkFeatureKind[], shown: boolean) => {
      const changed = Object.fromEntries(kinds.map((kind) => [kind, shown]))
      visibility.value = { ...visibility.value, ...changed }
    },
    /** What a link or a step of a tour says. */
    replaceVisibility: (next: SiteVisibility) => {
      visibility.value = next
    },
  }
})
