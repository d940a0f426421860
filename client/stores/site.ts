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

/** What is shown of the site of the open park. */
export const useSiteStore = defineStore('site', () => {
  /** The floor that is shown; null shows whole buildings. */
  const floor = ref<number | null>(null)
  /** The thing of the site whose card is open and that is marked on the map. */
  const featureCode = ref<string | null>(null)
  const visibility = shallowRef<SiteVisibility>(DEFAULT_SITE_VISIBILITY)

  return {
    floor,
    featureCode,
    visibility,
    showFloor: (next: number | null) => {
      floor.value = next
    },
    openFeature: (code: string | null) => {
      featureCode.value = code
    },
    toggle: (kind: ParkFeatureKind) => {
      visibility.value = { ...visibility.value, [kind]: !visibility.value[kind] }
    },
    /** What a link or a step of a tour says. */
    replaceVisibility: (next: SiteVisibility) => {
      visibility.value = next
    },
  }
})
