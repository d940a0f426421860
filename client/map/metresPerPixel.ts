/** Equator of the earth in metres, on the sphere of Web Mercator. */
const EQUATOR_METRES = 40_075_016.686

/** Metres to a CSS pixel at a zoom as MapLibre counts it: 512-pixel tiles. */
export function metresPerPixel(latitude: number, zoom: number): number {
  return (EQUATOR_METRES * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom)
}
