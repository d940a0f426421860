import type { Site } from '#data/contract/site/siteResponses'
import type { ParkFeature } from '#data/domain/parkFeatures'
import { RISK_LEVELS, type RiskLevel } from '#data/domain/riskLevels'
import { fourColours } from '../../../site/fourColours.ts'
import { buildingsByCode, drawnHeight, floorBase, storeyHeight } from '../../../site/siteFloors.ts'
import { LEVEL_CHARACTERS } from '../levelMarks.layers.ts'

type SiteFeature = Site['features']['features'][number]

/** What one thing of a site looks like on a floor, or (null) while whole buildings are shown. */
type Drawn = {
  floor: number | null
  levels: ReadonlyMap<string, RiskLevel | null>
  buildings: ReadonlyMap<string, ParkFeature>
  storeys: (floors: number) => string
}

/** A name that has room on a roof: the number that the code ends in where there is none. */
const shortName = ({ code, name }: ParkFeature) => name ?? code.slice(code.lastIndexOf('-') + 1)

const levelSign = (level: RiskLevel | null | undefined) =>
  level ? ` ${LEVEL_CHARACTERS[RISK_LEVELS[level].shape]}` : ''

function buildingProperties(building: ParkFeature, { floor, levels, storeys }: Drawn) {
  const has = floor === null || floor <= (building.floors ?? 1)
  const level = has ? (levels.get(building.code) ?? null) : null
  return {
    level: level ?? '',
    // With a floor chosen the colour is that of its units: the house itself steps back.
    dim: floor !== null,
    base: 0,
    // What lies above the floor is lifted off, so that one looks into it.
    top: floor !== null && has ? floorBase(building, floor) : drawnHeight(building),
    label:
      building.floors === null
        ? shortName(building) + levelSign(level)
        : `${shortName(building)}${levelSign(level)}\n${storeys(building.floors)}`,
  }
}

function unitProperties(unit: ParkFeature, { levels, buildings }: Drawn) {
  const building = buildings.get(unit.buildingCode ?? '')
  const base = building ? floorBase(building, unit.floor ?? 1) : 0
  const level = levels.get(unit.code) ?? null
  return {
    level: level ?? '',
    dim: false,
    base,
    top: base + (building ? storeyHeight(building) : 0),
    label: shortName(unit) + levelSign(level),
  }
}

/** Units are of one floor and seen with it alone; what stands inside on another floor is left out. */
const isSeen = ({ kind, buildingCode, floor }: ParkFeature, chosen: number | null) =>
  kind === 'unit'
    ? chosen !== null && floor === chosen
    : kind === 'building' || chosen === null || !buildingCode || !floor || floor === chosen

function propertiesOf(feature: ParkFeature, drawn: Drawn) {
  if (feature.kind === 'building') return buildingProperties(feature, drawn)
  if (feature.kind === 'unit') return unitProperties(feature, drawn)
  return { label: feature.name ?? '', widthMetres: feature.netWidthMetres ?? 0 }
}

/**
 * What the layers of a site draw, in degrees WGS84: each thing with its kind, code and label,
 * buildings and units with level, base and top in metres, ways with their net width in metres.
 * @param storeys writes how many floors a building has.
 */
export function siteFeatures(
  site: Pick<Site, 'features' | 'riskPoints'>,
  floor: number | null,
  storeys: (floors: number) => string,
): GeoJSON.FeatureCollection {
  const drawn: Drawn = {
    floor,
    levels: fourColours(site, floor),
    buildings: buildingsByCode(site),
    storeys,
  }
  return {
    type: 'FeatureCollection',
    features: site.features.features.flatMap(({ geometry, properties }: SiteFeature) => {
      if (!isSeen(properties, floor)) return []
      const { code, kind } = properties
      return {
        type: 'Feature' as const,
        geometry: geometry as GeoJSON.Geometry,
        properties: { code, kind, ...propertiesOf(properties, drawn) },
      }
    }),
  }
}
