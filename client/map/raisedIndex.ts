import { WebMercatorViewport } from '@deck.gl/core'
import { RISK_LEVEL_ORDER, type RiskLevel } from '#data/domain/riskLevels'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Marks } from '../analysis/marks.ts'

type RaisedMark = {
  row: number
  level: RiskLevel
  longitude: number
  latitude: number
  heightMetres: number
}

/** The camera of a map as deck.gl draws with it: both count zoom in tiles of 512 pixels. */
function viewportOf(map: MapLibreMap) {
  const { lng, lat } = map.getCenter()
  const { clientWidth, clientHeight } = map.getContainer()
  return new WebMercatorViewport({
    width: clientWidth,
    height: clientHeight,
    longitude: lng,
    latitude: lat,
    zoom: map.getZoom(),
    pitch: map.getPitch(),
    bearing: map.getBearing(),
  })
}

/**
 * The mark drawn nearest to a pixel where marks stand at their height above a tilted map; of equals
 * the higher level. Looks at each: a park has hundreds, and its neighbours in view no more than some
 * thousands.
 */
export function nearestRaised(
  map: MapLibreMap,
  marks: Marks,
  [x, y]: readonly [number, number],
  radiusPixels: number,
): RaisedMark | null {
  const viewport = viewportOf(map)
  let nearest: RaisedMark | null = null
  let least = radiusPixels
  for (const level of RISK_LEVEL_ORDER) {
    const { positions, heights, rows } = marks.byLevel[level]
    for (let index = 0; index < rows.length; index += 1) {
      const [longitude, latitude] = [positions[index * 2]!, positions[index * 2 + 1]!]
      const heightMetres = heights?.[index] ?? 0
      const [drawnX = NaN, drawnY = NaN] = viewport.project([longitude, latitude, heightMetres])
      const distance = Math.hypot(drawnX - x, drawnY - y)
      if (distance > least || (nearest && distance === least)) continue
      least = distance
      nearest = { row: rows[index]!, level, longitude, latitude, heightMetres }
    }
  }
  return nearest
}
