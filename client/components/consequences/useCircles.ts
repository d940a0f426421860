import { CONSEQUENCE_NOTE, type ConsequenceModel } from '#data/grading/consequences'
import { refDebounced } from '@vueuse/core'
import { onBeforeUnmount, onMounted, ref, watch, type ComputedRef } from 'vue'
import { useTerms } from '../../composables/useTerms.ts'
import { boundsOf } from '../../map/geometry.ts'
import { useCameraStore } from '../../stores/camera.ts'
import { useConsequencesStore, type ConsequenceRing } from '../../stores/consequences.ts'
import { useLayersStore } from '../../stores/layers.ts'
import { metres } from './useRings.ts'

/** The map follows once the typing rests. */
const REST_MILLISECONDS = 300

export type CirclesWanted = {
  riskPointCode: string
  model: ConsequenceModel
  position: { longitude: number; latitude: number }
  rings: readonly ConsequenceRing[]
}

/**
 * Draws the circles while the component that asks for them is there, with the widest in view, and
 * takes them away with it. Gives whether what draws them failed to come.
 */
export function useCircles(wanted: ComputedRef<CirclesWanted | null>) {
  const store = useConsequencesStore()
  const camera = useCameraStore()
  const layers = useLayersStore()
  const { words } = useTerms()
  const failed = ref(false)
  let gone = false

  async function draw(next: CirclesWanted | null) {
    if (!next) return store.clear()
    const { position, rings, riskPointCode, model } = next
    try {
      const { consequenceFeatures } = await import('../../map/consequenceFeatures.ts')
      // Meanwhile something else may be wanted, or nothing any more.
      if (gone || next !== rested.value) return
      const labelled = rings.map((ring) => ({
        ...ring,
        label: `${ring.label} ${metres(ring.radiusMetres)} m`,
      }))
      const features = consequenceFeatures(position, labelled, words(CONSEQUENCE_NOTE.short))
      store.show({ riskPointCode, model, ...position, rings: labelled, features })
      const bounds = boundsOf(
        features.features.map(({ geometry }) => (geometry as GeoJSON.Polygon).coordinates),
      )
      if (bounds) camera.want({ bounds })
      failed.value = false
    } catch {
      failed.value = true
    }
  }

  const rested = refDebounced(wanted, REST_MILLISECONDS)
  watch(rested, (next) => void draw(next), { immediate: true })
  onMounted(() => {
    // Who asks for circles wants to see them.
    if (!layers.visibility.consequences) layers.toggle('consequences')
  })
  onBeforeUnmount(() => {
    gone = true
    store.clear()
  })
  return { failed }
}
