import proj4 from 'proj4'

/** CGCS2000 / 3-degree Gauss-Krüger CM 114E: the plane in which PostGIS measures here, too. */
const EPSG_4547 = '+proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m'
const converter = proj4(EPSG_4547)

/**
 * Where the plane of the analyses has its zero, in metres of EPSG:4547: a little southwest of the
 * district, so that single precision keeps coordinates to the millimetre. A whole number of
 * kilometres, so that grids keep their alignment.
 */
export const PLANE_ORIGIN = { east: 490_000, north: 2_490_000 } as const

/** Longitude and latitude in degrees WGS84 to metres of the plane. */
export function toPlane(longitude: number, latitude: number): [x: number, y: number] {
  const [east, north] = converter.forward([longitude, latitude])
  return [east - PLANE_ORIGIN.east, north - PLANE_ORIGIN.north]
}

/** Metres of the plane to longitude and latitude in degrees WGS84. */
export function fromPlane(x: number, y: number): [longitude: number, latitude: number] {
  const [longitude, latitude] = converter.inverse([x + PLANE_ORIGIN.east, y + PLANE_ORIGIN.north])
  return [longitude, latitude]
}
