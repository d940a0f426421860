import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { areaSchema, positionSchema } from '#data/domain/areas'
import { multiPolygonSchema } from '#data/domain/geojson'
import {
  ringAreaKm2,
  vertexKey,
  type LonLat,
  type Ring,
} from '../../../scripts/geography/localPlane.ts'

const areaFeature = z.object({
  type: z.literal('Feature'),
  geometry: multiPolygonSchema,
  properties: z.object({
    ...areaSchema.shape,
    estimatedErrorMetres: z.number().positive().optional(),
  }),
})

const neighbourFeature = z.object({
  type: z.literal('Feature'),
  geometry: multiPolygonSchema,
  properties: z.object({ code: z.string(), name: z.string(), labelPoint: positionSchema }),
})

export type AreaFeature = z.infer<typeof areaFeature>
export type NeighbourFeature = z.infer<typeof neighbourFeature>
type AnyFeature = Pick<AreaFeature, 'geometry'> & { properties: { code: string } }

/** The committed text of data/geography/<name>. */
export function readCommitted(name: string): string {
  return readFileSync(new URL(`../../../data/geography/${name}`, import.meta.url), 'utf8')
}

function readFeatures(name: string): unknown[] {
  const collection = { type: z.literal('FeatureCollection'), features: z.array(z.unknown()) }
  return z.object(collection).parse(JSON.parse(readCommitted(`${name}.geojson`))).features
}

export function readAreas(level: 'district' | 'streets' | 'communities'): AreaFeature[] {
  return z.array(areaFeature).parse(readFeatures(level))
}

export function readNeighbours(): NeighbourFeature[] {
  return z.array(neighbourFeature).parse(readFeatures('neighbours'))
}

/** Every ring without its closing vertex. */
export function openRings({ geometry }: AnyFeature): Ring[] {
  return geometry.coordinates.flat().map((ring) => ring.slice(0, -1))
}

export function areaKm2(feature: AnyFeature): number {
  return openRings(feature).reduce((sum, ring) => sum + ringAreaKm2(ring), 0)
}

export interface Edge {
  code: string
  from: LonLat
  to: LonLat
  key: string
  reverseKey: string
}

export function edgesOf(feature: AnyFeature): Edge[] {
  return openRings(feature).flatMap((ring) =>
    ring.map((from, index) => {
      const to = ring[(index + 1) % ring.length]!
      const [start, end] = [vertexKey(from), vertexKey(to)]
      const { code } = feature.properties
      return { code, from, to, key: `${start} ${end}`, reverseKey: `${end} ${start}` }
    }),
  )
}

/** Pairs of edges that cross or overlap anywhere but in a common vertex. */
export function findCrossings(edges: readonly Edge[]): [Edge, Edge][] {
  const once = [
    ...new Map(edges.map((edge) => [[edge.key, edge.reverseKey].sort()[0], edge])).values(),
  ]
  const sorted = once.sort((a, b) => westOf(a) - westOf(b))
  return sorted.flatMap((first, index) => {
    const found: [Edge, Edge][] = []
    const east = Math.max(first.from[0], first.to[0])
    for (let other = index + 1; other < sorted.length; other += 1) {
      const second = sorted[other]!
      if (westOf(second) > east) break
      if (crosses(first, second)) found.push([first, second])
    }
    return found
  })
}

const westOf = ({ from, to }: Edge): number => Math.min(from[0], to[0])

/** Twice the area of a triangle in micro-degrees², which for our 6 decimals are whole numbers. */
function side(a: LonLat, b: LonLat, c: LonLat): number {
  const [ax, ay, bx, by, cx, cy] = [...a, ...b, ...c].map((degrees) =>
    Math.round(degrees * 1e6),
  ) as [number, number, number, number, number, number]
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))
}

function isStrictlyWithin(vertex: LonLat, { from, to }: Edge): boolean {
  if (side(from, to, vertex) !== 0) return false
  const along =
    (vertex[0] - from[0]) * (to[0] - from[0]) + (vertex[1] - from[1]) * (to[1] - from[1])
  return along > 0 && along < (to[0] - from[0]) ** 2 + (to[1] - from[1]) ** 2
}

function crosses(first: Edge, second: Edge): boolean {
  const touches =
    isStrictlyWithin(first.from, second) ||
    isStrictlyWithin(first.to, second) ||
    isStrictlyWithin(second.from, first) ||
    isStrictlyWithin(second.to, first)
  if (touches) return true
  const straddles = (edge: Edge, other: Edge) =>
    side(edge.from, edge.to, other.from) * side(edge.from, edge.to, other.to) < 0
  return straddles(first, second) && straddles(second, first)
}
