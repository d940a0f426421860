import type { ParkFeature, ParkFeatureKind } from '../../domain/parkFeatures.ts'
import { RISK_LEVELS, type RiskLevel } from '../../domain/riskLevels.ts'
import type { Activity } from '../industries.ts'
import type { Vector } from '../plane.ts'
import { besideExit } from './exits.ts'
import type { SiteGround } from './siteGround.ts'
import { insetOf } from './streets.ts'

/** Something at a place with what is known of it; `building` counts from 0. */
export type Fixture = Partial<ParkFeature> & {
  kind: ParkFeatureKind
  name: string
  vector: Vector
  building?: number
}

/** Work that burns gas from the mains. */
const BURNS_GAS: readonly Activity[] = ['boiler', 'dieCasting', 'spraying', 'gas']
/** Work that gives off vapour which an alarm must tell. */
const GIVES_VAPOUR: readonly Activity[] = [
  'spraying',
  'solvent',
  'gas',
  'battery',
  'boiler',
  'plating',
]
const CAMERA_INSET = 1.2

/** 切断点: one of the park behind its gate, one at each building that needs it. */
export function isolationPoints(ground: SiteGround): Fixture[] {
  const { plan, buildings } = ground
  const usesGas = buildings.map(
    ({ use }, building) =>
      use === 'dormitory' ||
      activitiesIn(ground, building).some((each) => BURNS_GAS.includes(each)),
  )
  const at = (kind: ParkFeatureKind, name: string, left: number, building: number): Fixture => {
    const vector = besideExit(plan.exits[building]!, 0.6, left)
    return { kind, name: `${building + 1}栋${name}`, vector, building, remark: ATTENDED }
  }
  const main = (kind: ParkFeatureKind, name: string, depth: number): Fixture => ({
    ...{ kind, name, vector: behindGate(ground, 0, depth, -5.5) },
    remark: ATTENDED,
  })
  return [
    ...(usesGas.includes(true) ? [main('gasIsolationPoint', '园区燃气总阀', 7.5)] : []),
    ...usesGas.flatMap((uses, building) =>
      uses ? [at('gasIsolationPoint', '燃气入户阀', 4, building)] : [],
    ),
    main('powerIsolationPoint', '园区高压进线开关', 10.5),
    ...buildings.map((_, building) => at('powerIsolationPoint', '总电源开关', -4, building)),
  ]
}
const ATTENDED = '由园区电工、值班员操作,切断后报消防控制室(演示)'

/** At every gate, at the corners of the site and at the store of dangerous goods. */
export function cameras(ground: SiteGround): Fixture[] {
  const { plan, ring } = ground
  const store = plan.dangerousGoodsStore
  return [
    ...plan.gates.map(({ name }, gate): Fixture => ({
      kind: 'camera',
      name: `${name}监控`,
      vector: behindGate(ground, gate, 12, 5.5),
    })),
    ...insetOf(ring, CAMERA_INSET).map((vector, corner): Fixture => ({
      kind: 'camera',
      name: `围墙转角${corner + 1}监控`,
      vector,
    })),
    ...(store
      ? [
          {
            kind: 'camera' as const,
            name: '危险化学品仓库监控',
            vector: [store.u - 1.5, store.v - 1.5] as const,
          },
        ]
      : []),
  ]
}

/** A fire alarm on every floor beside the stairs, and one for vapour in each unit that gives it off. */
export function alarms({ buildings, units, tenants }: SiteGround): Fixture[] {
  const fire = buildings.flatMap(({ floors }, building) =>
    Array.from({ length: floors }, (_, index): Fixture => ({
      kind: 'alarm',
      name: `${building + 1}栋${index + 1}层火灾报警按钮`,
      vector: middleOf(units.commonOf(building)),
      building,
      floor: index + 1,
    })),
  )
  const vapour = units.units
    .filter(({ tenant }) =>
      tenants[tenant]!.trade.activities.some((each) => GIVES_VAPOUR.includes(each)),
    )
    .map(({ tenant, building, floor, rectangle }): Fixture => ({
      kind: 'alarm',
      name: `${building + 1}栋${floor}层可燃气体报警器`,
      vector: middleOf(rectangle),
      building,
      floor,
      enterpriseCode: tenants[tenant]!.code,
    }))
  return [...fire, ...vapour]
}

/** 风险公告栏 behind each gate, and at each building with a 重大 or 较大 risk point. */
export function noticeBoards(ground: SiteGround): Fixture[] {
  const { plan, levels } = ground
  return [
    ...plan.gates.map(({ name }, gate): Fixture => ({
      kind: 'riskNoticeBoard',
      name: `${name}风险公告栏`,
      vector: behindGate(ground, gate, 7.5, 5.5),
      remark: '公示四色图、较大以上风险点、责任人和应急电话(演示)',
    })),
    ...plan.exits.flatMap((exit, building): Fixture[] => {
      const level = levels[building] ?? null
      return level === 'major' || level === 'larger'
        ? [
            {
              kind: 'riskNoticeBoard',
              name: `${building + 1}栋风险公告栏`,
              vector: besideExit(exit, 0.8, -2),
              building,
              remark: `本栋最高为${wordOf(level)}风险点(演示)`,
            },
          ]
        : []
    }),
  ]
}
const wordOf = (level: RiskLevel): string => RISK_LEVELS[level].labels['zh-CN']

/** A point so many metres in from a gate and to the left of the road that begins there. */
function behindGate({ plan }: SiteGround, gate: number, depth: number, left: number): Vector {
  const { vector, inwards } = plan.gates[gate]!
  const [du, dv] = inwards
  return [vector[0] + du * depth - dv * left, vector[1] + dv * depth + du * left]
}

function activitiesIn({ units, tenants }: SiteGround, building: number): Activity[] {
  return units.units
    .filter((unit) => unit.building === building)
    .flatMap(({ tenant }) => tenants[tenant]!.trade.activities)
}

const middleOf = ({
  u,
  v,
  width,
  depth,
}: {
  u: number
  v: number
  width: number
  depth: number
}): Vector => [u + width / 2, v + depth / 2]
