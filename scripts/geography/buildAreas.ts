import type { Feature, FeatureCollection, MultiPolygon } from 'geojson'
import { relabel, type BoundaryEdge } from './boundaryEdges'
import { buildCommunityEdges } from './communityEdges'
import { findLabelPoint } from './labelPoint'
import type { LonLat, Ring } from './localPlane'
import { mergeSlivers } from './mergeSlivers'
import { polygonsOf, toMultiPolygon } from './multiPolygon'
import type { CommunityFact, StreetFact } from './readFacts'

const DISTRICT = {
  code: '440307',
  name: '龙岗区',
  level: 'district',
  parentCode: null,
  /** The figure that the district government publishes; the outline measures 387.6 km². */
  officialAreaKm2: 388.59,
} as const

interface AreaFacts {
  code: string
  name: string
  level: 'district' | 'street' | 'community'
  parentCode: string | null
  officialAreaKm2: number | null
  /** How far the community's centre may be off; communities only. */
  estimatedErrorMetres?: number
}

export interface AreaProperties extends AreaFacts {
  geometryStatus: 'schematic'
  labelPoint: LonLat
}

export type AreaFeature = Feature<MultiPolygon, AreaProperties>
export type AreaCollection = FeatureCollection<MultiPolygon, AreaProperties>

function buildLevel(edges: readonly BoundaryEdge[], areas: AreaFacts[]): AreaCollection {
  const features = areas.map((facts): AreaFeature => {
    const polygons = polygonsOf(edges, facts.code)
    const { code, name, level, parentCode, officialAreaKm2, ...rest } = facts
    const labelPoint = findLabelPoint(polygons[0]!)
    return {
      type: 'Feature',
      properties: {
        ...{ code, name, level, parentCode, geometryStatus: 'schematic', labelPoint },
        ...{ officialAreaKm2, ...rest },
      },
      geometry: toMultiPolygon(polygons),
    }
  })
  return { type: 'FeatureCollection', features }
}

/**
 * District, streets and communities from one set of edges. Codes nest by prefix (6, 9, 12 digits),
 * so a coarser level is the same edges with shorter labels.
 */
export function buildAreas(
  outline: Ring,
  streets: readonly StreetFact[],
  communities: readonly CommunityFact[],
) {
  const edges = mergeSlivers(buildCommunityEdges(communities, outline))
  const streetEdges = relabel(edges, (code) => code.slice(0, 9))
  const districtEdges = relabel(edges, (code) => code.slice(0, 6))
  return {
    district: buildLevel(districtEdges, [DISTRICT]),
    streets: buildLevel(
      streetEdges,
      streets.map(({ code, name, officialAreaKm2 }) => ({
        ...{ code, name, level: 'street', parentCode: DISTRICT.code, officialAreaKm2 },
      })),
    ),
    communities: buildLevel(
      edges,
      communities.map(({ code, name, streetCode, estimatedErrorMetres }) => ({
        ...{ code, name, level: 'community', parentCode: streetCode },
        ...{ officialAreaKm2: null, estimatedErrorMetres },
      })),
    ),
  }
}
