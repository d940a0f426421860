import { usePhone, useTextScale } from '../../composables/useWindow.ts'
import { useCameraStore, type Bounds } from '../../stores/camera.ts'
import { useRailStore } from '../../stores/rail.ts'

/** Width of a drawer with its gap, in rem. */
const DRAWER = 19

/** Takes the camera to something, beside the drawer where one is open. */
export function useFlight() {
  const camera = useCameraStore()
  const rail = useRailStore()
  const phone = usePhone()
  const textScale = useTextScale()
  return (bounds: Bounds) => {
    const isCovered = rail.open !== null && !phone.value
    camera.want({ bounds, right: isCovered ? DRAWER * 16 * textScale.value : 0 })
  }
}
