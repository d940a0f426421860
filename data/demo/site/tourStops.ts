import type { ParkFeatureKind } from '../../domain/parkFeatures.ts'
import { RISK_LEVEL_ORDER, RISK_LEVELS } from '../../domain/riskLevels.ts'
import type { RiskPoint } from '../../domain/riskPoints.ts'
import type { TourStep } from '../../domain/tours.ts'
import type { DemoPark, DemoParkFeature } from '../types.ts'
import type { DemoRectification } from './createRectifications.ts'
import { geometryMetres } from './geometryMetres.ts'
import type { SiteFigures } from './rectificationTexts.ts'

export type TourFacts = {
  park: DemoPark
  features: readonly DemoParkFeature[]
  figures: SiteFigures
  points: readonly RiskPoint[]
  rectifications: readonly DemoRectification[]
}

/** A step without its camera: how near (0: the whole park, 1: one thing) and how far turned. */
export type Stop = Pick<TourStep, 'caption' | 'pitch' | 'seconds' | 'floor' | 'layers'> & {
  feature: DemoParkFeature | null
  near: number
  turn: number
}

const MOST_CHARACTERS = 80

/** In the order of a walk; what the park does not have is left out. */
export function tourStops(facts: TourFacts): Stop[] {
  return [
    gateStop(facts),
    overviewStop(facts),
    floorStop(facts),
    laneStop(facts),
    stationStop(facts),
    routeStop(facts),
    storeStop(facts),
    cutOffStop(facts),
    rectifiedStop(facts),
    boardStop(facts),
  ]
    .filter((stop) => stop !== null)
    .map((stop) => ({ ...stop, caption: [...stop.caption].slice(0, MOST_CHARACTERS).join('') }))
}

const firstOf = ({ features }: TourFacts, kind: ParkFeatureKind): DemoParkFeature | null =>
  features.find((feature) => feature.kind === kind) ?? null

const GROUND = ['building', 'road', 'fireLane', 'gate'] as const satisfies ParkFeatureKind[]

const stop = (rest: Partial<Stop> & Pick<Stop, 'caption'>): Stop => ({
  ...{ pitch: 55, seconds: 7, floor: null, layers: [...GROUND], feature: null, near: 0.6, turn: 0 },
  ...rest,
})

function gateStop(facts: TourFacts): Stop {
  const { park, figures, points } = facts
  const gate = firstOf(facts, 'gate')
  return stop({
    caption: `${park.name}(演示):${figures.enterprises}家企业、${figures.buildings}栋建筑、风险点${points.length}个,大门净宽${gate?.netWidthMetres} m。`,
    ...{ feature: gate, near: 0.7, pitch: 60, seconds: 8 },
  })
}

function overviewStop({ points }: TourFacts): Stop {
  const counts = RISK_LEVEL_ORDER.map((level) => {
    const count = points.filter((point) => point.level === level).length
    return `${RISK_LEVELS[level].labels['zh-CN']}${count}个`
  })
  return stop({
    caption: `四色图:${counts.join('、')}风险点;每栋取其中最高等级,不取平均。`,
    ...{ near: 0, pitch: 50, turn: 25, seconds: 9 },
    layers: ['building', 'unit', 'road', 'fireLane'],
  })
}

/** The floor with the highest risk; of equal ones that with the highest score. */
function floorStop({ points, features }: TourFacts): Stop | null {
  const indoors = points.filter(({ floor, enterpriseCode }) => floor !== null && enterpriseCode)
  if (indoors.length === 0) return null
  const worst = indoors.reduce((a, b) => (b.score > a.score ? b : a))
  const building = features.find(
    ({ kind, name }) => kind === 'building' && worst.location.startsWith(`${name} `),
  )
  return stop({
    caption: `${building?.name}${worst.floor}层:${worst.name},${RISK_LEVELS[worst.level].labels['zh-CN']}风险点。管控措施:${worst.measures}。`,
    ...{
      feature: building ?? null,
      floor: worst.floor,
      near: 0.8,
      pitch: 45,
      turn: -30,
      seconds: 8,
    },
    layers: ['building', 'unit'],
  })
}

