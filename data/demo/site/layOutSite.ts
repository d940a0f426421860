import type { BuildingUse } from '../../domain/parkFeatures.ts'
import type { ParkType } from '../../domain/parks.ts'
import { chooseLots, varied } from '../lots.ts'
import type { ParkSite } from '../placeParks.ts'
import { areaOf, centreOf, type Rectangle, type Vector } from '../plane.ts'
import type { Random } from '../random.ts'
import { usesOf } from './buildingFacts.ts'
import { besideExit, doorsOf, everyWay, nearestLane } from './exits.ts'
import { distance, pointAlong, type Segment } from './segments.ts'
import type { AssemblyPoint, Exit, SiteGate, SitePlan, Street } from './sitePlan.ts'
import { crossingsOf, insetOf, RING_INSET, streetsOf, type Crossing } from './streets.ts'
import { createWayNet } from './wayNet.ts'
import { carveYards } from './yards.ts'

/**
 * 13 m from the edge are a lane of 4 m, its verge of 2 m and 5 m and more to the wall
 * (GB 50016-2014 7.1.8); 18 m between buildings are a road of 7 m with 5 m on both sides.
 */
const SPACING = { setback: 13, gap: 18, most: 14 }
/** Inside the park's edge, so that a gate and its road lie in the park. */
const GATE_INSET = 1.5
/** Hectares from which a park has a second and a third gate. */
const SECOND_GATE = 4
const THIRD_GATE = 9

export type SiteLot = Rectangle & { use: BuildingUse }

export type SiteWish = {
  parkType: ParkType
  /** Buildings, and at most so many. */
  wanted: number
  most?: number
  /** Whether dangerous goods are kept in a store of their own. */
  hasStore: boolean
}

/** The buildings of a demonstration park with what lies between them. */
export function layOutSite(
  site: ParkSite,
  { parkType, wanted, hasStore, most = SPACING.most }: SiteWish,
  random: Random,
): SitePlan & { lots: SiteLot[] } {
  const chosen = chooseLots(site, wanted, { ...SPACING, most })
  const lane = insetOf(site.ring, RING_INSET)
  const crossings = crossingsOf(lane, chosen)
  const main = mainOf(crossings, centreOf(site.ring))
  const entrances = entrancesOf(site.ring, crossings, main, areaOf(site.ring) / 10_000)
  const gates = entrances.map(({ gate }) => gate)
  const streets = streetsOf(
    lane,
    reaching(main, entrances),
    crossings.filter((each) => each !== main).map((each) => reaching(each, entrances)),
    compassOf(site),
  )
  const lots = usedLots(varied(chosen.lots, random), parkType, gates[0]!.vector)
  const yards = carveYards(
    lots,
    gates.map(({ vector }) => vector),
    hasStore,
  )
  const obstacles = [...yards.lots, ...(yards.store ? [yards.store] : [])]
  const exits = yards.lots.map((lot) => nearestLane(doorsOf(lot), streets, obstacles))
  const stationExit = nearestExit(exits, gates[0]!.vector)
  const assemblyPoints = yards.assembly.map((yard): AssemblyPoint => {
    const middle: Vector = [yard.u + yard.width / 2, yard.v + yard.depth / 2]
    const { lane: way } = nearestLane(everyWay(middle), streets, obstacles)
    return { vector: middle, lane: way, squareMetres: Math.floor(yard.width * yard.depth) }
  })
  return {
    lots: yards.lots,
    streets,
    gates,
    station: besideExit(stationExit, 2, 6),
    stationExit,
    assemblyPoints,
    exits,
    routes: routesOf(streets, exits, assemblyPoints),
    dangerousGoodsStore: yards.store,
  }
}

/** Radians against the clock from east of a direction in the frame. */
function compassOf({ frame }: ParkSite): (outwards: Vector) => number {
  const [from, to] = [frame.toPosition([0, 0]), frame.toPosition([1000, 0])]
  const metresEast = (to[0] - from[0]) * Math.cos((from[1] * Math.PI) / 180)
  const turned = Math.atan2(to[1] - from[1], metresEast)
  return ([u, v]) => Math.atan2(v, u) + turned
}

/** The crossing that runs nearest the middle of the park. */
function mainOf(crossings: readonly Crossing[], [u, v]: Vector): Crossing {
  const off = ({ segment, isColumn }: Crossing) =>
    isColumn ? Math.abs(segment[0][0] - u) : Math.abs(segment[0][1] - v)
  if (crossings.length === 0) throw new RangeError('a site needs a road between its buildings')
  return crossings.reduce((a, b) => (off(b) < off(a) ? b : a))
}

