import type { Site, SiteRiskPoint } from '#data/contract/site/siteResponses'
import { siteSchema } from '#data/contract/site/siteResponses'
import { NOTHING_KNOWN } from '#data/demo/featureRecord'
import type { Position } from '#data/domain/areas'
import { PLANE_ORIGIN, fromPlane } from '../../../../../client/analysis/plane.ts'

type Metres = readonly [x: number, y: number]

/** Where the park stands, in metres of the plane. */
const CORNER: Metres = [518_000 - PLANE_ORIGIN.east, 2_510_000 - PLANE_ORIGIN.north]

/** A place of the park in degrees: metres from its corner, turned counter-clockwise about it. */
export const placed =
  (degrees: number) =>
  ([x, y]: Metres): Position => {
    const turn = (degrees * Math.PI) / 180
    return fromPlane(
      CORNER[0] + x * Math.cos(turn) - y * Math.sin(turn),
      CORNER[1] + x * Math.sin(turn) + y * Math.cos(turn),
    )
  }

export const rectangle = (x: number, y: number, width: number, height: number): Metres[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
  [x, y],
]

const POINT = {
  enterpriseCode: 'E-1',
  location: '抛光车间',
  accidentTypes: ['粉尘爆炸'],
  measures: '湿式负压、泄爆、每班清灰',
  responsibleDepartment: '安全部',
  responsiblePerson: '演示责任人A01',
  buildingCode: 'P-1-B01',
  floor: 1,
  majorHazardGrade: null,
} as const

/** A park of 200 by 100 m with two buildings and a unit on each floor of the first. */
export function planSite(degrees = 0, more: readonly Partial<SiteRiskPoint>[] = []): Site {
  const at = placed(degrees)
  let id = 0
  const polygon = (ring: Metres[]) => ({ type: 'Polygon', coordinates: [ring.map(at)] })
  const feature = (code: string, kind: string, geometry: unknown, properties: object = {}) => ({
    type: 'Feature',
    geometry,
    properties: { ...NOTHING_KNOWN, code: `P-1-${code}`, kind, ...properties },
  })
  const point = (code: string, level: string, place: Metres, fields: object = {}) => {
    const [longitude, latitude] = at(place)
    return {
      ...POINT,
      id: ++id,
      code,
      name: `风险点${code}`,
      level,
      longitude,
      latitude,
      ...fields,
    }
  }
  const unit = (floor: number) =>
    feature(`B01-U${floor}`, 'unit', polygon(rectangle(20, 20, 60, 40)), {
      buildingCode: 'P-1-B01',
      floor,
      enterpriseCode: 'E-1',
    })
  return siteSchema.parse({
    park: {
      code: 'P-1',
      name: '砚塱智造园',
      areaCode: '440307007001',
      demonstration: true,
      grade: 'B',
      operator: '砚塱园区运营方',
      street: '宝龙街道',
      community: '宝龙社区',
      propertyOwner: null,
      safetyBody: '园区安全办',
      safetyHead: '演示安全员A07',
    },
    outline: polygon(rectangle(0, 0, 200, 100)),
    features: {
      type: 'FeatureCollection',
      features: [
        feature('B01', 'building', polygon(rectangle(20, 20, 60, 40)), { name: '1栋', floors: 3 }),
        feature('B02', 'building', polygon(rectangle(110, 20, 60, 40)), { name: '2栋', floors: 1 }),
        unit(1),
        unit(2),
        feature(
          'L1',
          'fireLane',
          { type: 'LineString', coordinates: [at([10, 10]), at([190, 10])] },
          { netWidthMetres: 4 },
        ),
        feature('H1', 'hydrant', { type: 'Point', coordinates: at([12, 8]) }),
        feature('A1', 'assemblyPoint', { type: 'Point', coordinates: at([12, 8]) }),
      ],
    },
    riskPoints: [
      point('R-3', 'low', [25, 25]),
      point('R-2', 'larger', [50, 40], { floor: 2 }),
      point('R-1', 'major', [50, 40], { majorHazardGrade: 4 }),
      ...more.map((fields, index) => ({ ...point(`M-${index}`, 'larger', [60, 30]), ...fields })),
    ],
    riskPointsWithoutPlace: 0,
    enterprises: [
      {
        code: 'E-1',
        name: '砚序禾五金抛光厂',
        industry: 'C33 金属制品业',
        highRiskClass: 'dust',
        headcount: 40,
        buildingCode: 'P-1-B01',
        floor: '1–2层',
        safetyOfficer: null,
      },
    ],
    asOf: '2026-11-23T01:00:00Z',
    source: '演示数据',
    fictitious: true,
  })
}
