import { Map as MapLibreMap, setWorkerUrl, type StyleSpecification } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { Bounds } from '../stores/camera.ts'
import { MAP_FONTS } from './mapTheme.ts'

// Without it MapLibre 6 looks for its worker beside the bundle and the map stays blank.
setWorkerUrl(workerUrl)

/** The greatest canvas this GPU can draw; MapLibre's own 4096 would stretch on a 6656-pixel wall. */
function greatestCanvasSize(): number {
  const context = document.createElement('canvas').getContext('webgl2')
  if (!context) return 4096
  const size = context.getParameter(context.MAX_TEXTURE_SIZE) as number
  context.getExtension('WEBGL_lose_context')?.loseContext()
  return size
}

/**
 * The only place that constructs a map.
 * @throws Error when the browser has no WebGL 2.
 */
export function createMap(
  container: HTMLElement,
  style: StyleSpecification,
  bounds: Bounds,
  interactive: boolean,
) {
  const canvasSize = greatestCanvasSize()
  const [west, south, east, north] = bounds
  return new MapLibreMap({
    container,
    style,
    interactive,
    bounds: [west, south, east, north],
    attributionControl: false,
    maxCanvasSize: [canvasSize, canvasSize],
    localIdeographFontFamily: MAP_FONTS[0] ?? 'sans-serif',
    minZoom: 8,
    maxZoom: 20,
    maxPitch: 60,
    // The district is the subject: nobody gets lost in the Pacific.
    maxBounds: [112.9, 21.9, 115.5, 23.6],
    fadeDuration: 180,
    dragRotate: true,
    keyboard: true,
  })
}
