import type { Map as MapLibreMap } from 'maplibre-gl'
import type { PickedPosition } from '../stores/editor.ts'
import { metresPerPixel } from './metresPerPixel.ts'

/** How exactly a hand sets a position, in CSS pixels. */
const HAND_PIXELS = 4
/** Seven decimals of a degree are a centimetre. */
const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7

/** The position under a pixel of the map, with the error that the zoom leaves to a hand. */
export function pickPosition(map: MapLibreMap, x: number, y: number): PickedPosition {
  const { lng, lat } = map.unproject([x, y])
  const error = metresPerPixel(lat, map.getZoom()) * HAND_PIXELS
  return {
    longitude: rounded(lng),
    latitude: rounded(lat),
    errorMetres: Math.max(1, Math.ceil(error)),
  }
}
