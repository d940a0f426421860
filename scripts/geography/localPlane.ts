/** Longitude and latitude in degrees, WGS84. */
export type LonLat = [longitude: number, latitude: number]
/** Metres east and north of `ORIGIN`. */
export type Metres = [east: number, north: number]
/** First vertex not repeated; an interior lies on the left of its outer ring. */
export type Ring = LonLat[]

const ORIGIN: LonLat = [114.2, 22.69]

/** WGS84: semi-major axis in metres, square of the first eccentricity. */
const SEMI_MAJOR_AXIS = 6378137
const ECCENTRICITY_SQUARED = 0.00669437999014132

const RADIANS = Math.PI / 180
const curvature = 1 - ECCENTRICITY_SQUARED * Math.sin(ORIGIN[1] * RADIANS) ** 2

/**
 * Metres per degree at the origin, on the ellipsoid. The plane is affine in degrees on purpose: a
 * straight line stays straight, so a crossing computed in metres lies on the segment in degrees.
 * 15 km north or south of the origin east-west lengths are 0.1 % off, that is 2 m in the 2 km
 * between two centres, which are themselves only known to 500–2,000 m.
 */
const METRES_PER_DEGREE_NORTH =
  ((SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED)) / curvature ** 1.5) * RADIANS
const METRES_PER_DEGREE_EAST =
  (SEMI_MAJOR_AXIS / Math.sqrt(curvature)) * Math.cos(ORIGIN[1] * RADIANS) * RADIANS

export function toMetres([longitude, latitude]: LonLat): Metres {
  return [
    (longitude - ORIGIN[0]) * METRES_PER_DEGREE_EAST,
    (latitude - ORIGIN[1]) * METRES_PER_DEGREE_NORTH,
  ]
}

/** Back to degrees, rounded to the 6 decimals (0.1 m) that are published. */
export function toDegrees([east, north]: Metres): LonLat {
  return roundDegrees([
    ORIGIN[0] + east / METRES_PER_DEGREE_EAST,
    ORIGIN[1] + north / METRES_PER_DEGREE_NORTH,
  ])
}

/** Every vertex passes here once, so the same place always has the same two numbers. */
export function roundDegrees([longitude, latitude]: LonLat): LonLat {
  return [Math.round(longitude * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6]
}

/** Identity of a vertex: two edges meet exactly when their keys are equal. */
export function vertexKey([longitude, latitude]: LonLat): string {
  return `${longitude},${latitude}`
}

export function distanceInMetres(first: LonLat, second: LonLat): number {
  const [eastA, northA] = toMetres(first)
  const [eastB, northB] = toMetres(second)
  return Math.hypot(eastB - eastA, northB - northA)
}

export function distanceToSegment(point: Metres, from: Metres, to: Metres): number {
  const [east, north] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.hypot(east, north)
  const along =
    ((point[0] - from[0]) * east + (point[1] - from[1]) * north) / (length * length || 1)
  const clamped = Math.max(0, Math.min(1, along))
  return Math.hypot(point[0] - from[0] - clamped * east, point[1] - from[1] - clamped * north)
}

/** Area of the zone from the equator to a latitude, per radian of longitude, in m². */
function zoneArea(latitude: number): number {
  const eccentricity = Math.sqrt(ECCENTRICITY_SQUARED)
  const sine = Math.sin(latitude * RADIANS)
  const authalic =
    sine / (1 - ECCENTRICITY_SQUARED * sine * sine) + Math.atanh(eccentricity * sine) / eccentricity
  return ((SEMI_MAJOR_AXIS ** 2 * (1 - ECCENTRICITY_SQUARED)) / 2) * authalic
}

/**
 * Signed area in km² on the WGS84 ellipsoid (equal-area cylinder), positive when the interior lies
 * on the left. It is a sum over edges, so a shared edge cancels and areas add up exactly.
 */
export function ringAreaKm2(ring: Ring): number {
  let doubled = 0
  for (let index = 0; index < ring.length; index += 1) {
    const [longitudeA, latitudeA] = ring[index]!
    const [longitudeB, latitudeB] = ring[(index + 1) % ring.length]!
    const [eastA, eastB] = [(longitudeA - ORIGIN[0]) * RADIANS, (longitudeB - ORIGIN[0]) * RADIANS]
    doubled += eastA * zoneArea(latitudeB) - eastB * zoneArea(latitudeA)
  }
  return doubled / 2 / 1e6
}

/** Even–odd rule; a point on the boundary may fall on either side. */
export function ringContains(ring: Ring, [longitude, latitude]: LonLat): boolean {
  let inside = false
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index, index += 1) {
    const [longitudeA, latitudeA] = ring[index]!
    const [longitudeB, latitudeB] = ring[before]!
    if (latitudeA > latitude === latitudeB > latitude) continue
    const crossing =
      longitudeA + ((latitude - latitudeA) / (latitudeB - latitudeA)) * (longitudeB - longitudeA)
    if (longitude < crossing) inside = !inside
  }
  return inside
}
