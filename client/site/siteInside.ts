import type { Site, SiteRiskPoint } from '#data/contract/site/siteResponses'
import type { ParkFeature } from '#data/domain/parkFeatures'

export type FloorInside = {
  /** Null for what is in the building at nobody knows which floor. */
  floor: number | null
  enterprises: Site['enterprises']
  points: readonly SiteRiskPoint[]
}

/** The registered floor of an enterprise is a text of its own; units say it as a number. */
function enterprisesByFloor(site: Site, building: string, only: ParkFeature | null) {
  const known = new Map(site.enterprises.map((enterprise) => [enterprise.code, enterprise]))
  const found = new Map<number | null, Map<string, Site['enterprises'][number]>>()
  const put = (floor: number | null, code: string | null) => {
    const enterprise = known.get(code ?? '')
    if (!enterprise) return
    const others = found.get(floor) ?? new Map<string, Site['enterprises'][number]>()
    found.set(floor, others.set(enterprise.code, enterprise))
  }
  const placed = new Set<string>()
  for (const { properties } of site.features.features) {
    if (properties.kind !== 'unit' || properties.buildingCode !== building) continue
    if (only && only.code !== properties.code) continue
    put(properties.floor, properties.enterpriseCode)
    if (properties.enterpriseCode) placed.add(properties.enterpriseCode)
  }
  if (!only) {
    for (const { code, buildingCode } of site.enterprises) {
      if (buildingCode === building && !placed.has(code)) put(null, code)
    }
  }
  return found
}

/**
 * Who and what is in a building, or in a unit, by floor, the highest first; what is of no known floor
 * comes last.
 */
export function siteInside(site: Site, feature: ParkFeature): readonly FloorInside[] {
  const unit = feature.kind === 'unit' ? feature : null
  const building = unit ? (unit.buildingCode ?? '') : feature.code
  const enterprises = enterprisesByFloor(site, building, unit)
  const points = site.riskPoints.filter(
    (point) =>
      point.buildingCode === building &&
      (!unit ||
        (point.enterpriseCode === unit.enterpriseCode &&
          (point.floor === null || point.floor === unit.floor))),
  )
  const floors = new Set([...enterprises.keys(), ...points.map(({ floor }) => floor)])
  return [...floors]
    .sort((left, right) => (right ?? -Infinity) - (left ?? -Infinity))
    .map((floor) => ({
      floor,
      enterprises: [...(enterprises.get(floor)?.values() ?? [])],
      points: points.filter((point) => point.floor === floor),
    }))
}
