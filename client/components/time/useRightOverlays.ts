import { computed } from 'vue'
import { useOverlaysStore, type MapOverlays } from '../../stores/overlays.ts'

/** What tools add to the right map: all that has no date of its own. */
export function useRightOverlays() {
  const store = useOverlaysStore()
  return computed<MapOverlays>(() => {
    const { coverage, around, domino } = store.overlays
    return { ...(coverage && { coverage }), ...(around && { around }), ...(domino && { domino }) }
  })
}