function laneStop(facts: TourFacts): Stop {
  const { figures } = facts
  return stop({
    caption: `消防车通道${figures.laneMetres} m,净宽不小于${figures.laneWidth} m,环通全园;室外消火栓${figures.hydrants}个,间距不大于120 m。`,
    ...{ feature: firstOf(facts, 'fireLane'), near: 0.15, pitch: 50, turn: -20, seconds: 8 },
    layers: ['building', 'road', 'fireLane', 'hydrant'],
  })
}

function stationStop(facts: TourFacts): Stop | null {
  const station = firstOf(facts, 'microFireStation')
  if (!station) return null
  const brigade = firstOf(facts, 'volunteerBrigade')?.capacity ?? 0
  return stop({
    caption: `微型消防站${station.capacity}人,24小时值班,3分钟到场;义务消防队${brigade}人。`,
    ...{ feature: station, near: 0.9, turn: 40 },
    layers: ['building', 'road', 'microFireStation', 'volunteerBrigade'],
  })
}

/** The longest of the routes. */
function routeStop(facts: TourFacts): Stop | null {
  const routes = facts.features.filter(({ kind }) => kind === 'evacuationRoute')
  if (routes.length === 0) return null
  const metres = ({ geometry }: DemoParkFeature) => geometryMetres(geometry)
  const longest = routes.reduce((a, b) => (metres(b) > metres(a) ? b : a))
  const places = facts.features.filter(({ kind }) => kind === 'assemblyPoint').length
  return stop({
    caption: `${longest.name}最长,${Math.round(metres(longest))} m,沿通道到达,不穿越建筑;疏散集合点${places}处,可容${facts.figures.assemblyCapacity}人(建议值)。`,
    ...{ feature: longest, near: 0.4, pitch: 50, turn: 15 },
    layers: ['building', 'road', 'fireLane', 'evacuationRoute', 'assemblyPoint'],
  })
}

function storeStop(facts: TourFacts): Stop | null {
  const store = firstOf(facts, 'dangerousGoodsStore')
  return (
    store &&
    stop({
      caption: `${store.name}独立设置。${store.remark}`,
      ...{ feature: store, near: 0.85, turn: -45, seconds: 6 },
      layers: ['building', 'road', 'dangerousGoodsStore', 'camera'],
    })
  )
}

function cutOffStop(facts: TourFacts): Stop {
  const count = (kind: ParkFeatureKind) =>
    facts.features.filter((feature) => feature.kind === kind).length
  return stop({
    caption: `切断点逐栋挂牌:燃气${count('gasIsolationPoint')}处、电源${count('powerIsolationPoint')}处,险情时先切断再处置。`,
    ...{ feature: firstOf(facts, 'powerIsolationPoint'), near: 0.3, turn: 30, seconds: 6 },
    layers: ['building', 'road', 'gasIsolationPoint', 'powerIsolationPoint'],
  })
}

/** The dearest of those that changed something on the site. */
function rectifiedStop({ rectifications, features }: TourFacts): Stop | null {
  const visible = rectifications.filter(({ featureCode }) => featureCode !== null)
  if (visible.length === 0) return null
  const dearest = visible.reduce((a, b) => ((b.costYuan ?? 0) > (a.costYuan ?? 0) ? b : a))
  const total = rectifications.reduce((sum, { costYuan }) => sum + (costYuan ?? 0), 0)
  const feature = features.find(({ code }) => code === dearest.featureCode) ?? null
  return stop({
    caption: `整治${rectifications.length}项,投入${(total / 10_000).toFixed(1)}万元;其中${dearest.title}${((dearest.costYuan ?? 0) / 10_000).toFixed(1)}万元,${dearest.finishedOn}完成。`,
    ...{ feature, near: 0.7, turn: -15, seconds: 8 },
    layers: [...new Set<ParkFeatureKind>([...GROUND, ...(feature ? [feature.kind] : [])])],
  })
}

function boardStop(facts: TourFacts): Stop | null {
  const board = firstOf(facts, 'riskNoticeBoard')
  return (
    board &&
    stop({
      caption: `风险公告栏${facts.figures.boards}块,公示四色图、责任人和应急电话;扫码可看岗位风险告知卡。`,
      ...{ feature: board, near: 1, turn: 10, seconds: 6 },
      layers: ['building', 'road', 'gate', 'riskNoticeBoard'],
    })
  )
}
