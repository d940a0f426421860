/** Width of the world in CSS pixels at zoom 0, as MapLibre counts zoom. */
const WORLD_PIXELS = 512
/** Web Mercator ends where the world becomes a square. */
const GREATEST_LATITUDE = 85.051129

/** Share of the world from its western edge. */
export const mercatorX = (longitude: number) => (longitude + 180) / 360

/** Share of the world from its northern edge. */
export function mercatorY(latitude: number): number {
  const limited = Math.max(-GREATEST_LATITUDE, Math.min(GREATEST_LATITUDE, latitude))
  const sine = Math.sin((limited * Math.PI) / 180)
  return 0.5 - Math.atanh(sine) / (2 * Math.PI)
}

export const longitudeOf = (x: number) => x * 360 - 180

export const latitudeOf = (y: number) =>
  (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI

/** What a CSS pixel measures at a zoom, as a share of the world. */
export const pixelSize = (zoom: number) => 1 / (WORLD_PIXELS * 2 ** zoom)

/** What a CSS pixel measures at a zoom and latitude, in degrees of each axis. */
export function degreesPerPixel(zoom: number, latitude: number) {
  const longitude = 360 * pixelSize(zoom)
  return { longitude, latitude: longitude * Math.cos((latitude * Math.PI) / 180) }
}
