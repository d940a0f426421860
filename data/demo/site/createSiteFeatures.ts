import { PARK_FEATURE_KIND_ORDER, type ParkFeatureKind } from '../../domain/parkFeatures.ts'
import { featureRecord } from '../featureRecord.ts'
import { cornersOf, type Rectangle, type Vector } from '../plane.ts'
import type { DemoParkFeature } from '../types.ts'
import { alarms, cameras, isolationPoints, noticeBoards, type Fixture } from './fixtures.ts'
import { placeHydrants } from './hydrants.ts'
import { occupancyOf } from './occupancy.ts'
import { lengthOf } from './segments.ts'
import type { SiteGround } from './siteGround.ts'

/** The letter of each kind in a code, and whether a site may have more than 99 of it. */
const LETTERS = {
  building: 'B',
  unit: 'U',
  gate: 'G',
  road: 'R',
  fireLane: 'L',
  hydrant: 'H',
  microFireStation: 'F',
  volunteerBrigade: 'V',
  assemblyPoint: 'A',
  evacuationRoute: 'E',
  gasIsolationPoint: 'S',
  powerIsolationPoint: 'W',
  dangerousGoodsStore: 'D',
  camera: 'C',
  alarm: 'Y',
  riskNoticeBoard: 'N',
} as const satisfies Record<ParkFeatureKind, string>
const MANY: readonly ParkFeatureKind[] = ['unit', 'alarm']

type Draft = Omit<DemoParkFeature, 'code' | 'parkCode'>
type Known = Partial<Draft> & Pick<Draft, 'kind' | 'name'>

/** Everything on the site of a demonstration park, kind by kind, numbered within the park. */
export function createSiteFeatures(ground: SiteGround): DemoParkFeature[] {
  const drafts = [
    ...buildingsOf(ground),
    ...accessOf(ground),
    ...fireFightingOf(ground),
    ...evacuationOf(ground),
    ...storeOf(ground),
    ...[
      ...isolationPoints(ground),
      ...cameras(ground),
      ...alarms(ground),
      ...noticeBoards(ground),
    ].map((fixture) => fixtureOf(ground, fixture)),
  ]
  return PARK_FEATURE_KIND_ORDER.flatMap((kind) =>
    drafts
      .filter((draft) => draft.kind === kind)
      .map((draft, index) => ({
        ...draft,
        code: codeOf(ground, kind, index),
        parkCode: ground.parkCode,
      })),
  )
}

function codeOf({ parkCode, digits }: SiteGround, kind: ParkFeatureKind, index: number): string {
  const width = MANY.includes(kind) ? digits.many : digits.few
  return `${parkCode}-${LETTERS[kind]}${String(index + 1).padStart(width, '0')}`
}

const draftOf = (known: Known & Pick<Draft, 'geometry'>): Draft =>
  featureRecord({ code: '', parkCode: '', ...known })

function fixtureOf(ground: SiteGround, { vector, building, ...known }: Fixture): Draft {
  return pointOf(ground, vector, {
    ...known,
    ...(building === undefined ? {} : { buildingCode: codeOf(ground, 'building', building) }),
  })
}

const pointOf = ({ frame }: SiteGround, vector: Vector, known: Known): Draft =>
  draftOf({ ...known, geometry: { type: 'Point', coordinates: frame.toSitePosition(vector) } })

const lineOf = ({ frame }: SiteGround, line: readonly Vector[], known: Known): Draft =>
  draftOf({
    ...known,
    geometry: { type: 'LineString', coordinates: line.map(frame.toSitePosition) },
  })

function polygonOf({ frame }: SiteGround, rectangle: Rectangle, known: Known): Draft {
  const ring = cornersOf(rectangle).map(frame.toSitePosition)
  return draftOf({ ...known, geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!]] } })
}

