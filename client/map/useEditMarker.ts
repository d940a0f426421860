import type { Map as MapLibreMap } from 'maplibre-gl'
import { onScopeDispose, ref, watch } from 'vue'
import { useEditorStore } from '../stores/editor.ts'
import { pickPosition } from './pickPosition.ts'

/** Steps of the arrow keys in pixels, and with Shift. */
const STEP = 1
const LONG_STEP = 10
const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

/**
 * Where the marker of the editor stands on the page, and what its drags and keys mean. A button of
 * our own instead of MapLibre's Marker: that would weigh 2 KiB before the first frame and knows no
 * keyboard.
 */
export function useEditMarker(map: MapLibreMap) {
  const editor = useEditorStore()
  const pixel = ref<{ x: number; y: number } | null>(null)
  const dragging = ref(false)
  /** From the tip of the marker to where it was taken hold of. */
  let grip = { x: 0, y: 0 }

  function follow() {
    pixel.value = editor.position && map.project([editor.position[0], editor.position[1]])
  }
  watch(() => editor.position, follow, { immediate: true })
  map.on('move', follow)
  map.on('resize', follow)
  onScopeDispose(() => {
    map.off('move', follow)
    map.off('resize', follow)
  })

  const place = (x: number, y: number) => editor.pick(pickPosition(map, x, y))

  return {
    pixel,
    dragging,
    take(event: PointerEvent) {
      if (!pixel.value) return
      ;(event.currentTarget as Element).setPointerCapture(event.pointerId)
      grip = { x: event.clientX - pixel.value.x, y: event.clientY - pixel.value.y }
      dragging.value = true
    },
    drag(event: PointerEvent) {
      if (dragging.value) place(event.clientX - grip.x, event.clientY - grip.y)
    },
    drop() {
      dragging.value = false
    },
    press(event: KeyboardEvent) {
      const direction = DIRECTIONS[event.key]
      if (!direction || !pixel.value) return
      event.preventDefault()
      const step = event.shiftKey ? LONG_STEP : STEP
      place(pixel.value.x + direction[0] * step, pixel.value.y + direction[1] * step)
    },
  }
}
