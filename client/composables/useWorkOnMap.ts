import { computed } from 'vue'
import { useOngoingWork } from '../api/ongoingWork.ts'
import { useCameraStore } from '../stores/camera.ts'
import { goesPlain, useOverlaysStore } from '../stores/overlays.ts'

/**
 * Dangerous work with a sign on the map: all that goes on now, but none over an analysis of the
 * whole district, which these few signs would hide.
 */
export function useWorkOnMap() {
  const camera = useCameraStore()
  const overlays = useOverlaysStore()
  const { data } = useOngoingWork()
  return computed(() =>
    camera.scale === 'district' && goesPlain(overlays.overlays) ? [] : (data.value?.items ?? []),
  )
}