function buildingsOf(ground: SiteGround): Draft[] {
  const { buildings, units, tenants } = ground
  const occupancies = occupancyOf(ground)
  return [
    ...buildings.map(({ floors, heightMetres, use, structure, ...rectangle }, index) =>
      polygonOf(ground, rectangle, {
        ...{ kind: 'building', name: `${index + 1}栋`, floors, heightMetres, use, structure },
        occupancy: occupancies[index]!,
        remark: use === 'dormitory' ? '首层食堂,二层以上宿舍(演示)' : null,
      }),
    ),
    ...units.units.map(({ building, tenant, floor, rectangle }) =>
      polygonOf(ground, rectangle, {
        ...{ kind: 'unit', name: tenants[tenant]!.name, floor },
        buildingCode: codeOf(ground, 'building', building),
        enterpriseCode: tenants[tenant]!.code,
      }),
    ),
  ]
}

function accessOf(ground: SiteGround): Draft[] {
  const { gates, streets } = ground.plan
  return [
    ...gates.map(({ vector, name, netWidthMetres }) =>
      pointOf(ground, vector, { kind: 'gate', name, netWidthMetres, netHeightMetres: 5 }),
    ),
    ...streets.map(({ line, ...street }) => lineOf(ground, line, street)),
  ]
}

function fireFightingOf(ground: SiteGround): Draft[] {
  const { plan, buildings, ring, units, stationStaff, brigade } = ground
  const obstacles = plan.dangerousGoodsStore ? [...buildings, plan.dangerousGoodsStore] : buildings
  const hydrants = placeHydrants({ ring, obstacles, streets: plan.streets })
  const nearest = plan.exits.findIndex(({ wall }) => wall === plan.stationExit.wall)
  const common = units.commonOf(nearest)
  return [
    ...hydrants.map(({ vector, lane }, index) =>
      pointOf(ground, vector, {
        kind: 'hydrant',
        name: `${index + 1}号室外消火栓`,
        remark: `${lane}旁,DN100,保护半径 150 m(演示)`,
      }),
    ),
    ...(stationStaff === null
      ? []
      : [
          pointOf(ground, plan.station, {
            ...{ kind: 'microFireStation', name: '微型消防站', capacity: stationStaff },
            remark: '24 小时值班,3 分钟到场(演示)',
          }),
        ]),
    ...(brigade === null
      ? []
      : [
          pointOf(ground, [common.u + common.width / 2, common.v + common.depth / 3], {
            ...{ kind: 'volunteerBrigade', name: '义务消防队', capacity: brigade, floor: 1 },
            buildingCode: codeOf(ground, 'building', nearest),
            remark: '由各企业骨干组成,每季度拉练一次(演示)',
          }),
        ]),
  ]
}

function evacuationOf(ground: SiteGround): Draft[] {
  const { assemblyPoints, routes } = ground.plan
  const nameOf = (index: number) =>
    assemblyPoints.length > 1 ? `${index + 1}号疏散集合点` : '疏散集合点'
  return [
    ...assemblyPoints.map(({ vector, squareMetres }, index) =>
      pointOf(ground, vector, {
        ...{ kind: 'assemblyPoint', name: nameOf(index) },
        // One square metre a person, 建议值.
        capacity: Math.floor(squareMetres / 50) * 50,
        remark: `空地约 ${squareMetres} m²,按每人 1 m² 计(建议值)`,
      }),
    ),
    ...routes.map(({ line, assemblyPoint }, building) =>
      lineOf(ground, line, {
        ...{ kind: 'evacuationRoute', name: `${building + 1}栋疏散路线` },
        buildingCode: codeOf(ground, 'building', building),
        remark: `至${nameOf(assemblyPoint)},全长 ${Math.round(lengthOf(line))} m`,
      }),
    ),
  ]
}

function storeOf(ground: SiteGround): Draft[] {
  const store = ground.plan.dangerousGoodsStore
  if (!store) return []
  return [
    polygonOf(ground, store, {
      ...{ kind: 'dangerousGoodsStore', name: '危险化学品仓库', floors: 1, heightMetres: 4.5 },
      ...{ structure: 'concreteFrame', remark: ground.storeRemark },
    }),
  ]
}
