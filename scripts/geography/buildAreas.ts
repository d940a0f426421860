import { DISTRICT_CODE, type Area } from '#data/domain/areas'
import type { MultiPolygon } from '#data/domain/geojson'
import { relabel, type BoundaryEdge } from './boundaryEdges.ts'
import { buildCommunityEdges } from './buildCommunityEdges.ts'
import { findLabelPoint } from './labelPoint.ts'
import type { Ring } from './localPlane.ts'
import { mergeSlivers } from './mergeSlivers.ts'
import { polygonsOf, toMultiPolygon } from './multiPolygon.ts'
import type { CommunityFact, StreetFact } from './readFacts.ts'

const DISTRICT: Facts = {
  code: DISTRICT_CODE,
  name: '龙岗区',
  level: 'district',
  parentCode: null,
  /** The published figure; the outline itself measures 387.6 km² on the sphere. */
  officialAreaKm2: 388.59,
}

interface AreaProperties extends Area {
  /** How far the community's centre may be off; communities only. */
  estimatedErrorMetres?: number
}

type Facts = Omit<AreaProperties, 'geometryStatus' | 'labelPoint'>

interface AreaFeature {
  type: 'Feature'
  properties: AreaProperties
  geometry: MultiPolygon
}

function buildLevel(edges: readonly BoundaryEdge[], areas: Facts[]): { features: AreaFeature[] } {
  const features = areas.map((facts): AreaFeature => {
    const polygons = polygonsOf(edges, facts.code)
    const labelPoint = findLabelPoint(polygons[0]!)
    return {
      type: 'Feature',
      properties: { ...facts, geometryStatus: 'schematic', labelPoint },
      geometry: toMultiPolygon(polygons),
    }
  })
  return { features }
}

const streetFacts = ({ code, name, officialAreaKm2 }: StreetFact): Facts => ({
  code,
  name,
  level: 'street',
  parentCode: DISTRICT.code,
  officialAreaKm2,
})

const communityFacts = (community: CommunityFact): Facts => ({
  code: community.code,
  name: community.name,
  level: 'community',
  parentCode: community.streetCode,
  officialAreaKm2: null,
  estimatedErrorMetres: community.estimatedErrorMetres,
})

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
    streets: buildLevel(streetEdges, streets.map(streetFacts)),
    communities: buildLevel(edges, communities.map(communityFacts)),
  }
}
