import type { SurfaceBand } from '../analysisProtocol.ts'
import { fromPlane } from '../plane.ts'
import { clipPolygon } from './clipPolygon.ts'
import type { ContourGrid } from './contourGrid.ts'
import type { PlaneDistrict } from './districtMask.ts'
import { traceBands, type GridRing } from './traceBands.ts'

type Bands = GeoJSON.FeatureCollection<GeoJSON.MultiPolygon, SurfaceBand>
type Polygon = GeoJSON.Position[][]

/** 0.1 m. */
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6

function toDegrees(ring: GridRing, { cell, firstColumn, firstRow }: ContourGrid['grid']) {
  return ring.map(([column, row]) => {
    const [longitude, latitude] = fromPlane(
      (firstColumn + column!) * cell,
      (firstRow + row!) * cell,
    )
    return [round(longitude), round(latitude)]
  })
}

/**
 * The classes of a surface as polygons in degrees WGS84; a class that it does not reach is left out.
 * At rest they are clipped to the district's very outline.
 * @returns with milliseconds of both steps, and whether everything is clipped
 */
export function drawBands(
  contour: ContourGrid,
  breaks: readonly number[],
  district: PlaneDistrict,
  pace: 'drag' | 'rest',
) {
  const start = performance.now()
  const traced = traceBands(contour, breaks).map((polygons) =>
    polygons.map((rings) => ({
      rings,
      degrees: rings.map((ring) => toDegrees(ring, contour.grid)),
    })),
  )
  const afterBands = performance.now()
  let clipped = pace === 'rest'
  const features: Bands['features'] = []
  traced.forEach((polygons, band) => {
    const coordinates: Polygon[] = polygons.flatMap(({ rings, degrees }) => {
      if (pace === 'drag') return [degrees]
      const part = clipPolygon(rings, degrees, contour, district.degrees)
      clipped &&= part.clipped
      return part.pieces
    })
    if (coordinates.length === 0) return
    const properties = { band, from: breaks[band]!, to: breaks[band + 1] ?? null }
    features.push({
      type: 'Feature',
      properties,
      geometry: { type: 'MultiPolygon', coordinates },
    })
  })
  return {
    bands: { type: 'FeatureCollection', features } satisfies Bands,
    clipped,
    milliseconds: { bands: afterBands - start, clip: performance.now() - afterBands },
  }
}
