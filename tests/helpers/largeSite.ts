import { NOTHING_KNOWN } from '#data/demo/featureRecord'
import type { Site } from '#data/contract/site/siteResponses'
import type { ParkFeature, ParkFeatureKind } from '#data/domain/parkFeatures'
import { RISK_LEVEL_ORDER } from '#data/domain/riskLevels'

type SiteFeature = Site['features']['features'][number]
type Point = [number, number]

const BUILDINGS = 200
const COLUMNS = 20
const FEATURES = 2000
const FLOORS = 4
/** Degrees: about 70 m from one building to the next, 40 by 25 m each. */
const STEP = 0.0007
const [WIDE, DEEP] = [0.0004, 0.00023]
const [WEST, SOUTH] = [114.225, 22.648]

const numbered = (letter: string, index: number) =>
  `X-1-${letter}${String(index + 1).padStart(4, '0')}`
const cornerOf = (index: number): Point => [
  WEST + (index % COLUMNS) * STEP,
  SOUTH + Math.floor(index / COLUMNS) * STEP,
]
const rectangle = ([x, y]: Point, wide: number, deep: number): SiteFeature['geometry'] => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + wide, y],
      [x + wide, y + deep],
      [x, y + deep],
      [x, y],
    ],
  ],
})

const feature = (
  geometry: SiteFeature['geometry'],
  known: Partial<ParkFeature> & Pick<ParkFeature, 'code' | 'kind'>,
): SiteFeature => ({ type: 'Feature', geometry, properties: { ...NOTHING_KNOWN, ...known } })

function buildingWithUnits(index: number): SiteFeature[] {
  const corner = cornerOf(index)
  const code = numbered('B', index)
  const units = Array.from({ length: FLOORS }, (_, floor) =>
    feature(rectangle(corner, WIDE, DEEP), {
      code: numbered('U', index * FLOORS + floor),
      kind: 'unit',
      buildingCode: code,
      floor: floor + 1,
      enterpriseCode: numbered('N', index),
    }),
  )
  const building = feature(rectangle(corner, WIDE, DEEP), {
    code,
    kind: 'building',
    name: `${index + 1}栋`,
    floors: FLOORS,
    heightMetres: FLOORS * 4.5,
    use: 'workshop',
  })
  return [building, ...units]
}

/** A way along the south side of a building. */
function way(kind: 'road' | 'fireLane' | 'evacuationRoute', letter: string) {
  return (index: number) => {
    const [x, y] = cornerOf(index)
    const south = y - 0.0001
    const coordinates: Point[] = [
      [x, south],
      [x + STEP, south],
    ]
    return feature(
      { type: 'LineString', coordinates },
      { code: numbered(letter, index), kind, netWidthMetres: 4 },
    )
  }
}

const SIGNS: readonly ParkFeatureKind[] = [
  'gate',
  'hydrant',
  'microFireStation',
  'volunteerBrigade',
  'assemblyPoint',
  'gasIsolationPoint',
  'powerIsolationPoint',
  'camera',
  'alarm',
  'riskNoticeBoard',
]
function sign(index: number): SiteFeature {
  const [x, y] = cornerOf(index % BUILDINGS)
  const coordinates: Point = [x + ((index % 7) * WIDE) / 7, y - 0.00005]
  return feature(
    { type: 'Point', coordinates },
    { code: numbered('Z', index), kind: SIGNS[index % SIGNS.length]! },
  )
}

function riskPoint(index: number): Site['riskPoints'][number] {
  const [x, y] = cornerOf(index % BUILDINGS)
  return {
    id: 1_000_000 + index,
    code: numbered('P', index),
    name: '演示风险点',
    level: RISK_LEVEL_ORDER[index % RISK_LEVEL_ORDER.length]!,
    enterpriseCode: numbered('N', index % BUILDINGS),
    location: '车间',
    accidentTypes: [],
    measures: '演示',
    responsibleDepartment: null,
    responsiblePerson: null,
    longitude: x + WIDE / 2,
    latitude: y + DEEP / 2,
    buildingCode: numbered('B', index % BUILDINGS),
    floor: (index % FLOORS) + 1,
    majorHazardGrade: null,
  }
}

const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index))

/** What is drawn of a site of 200 buildings and 2,000 features, all kinds among them. */
export function largeSite(): Pick<Site, 'features' | 'riskPoints' | 'outline'> {
  const drawn = [
    ...many(BUILDINGS, buildingWithUnits).flat(),
    ...many(150, way('road', 'R')),
    ...many(150, way('fireLane', 'L')),
    ...many(150, way('evacuationRoute', 'E')),
    ...many(50, (index) => {
      const [x, y] = cornerOf(index)
      const corner: Point = [x + WIDE + 0.00005, y]
      return feature(rectangle(corner, 0.0001, 0.0001), {
        code: numbered('D', index),
        kind: 'dangerousGoodsStore',
      })
    }),
  ]
  const features = [...drawn, ...many(FEATURES - drawn.length, sign)]
  const outline = rectangle(
    [WEST - STEP, SOUTH - STEP],
    (COLUMNS + 2) * STEP,
    (BUILDINGS / COLUMNS + 2) * STEP,
  )
  return {
    features: { type: 'FeatureCollection', features },
    riskPoints: many(600, riskPoint),
    outline: outline as Site['outline'],
  }
}
