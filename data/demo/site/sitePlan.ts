import type { Rectangle, Vector } from '../plane.ts'

/** The centre line of a road or fire lane, with a vertex wherever another meets it. */
export type Street = {
  kind: 'road' | 'fireLane'
  name: string
  line: Vector[]
  netWidthMetres: number
  netHeightMetres: number
}

export type SiteGate = {
  vector: Vector
  /** Along the road that begins there, one metre. */
  inwards: Vector
  name: string
  netWidthMetres: number
}

/** The middle of a side of a building that opens on a lane, and the way from the wall. */
export type Exit = { wall: Vector; outwards: Vector; lane: Vector }

export type AssemblyPoint = { vector: Vector; lane: Vector; squareMetres: number }

/** What lies between the buildings of a demonstration park, in metres of the community's frame. */
export type SitePlan = {
  streets: Street[]
  gates: SiteGate[]
  /** Where the micro fire station stands, and the exit beside it. */
  station: Vector
  stationExit: Exit
  assemblyPoints: AssemblyPoint[]
  /** Of each building, in their order. */
  exits: Exit[]
  /** From each building to the nearest assembly point along lanes. */
  routes: { line: Vector[]; assemblyPoint: number }[]
  dangerousGoodsStore: Rectangle | null
}
