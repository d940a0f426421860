import { useWindowSize } from '@vueuse/core'
import { computed } from 'vue'
import { usePhone, useTextScale } from '../../composables/useWindow.ts'
import { useCameraStore } from '../../stores/camera.ts'

/** The panel with its gaps, and the buttons at the right edge, in rem and pixels as the map counts them. */
const PANEL = { rem: 22, gap: 24 }
const RAIL_REM = 4

/** What panel, buttons and an open drawer leave of the map's width, in pixels from its left edge. */
export function useFreeWidth() {
  const { width } = useWindowSize()
  const phone = usePhone()
  const textScale = useTextScale()
  const camera = useCameraStore()

  return computed(() => {
    if (phone.value) return { left: 0, width: width.value }
    const rem = textScale.value * 16
    const left = PANEL.rem * rem + PANEL.gap
    return { left, width: Math.max(1, width.value - left - RAIL_REM * rem - camera.covered) }
  })
}
