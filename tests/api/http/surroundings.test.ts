import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveDemo } from './serveDemo.ts'

let demo: Awaited<ReturnType<typeof serveDemo>>
let centre: { longitude: number; latitude: number }
beforeAll(async () => {
  demo = await serveDemo()
  const [row] = await demo.db.query(
    `SELECT ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM risk_points AS point
     JOIN hazard_sources ON risk_point_id = point.id
     WHERE major_hazard_grade IS NOT NULL ORDER BY point.id LIMIT 1`,
  )
  centre = row as typeof centre
})
afterAll(() => demo.close())

const read = ({ longitude, latitude }: typeof centre, radii: string) =>
  demo.get(
    'getSurroundings',
    `/api/surroundings?longitude=${longitude}&latitude=${latitude}&radii=${radii}`,
  )

test('what lies inside equals a reckoning in plane metres', async () => {
  const radii = [50, 300, 1200]
  const { circles } = await read(centre, radii.join())
  for (const [index, radius] of radii.entries()) {
    const circle = circles[index]
    const within = (geometry: string) => `ST_Distance(ST_Transform(${geometry}, 4547),
      ST_Transform(ST_SetSRID(ST_MakePoint(${centre.longitude}, ${centre.latitude}), 4326), 4547))
      <= ${radius}`
    const count = async (sql: string) =>
      Number(Object.values((await demo.db.query(sql))[0] ?? {})[0])
    expect(circle?.riskPoints.total).toBe(
      await count(`SELECT count(*) FROM risk_points WHERE ${within('geom')}`),
    )
    expect(circle?.parks).toHaveLength(
      await count(`SELECT count(*) FROM parks WHERE ${within('geom')}`),
    )
    expect(circle?.communities).toHaveLength(
      await count(`SELECT count(*) FROM areas WHERE level = 'community' AND ${within('geom')}`),
    )
    expect(circle?.headcount).toBe(
      await count(`SELECT coalesce(sum(headcount), 0) FROM enterprises
        LEFT JOIN park_features ON park_features.code = enterprises.building_code
        LEFT JOIN parks ON parks.code = enterprises.park_code AND enterprises.building_code IS NULL
        WHERE ${within('coalesce(park_features.geom, parks.geom)')}`),
    )
  }
  expect(circles[2]?.headcount).toBeGreaterThan(100)
})

test('a larger circle never holds less', async () => {
  const { circles } = await read(centre, '10,100,500,2000,5000')
  for (const [index, circle] of circles.entries()) {
    const smaller = circles[index - 1]
    if (!smaller) continue
    expect(circle.riskPoints.total).toBeGreaterThanOrEqual(smaller.riskPoints.total)
    expect(circle.headcount).toBeGreaterThanOrEqual(smaller.headcount)
    expect(circle.facilities.length).toBeGreaterThanOrEqual(smaller.facilities.length)
  }
})

test('facilities come with their distance, the nearest first', async () => {
  const { circles } = await read(centre, '3000')
  const distances = circles[0]?.facilities.map(({ distanceMetres }) => distanceMetres) ?? []
  expect(distances.length).toBeGreaterThan(1)
  expect(distances).toEqual([...distances].sort((a, b) => a - b))
})

test.each(['radii=0', 'radii=5001', 'radii=1,2,3,4,5,6,7,8,9', 'radii=', 'radii=abc', 'radii=1e9'])(
  '%s is refused',
  async (radii) => {
    const problem = await demo.problem(`/api/surroundings?longitude=114.2&latitude=22.7&${radii}`)
    expect(problem).toMatchObject({ status: 400, parameters: [{ parameter: 'radii' }] })
  },
)
