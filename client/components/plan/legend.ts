import type { Site } from '#data/contract/site/siteResponses'
import { PARK_FEATURE_KIND_ORDER, type ParkFeatureKind } from '#data/domain/parkFeatures'
import { wrapText } from '../../site/plan/paperText.ts'
import { COLUMN } from '../../site/plan/planSheet.ts'
import { PLAN_SIGNS } from '../../site/plan/planStyle.ts'

export const LEGEND_ROW = 5.2
export const LEGEND_TOP = 8
const LINES: readonly ParkFeatureKind[] = ['road', 'fireLane', 'evacuationRoute']

/** Kinds that a sheet shows with a sign or a line, of those that the park has. */
export function legendKinds(site: Pick<Site, 'features'>): ParkFeatureKind[] {
  const present = new Set(site.features.features.map(({ properties }) => properties.kind))
  return PARK_FEATURE_KIND_ORDER.filter(
    (kind) => present.has(kind) && (PLAN_SIGNS[kind] !== null || LINES.includes(kind)),
  )
}

/** How far the legend reaches down, in millimetres. */
export function legendHeight(site: Pick<Site, 'features'>, notes: readonly string[]): number {
  const rows = 3 + Math.ceil(legendKinds(site).length / 3)
  const lines = notes.flatMap((note) => wrapText(note, COLUMN.width - 6, 2.3))
  return LEGEND_TOP + rows * LEGEND_ROW + 1.2 + lines.length * 3 + 1
}
