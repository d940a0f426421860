import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countHexagons } from '../../../client/analysis/hexagons/countHexagons.ts'
import { createHexagonPainter, hexagonGrid } from '../../../client/analysis/hexagons/hexagonGrid.ts'
import { toPlane } from '../../../client/analysis/plane.ts'
import { decodeRiskPointTable } from '../../../client/analysis/riskPointTable.ts'
import { serveDemo } from './serveDemo.ts'

/** So near to an edge the last digits decide on which side a point lies. */
const NEAR_METRES = 0.01
let demo: Awaited<ReturnType<typeof serveDemo>>
let table: ReturnType<typeof decodeRiskPointTable>

beforeAll(async () => {
  demo = await serveDemo()
  const { body } = await demo.request('/api/risk-points.arrow')
  table = decodeRiskPointTable(Uint8Array.from(body).buffer)
}, 120_000)
afterAll(() => demo.close())

/** Hexagon of every located point by PostGIS, at the coordinates that the columns carry. */
async function hexagonsByPostgis(edge: number) {
  const rows = await demo.db.query(
    `SELECT point.id, point.level, point.score, hexagon.i, hexagon.j,
       ST_Distance(point.at, ST_Boundary(hexagon.geom)) AS from_edge
     FROM (
       SELECT id, level, score, ST_Transform(
         ST_SetSRID(ST_MakePoint(ST_X(geom)::real, ST_Y(geom)::real), 4326), 4547) AS at
       FROM risk_points WHERE geom IS NOT NULL AND id = ANY($2::int[])
     ) AS point
     CROSS JOIN LATERAL ST_HexagonGrid($1, point.at) AS hexagon
     WHERE ST_Intersects(point.at, hexagon.geom)`,
    [edge, Array.from(table.id)],
  )
  const clear = rows.filter((row) => Number(row.from_edge) > NEAR_METRES)
  return { clear, clearIds: new Set(clear.map(({ id }) => Number(id))) }
}

function pointsOf(ids: ReadonlySet<number>) {
  const row = Uint32Array.from(table.id.keys()).filter((at) => ids.has(table.id[at]!))
  const places = Array.from(row, (at) => toPlane(table.longitude[at]!, table.latitude[at]!))
  return {
    length: row.length,
    x: Float32Array.from(places, ([x]) => x),
    y: Float32Array.from(places, ([, y]) => y),
    weight: Float32Array.from(row, (at) => table.score[at]!),
    row,
  }
}

describe.each([200, 400, 800])('hexagons with an edge of %i m', (edge) => {
  test('hold as many points, as much weight and the same levels as those of PostGIS', async () => {
    const { clear, clearIds } = await hexagonsByPostgis(edge)
    const expected = new Map<string, { count: number; weight: number; highestRank: number }>()
    for (const { i, j, level, score } of clear) {
      const id = `${Number(i)},${Number(j)}`
      const sum = expected.get(id) ?? { count: 0, weight: 0, highestRank: 4 }
      expected.set(id, {
        count: sum.count + 1,
        weight: sum.weight + Math.fround(Number(score)),
        highestRank: Math.min(sum.highestRank, Number(level)),
      })
    }
    // 125 of 12,480 have no coordinates; hardly any lies within a centimetre of an edge.
    expect(clearIds.size).toBeGreaterThan(12_345)
    const facts = { located: clearIds.size, withoutCoordinates: 0, totalWeight: 0 }
    const found = countHexagons({ table, points: pointsOf(clearIds), facts }, { edgeMetres: edge })
    expect(found.hexagons.features).toHaveLength(expected.size)
    for (const { properties } of found.hexagons.features) {
      const { id, count, weight, highestRank } = properties
      const other = expected.get(id)
      expect({ id, count, highestRank }).toEqual({
        id,
        count: other?.count,
        highestRank: other?.highestRank,
      })
      expect(weight).toBeCloseTo(other?.weight ?? NaN, 3)
    }
  })

  test('have the corners of those of PostGIS to the centimetre', async () => {
    const [extent] = await demo.db.query(
      `SELECT ST_AsGeoJSON(ST_Transform(hexagon.geom, 4326), 9)::json AS drawn, hexagon.i, hexagon.j
       FROM ST_HexagonGrid($1, ST_Transform(ST_SetSRID(ST_MakePoint(114.25, 22.72), 4326), 4547))
         AS hexagon
       ORDER BY hexagon.i, hexagon.j`,
      [edge],
    )
    const drawn = extent?.drawn as GeoJSON.Polygon
    const painted = createHexagonPainter(hexagonGrid(edge))(Number(extent?.i), Number(extent?.j))
    const flat = (polygon: GeoJSON.Polygon) => polygon.coordinates[0]!.flat()
    flat(painted).forEach((degrees, index) => {
      expect(Math.abs(degrees - flat(drawn)[index]!)).toBeLessThan(2e-7)
    })
  })
})
