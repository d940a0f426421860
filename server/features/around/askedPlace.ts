import { SHAPE_CORNERS, type AroundQuery } from '#data/contract/analysis/aroundQueries'
import type { Position } from '#data/domain/areas'
import { crossesItself } from '#data/geodesy/crossesItself'
import type { Queryable } from '../../db/Db.ts'
import { invalidParameters, notFound, refused } from '../../http/problems.ts'
import { findParkOutline } from './searchedArea.queries.ts'

/** What is searched around: its geometry as WKT in degrees WGS84. */
export type AskedPlace = {
  kind: 'point' | 'park' | 'shape'
  wkt: string
  park: { code: string; name: string } | null
}

/** Where plane metres (EPSG:4547, central meridian 114°) are true to a few centimetres a kilometre. */
const ZONE = { west: 112.5, south: 21, east: 115.5, north: 24.5 }

/**
 * The one of point, park and shape that the query names.
 * @throws HttpProblem 400 for none or two of them or too few corners, 404 for an unknown park, 422 for
 * a shape that crosses itself and for a place outside the map
 */
export async function resolveAskedPlace(
  transaction: Queryable,
  query: AroundQuery,
): Promise<AskedPlace> {
  const { longitude, latitude, park, shape } = query
  const isPoint = longitude !== undefined || latitude !== undefined
  if ([isPoint, park !== undefined, shape !== undefined].filter(Boolean).length !== 1) {
    throw invalidParameters([{ parameter: 'shape', message: ONE_OF_THREE }])
  }
  if (park !== undefined) {
    const outline = await findParkOutline(transaction, park)
    if (!outline) throw notFound('park', park)
    return { kind: 'park', wkt: outline.wkt, park: { code: outline.code, name: outline.name } }
  }
  if (shape !== undefined) return { kind: 'shape', wkt: shapeWkt(shape), park: null }
  if (longitude === undefined || latitude === undefined) {
    const parameter = longitude === undefined ? 'longitude' : 'latitude'
    throw invalidParameters([{ parameter, message: BOTH_COORDINATES }])
  }
  requireOnMap('longitude', [[longitude, latitude]])
  return { kind: 'point', wkt: `POINT(${longitude} ${latitude})`, park: null }
}

function shapeWkt(given: readonly Position[]): string {
  const corners = given.filter((corner, index) => {
    const next = given[(index + 1) % given.length]!
    return corner[0] !== next[0] || corner[1] !== next[1]
  })
  const { least, most } = SHAPE_CORNERS
  if (corners.length < least || corners.length > most) {
    // Corners that are all the same are one.
    const count = Math.max(corners.length, 1)
    const message = {
      'zh-CN': `图形有 ${count} 个角点,应为 ${least} 至 ${most} 个,请重新绘制或简化。`,
      en: `The shape has ${count} different corner${count === 1 ? '' : 's'}; draw it with ${least} to ${most}.`,
    }
    throw invalidParameters([{ parameter: 'shape', message }])
  }
  requireOnMap('shape', corners)
  if (crossesItself(corners)) throw refused('shape', CROSSES_ITSELF)
  const ring = [...corners, corners[0]!].map((corner) => corner.join(' '))
  return `POLYGON((${ring.join(',')}))`
}

function requireOnMap(parameter: string, corners: readonly Position[]): void {
  const { west, south, east, north } = ZONE
  const isOnMap = corners.every(
    ([longitude, latitude]) =>
      longitude >= west && longitude <= east && latitude >= south && latitude <= north,
  )
  if (!isOnMap) throw refused(parameter, OFF_THE_MAP)
}

const ONE_OF_THREE = {
  'zh-CN': '请只选一种方式:位置(longitude 和 latitude)、园区(park)或绘制的图形(shape)。',
  en: 'give exactly one of a position (longitude and latitude), a park or a shape',
}
const BOTH_COORDINATES = {
  'zh-CN': '位置须同时给出 longitude 和 latitude。',
  en: 'is required: a position has longitude and latitude',
}
const CROSSES_ITSELF = {
  'zh-CN': '图形的边线相交或重叠,无法确定范围,请重新绘制一个不自相交的图形。',
  en: 'The outline crosses or touches itself, so what it encloses is not clear: draw one that does not.',
}
const OFF_THE_MAP = {
  'zh-CN': `位置超出本图范围(东经 ${ZONE.west}–${ZONE.east} 度,北纬 ${ZONE.south}–${ZONE.north} 度),请在龙岗区内或附近选择。`,
  en: `The place lies off this map (${ZONE.west}–${ZONE.east}° east, ${ZONE.south}–${ZONE.north}° north): choose one in or near Longgang.`,
}
