import * as z from 'zod/mini'
import { readFileSync } from 'node:fs'
import { areaSchema } from '#data/domain/areas'
import { featureCollectionSchema, multiPolygonSchema } from '#data/domain/geojson'
import type { RiskPoint } from '#data/domain/riskPoints'
import { createDemoDistrict } from '#data/demo/createDemoDistrict'
import type { DemoDistrict, DemoHazardSource, DemoOptions } from '#data/demo/types'

/** A Monday; the story of CONTENT.md 4.2 is told for it. */
export const AS_OF_DAY = '2026-11-23'

const communityFeatures = featureCollectionSchema(
  multiPolygonSchema,
  z.pick(areaSchema, { code: true, name: true }),
)

export const communities = communityFeatures
  .parse(
    JSON.parse(
      readFileSync(new URL('../../../data/geography/communities.geojson', import.meta.url), 'utf8'),
    ),
  )
  .features.map(({ geometry, properties }) => ({ ...properties, geometry }))

export function districtWith(options: Partial<DemoOptions> = {}): DemoDistrict {
  return createDemoDistrict({ communities, asOfDay: AS_OF_DAY, ...options })
}

export type Points = { riskPoints: RiskPoint[]; hazardSources: DemoHazardSource[] }

export function pointsOf(district: DemoDistrict): Points {
  const batches = [...district.batches(5000)]
  return {
    riskPoints: batches.flatMap(({ riskPoints }) => riskPoints),
    hazardSources: batches.flatMap(({ hazardSources }) => hazardSources),
  }
}

/** The official code of the street an area code lies in. */
export function streetOf(areaCode: string): string {
  return areaCode.slice(0, 9)
}

export function countBy<T>(list: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of list) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1
  return counts
}

/** 较大以上风险值 V = Σ w·k of CONTENT.md 3.2, by area; k counts overdue reviews only. */
export function riskValues(
  points: readonly RiskPoint[],
  keyOf: (point: RiskPoint) => string,
): Map<string, number> {
  const weights = { major: 2, larger: 1, general: 0, low: 0 }
  const values = new Map<string, number>()
  for (const point of points) {
    const value = weights[point.level] * (point.reviewDue < AS_OF_DAY ? 2 : 1)
    values.set(keyOf(point), (values.get(keyOf(point)) ?? 0) + value)
  }
  return values
}