type Entrance = { gate: SiteGate; crossing: Crossing; end: 0 | 1 }

/** At the ends of the main road, and in a large park at that of the first road across. */
function entrancesOf(
  ring: readonly Vector[],
  crossings: readonly Crossing[],
  main: Crossing,
  hectares: number,
): Entrance[] {
  const at = (crossing: Crossing, end: 0 | 1, name: string, netWidthMetres: number): Entrance => {
    const [to, from] = [crossing.segment[end], crossing.segment[1 - end]!]
    const vector = outAt([from, to], ring)
    const inwards = unit(vector, from)
    return { crossing, end, gate: { vector, inwards, name, netWidthMetres } }
  }
  const across = crossings.find(({ isColumn }) => isColumn !== main.isColumn)
  return [
    at(main, 0, '大门', 8),
    ...(hectares >= SECOND_GATE ? [at(main, 1, '2号门', 6)] : []),
    ...(hectares >= THIRD_GATE && across ? [at(across, 1, '3号门(消防应急)', 5)] : []),
  ]
}

function unit([u1, v1]: Vector, [u2, v2]: Vector): Vector {
  const length = Math.hypot(u2 - u1, v2 - v1)
  return [(u2 - u1) / length, (v2 - v1) / length]
}

/** A crossing that goes on to its gates. */
function reaching(crossing: Crossing, entrances: readonly Entrance[]): Crossing {
  const endAt = (end: 0 | 1): Vector =>
    entrances.find((each) => each.crossing === crossing && each.end === end)?.gate.vector ??
    crossing.segment[end]
  return { ...crossing, segment: [endAt(0), endAt(1)] }
}

/** From the end of a road on to the edge of the park, and a little short of it. */
function outAt([from, to]: Segment, ring: readonly Vector[]): Vector {
  const length = distance(from, to)
  const on = (metres: number) => pointAlong([from, to], 1 + metres / length)
  const edge = ring.map((corner, index): Segment => [corner, ring[(index + 1) % ring.length]!])
  const clear = (point: Vector) => Math.min(...edge.map((side) => lineDistance(side, point)))
  // The edge may slant: the lane round the site is 4 m from it at right angles.
  const step = (RING_INSET - GATE_INSET) / RING_INSET
  const perMetre = clear(to) - clear(on(1))
  return on((clear(to) * step) / Math.max(perMetre, 0.5))
}

function lineDistance([[u1, v1], [u2, v2]]: Segment, [u, v]: Vector): number {
  return Math.abs((u2 - u1) * (v1 - v) - (u1 - u) * (v2 - v1)) / Math.hypot(u2 - u1, v2 - v1)
}

/** The lot farthest from the gate is where people live, where there are enough buildings. */
function usedLots(lots: readonly Rectangle[], parkType: ParkType, gate: Vector): SiteLot[] {
  const home = lots.length >= 5 ? farthestFrom(lots, gate) : null
  const uses = usesOf(parkType, lots.length)
  return lots.map((lot, index) => ({ ...lot, use: lot === home ? 'dormitory' : uses[index]! }))
}

function farthestFrom(lots: readonly Rectangle[], from: Vector): Rectangle {
  const away = ({ u, v, width, depth }: Rectangle) => distance([u + width / 2, v + depth / 2], from)
  return lots.reduce((a, b) => (away(b) > away(a) ? b : a))
}

function nearestExit(exits: readonly Exit[], gate: Vector): Exit {
  return exits.reduce((a, b) => (distance(b.wall, gate) < distance(a.wall, gate) ? b : a))
}

function routesOf(
  streets: readonly Street[],
  exits: readonly Exit[],
  assemblyPoints: readonly AssemblyPoint[],
): SitePlan['routes'] {
  const netFrom = createWayNet(
    streets,
    [...exits, ...assemblyPoints].map(({ lane }) => lane),
  )
  const ways = assemblyPoints.map(({ lane }) => netFrom(lane))
  return exits.map(({ wall, lane }) => {
    const reachable = ways.flatMap((wayTo, assemblyPoint) => {
      const way = wayTo(lane)
      return way ? [{ ...way, assemblyPoint }] : []
    })
    if (reachable.length === 0) throw new RangeError('no assembly point can be reached')
    const { line, assemblyPoint } = reachable.reduce((a, b) => (b.metres < a.metres ? b : a))
    return {
      assemblyPoint,
      line: [wall, ...line.reverse(), assemblyPoints[assemblyPoint]!.vector],
    }
  })
}
