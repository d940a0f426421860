import type { Site, SiteRiskPoint } from '#data/contract/site/siteResponses'
import { RISK_LEVELS, RISK_LEVEL_ORDER, type RiskLevel } from '#data/domain/riskLevels'

export const isGrave = ({ level }: { level: RiskLevel }) => level === 'major' || level === 'larger'

export type NumberedPoint = { number: number; point: SiteRiskPoint }

/**
 * 重大 and 较大 risk points with the number that they have on every sheet of the park: the gravest
 * first, then by code.
 */
export function numberedPoints(site: Pick<Site, 'riskPoints'>): readonly NumberedPoint[] {
  return site.riskPoints
    .filter(isGrave)
    .sort(
      (a, b) => RISK_LEVELS[a.level].rank - RISK_LEVELS[b.level].rank || (a.code < b.code ? -1 : 1),
    )
    .map((point, index) => ({ number: index + 1, point }))
}

/** How many risk points have each level. */
export function levelCounts(
  points: readonly { level: RiskLevel }[],
): Readonly<Record<RiskLevel, number>> {
  const counts = Object.fromEntries(RISK_LEVEL_ORDER.map((level) => [level, 0])) as Record<
    RiskLevel,
    number
  >
  for (const { level } of points) counts[level] += 1
  return counts
}

/** The floors that a park has, from the lowest up; there is none called 0. */
export function floorsOf(site: Pick<Site, 'features' | 'riskPoints'>): readonly number[] {
  const floors = new Set<number>()
  for (const { properties } of site.features.features) {
    const { kind, floor } = properties
    for (let each = 1; kind === 'building' && each <= (properties.floors ?? 1); each++)
      floors.add(each)
    if (floor !== null) floors.add(floor)
  }
  for (const { floor } of site.riskPoints) if (floor !== null) floors.add(floor)
  return [...floors].sort((a, b) => a - b)
}

/** `B01` of `DEMO-P-037-B01`: the park is named in the title. */
export const shortCode = (code: string, parkCode: string) =>
  code.startsWith(`${parkCode}-`) ? code.slice(parkCode.length + 1) : code
