import type { Site, SiteRiskPoint } from '#data/contract/site/siteResponses'
import type { ParkFeature } from '#data/domain/parkFeatures'
import type { PointPlace } from '../stores/site.ts'

/** Drawn where nobody says how high a storey is: 建议值, of the picture alone, shown as no figure. */
const STOREY_METRES = 4
/** A mark stands at half the height of its storey. */
const MIDDLE = 0.5

/** Floors above the ground of a building, drawn as one where nobody says. */
const floorsOf = ({ floors }: ParkFeature) => floors ?? 1

/** Height of a building as it is drawn, in metres. */
export const drawnHeight = (building: ParkFeature) =>
  building.heightMetres ?? floorsOf(building) * STOREY_METRES

/** Height of its storeys, in metres: they share that of the building. */
export const storeyHeight = (building: ParkFeature) => drawnHeight(building) / floorsOf(building)

/** Metres above the ground at which a floor begins; a floor below the ground begins at it. */
export const floorBase = (building: ParkFeature, floor: number) =>
  Math.max(0, floor - 1) * storeyHeight(building)

type SiteParts = Pick<Site, 'features' | 'riskPoints'>

export function buildingsByCode({
  features,
}: Pick<Site, 'features'>): ReadonlyMap<string, ParkFeature> {
  return new Map(
    features.features.flatMap(({ properties }) =>
      properties.kind === 'building' ? [[properties.code, properties]] : [],
    ),
  )
}

/** Floors that some building of the park has, those below the ground too, the highest first. */
export function siteFloors({ features, riskPoints }: SiteParts): readonly number[] {
  const floors = new Set<number>()
  for (const { properties } of features.features) {
    if (properties.kind === 'building') {
      for (let floor = 1; floor <= floorsOf(properties); floor += 1) floors.add(floor)
    }
    if (properties.floor !== null) floors.add(properties.floor)
  }
  for (const { floor } of riskPoints) if (floor !== null) floors.add(floor)
  return [...floors].sort((left, right) => right - left)
}

/** Outside, on the floor, or anywhere in a building of which nobody says the floor. */
const isOnFloor = (point: SiteRiskPoint, floor: number | null) =>
  floor === null || point.buildingCode === null || point.floor === null || point.floor === floor

/** Where the points of a site stand, while a floor or (null) the whole buildings are shown. */
export function placeSitePoints(site: SiteParts, floor: number | null): readonly PointPlace[] {
  const buildings = buildingsByCode(site)
  return site.riskPoints.map((point) => {
    const building = buildings.get(point.buildingCode ?? '')
    const heightMetres = building
      ? floorBase(building, point.floor ?? floor ?? 1) + MIDDLE * storeyHeight(building)
      : 0
    return { id: point.id, code: point.code, heightMetres, shown: isOnFloor(point, floor) }
  })
}
