import { beforeAll, expect, test } from 'vitest'
import { fromPlane, PLANE_ORIGIN, toPlane } from '../../../client/analysis/plane.ts'
import type { Db } from '../../../server/db/Db.ts'
import { openTestDatabase } from '../../helpers/testDatabase.ts'

let db: Db
beforeAll(async () => {
  db = await openTestDatabase()
})

test('the plane of the analyses is the one in which PostGIS measures, to a millimetre', async () => {
  const rows = await db.query(
    `SELECT longitude, latitude, ST_X(plane) AS east, ST_Y(plane) AS north
     FROM unnest(ARRAY[114.0, 114.045, 114.2, 114.352, 114.53],
                 ARRAY[22.55, 22.816, 22.7, 22.58, 22.86]) AS place (longitude, latitude),
     ST_Transform(ST_SetSRID(ST_MakePoint(longitude, latitude), 4326), 4547) AS plane`,
  )
  expect(rows).toHaveLength(5)
  for (const row of rows) {
    const [longitude, latitude] = [Number(row.longitude), Number(row.latitude)]
    const [x, y] = toPlane(longitude, latitude)
    expect(x + PLANE_ORIGIN.east).toBeCloseTo(Number(row.east), 3)
    expect(y + PLANE_ORIGIN.north).toBeCloseTo(Number(row.north), 3)
    const [back, up] = fromPlane(x, y)
    expect(back).toBeCloseTo(longitude, 8)
    expect(up).toBeCloseTo(latitude, 8)
  }
})
