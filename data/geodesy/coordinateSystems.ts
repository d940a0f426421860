import gcoord from 'gcoord'
import type { Labels } from '../domain/locales.ts'
import type { Coordinates } from './parseCoordinates.ts'

type System = {
  labels: Labels
  /** What the conversion itself may add to the error of a position, in metres. */
  conversionErrorMetres: number
  /** True where that figure is ours: both shifts are known from reverse engineering only. */
  proposed: boolean
}

/**
 * Systems that people read coordinates in. Near Longgang GCJ-02 lies some 500 m east and 310 m south
 * of WGS84, so a point in the wrong system is visibly wrong. CGCS2000 differs from WGS84 by
 * centimetres.
 */
export const COORDINATE_SYSTEMS = {
  wgs84: {
    labels: { 'zh-CN': 'WGS84/CGCS2000(卫星定位、天地图)', en: 'WGS84/CGCS2000 (satellite)' },
    conversionErrorMetres: 0,
    proposed: false,
  },
  gcj02: {
    labels: { 'zh-CN': 'GCJ-02(高德、腾讯地图)', en: 'GCJ-02 (Amap, Tencent)' },
    conversionErrorMetres: 1,
    proposed: true,
  },
  bd09: {
    labels: { 'zh-CN': 'BD-09(百度地图)', en: 'BD-09 (Baidu)' },
    conversionErrorMetres: 2,
    proposed: true,
  },
} as const satisfies Record<string, System>

export type CoordinateSystem = keyof typeof COORDINATE_SYSTEMS
export const COORDINATE_SYSTEM_ORDER = ['wgs84', 'gcj02', 'bd09'] as const

const CRS = {
  wgs84: gcoord.WGS84,
  gcj02: gcoord.GCJ02,
  bd09: gcoord.BD09,
} as const satisfies Record<CoordinateSystem, unknown>
/** A millimetre; the library's own arithmetic is no finer. */
const DECIMALS = 1e8

/**
 * Degrees of a system as degrees WGS84. The library inverts BD-09 in one step and leaves 0.1 m; one
 * more step through the forward conversion leaves less than a centimetre. Outside China the systems
 * are one.
 * @throws RangeError when the numbers are no degrees.
 */
export function toWgs84(position: Coordinates, system: CoordinateSystem): Coordinates {
  const { longitude, latitude } = position
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
    throw new RangeError(`${longitude}, ${latitude} are no degrees of longitude and latitude`)
  }
  if (system === 'wgs84') return position
  const near = convert([longitude, latitude], CRS[system], CRS.wgs84)
  const back = convert(near, CRS.wgs84, CRS[system])
  return {
    longitude: rounded(near[0] + longitude - back[0]),
    latitude: rounded(near[1] + latitude - back[1]),
  }
}

function convert(
  position: [number, number],
  from: (typeof CRS)[CoordinateSystem],
  to: (typeof CRS)[CoordinateSystem],
): [number, number] {
  return gcoord.transform(position, from, to)
}

function rounded(degrees: number): number {
  return Math.round(degrees * DECIMALS) / DECIMALS
}
