import type {
  Clusters,
  HexagonFacts,
  Hexagons,
  HotspotClass,
  Hotspots,
  Surface,
} from '../../../../../client/analysis/analysisProtocol.ts'

const FACTS = { located: 520, withoutCoordinates: 4, totalWeight: 549 }

/** A regular hexagon around a place, as a closed ring of seven positions. */
const ring = (longitude: number, latitude: number) =>
  [0, 1, 2, 3, 4, 5, 0].map((corner): [number, number] => [
    longitude + 0.004 * Math.cos((corner * Math.PI) / 3),
    latitude + 0.0035 * Math.sin((corner * Math.PI) / 3),
  ])

const features = <Facts>(list: readonly Facts[]) => ({
  type: 'FeatureCollection' as const,
  features: list.map((properties, index) => ({
    type: 'Feature' as const,
    geometry: { type: 'Polygon' as const, coordinates: [ring(114 + index * 0.01, 22.6)] },
    properties,
  })),
})

export const SURFACE: Surface = {
  ...FACTS,
  bands: {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        geometry: { type: 'MultiPolygon', coordinates: [[ring(114, 22.6)]] },
        properties: { band: 0, from: 0.5, to: 1 },
      },
    ],
  },
  breaks: [0.5, 1, 2, 4, 8, 16],
  peak: { perSquareKilometre: 12.34, longitude: 114, latitude: 22.6 },
  bandwidthMetres: 850,
  cellMetres: 250,
  drawnError: 0.008,
  pace: 'rest',
  clipped: true,
  milliseconds: { density: 1, bands: 1, clip: 1 },
}

const hexagon = (id: string, highestRank: number, perSquareKilometre: number): HexagonFacts => ({
  id,
  count: 3,
  weight: 2,
  highestRank,
  perSquareKilometre,
})

export const HEXAGONS: Hexagons = {
  ...FACTS,
  hexagons: features([hexagon('1,1', 1, 12), hexagon('1,2', 4, 0.4)]),
  edgeMetres: 400,
  breaks: [0.4, 2, 8],
  milliseconds: 1,
}

const spot = (id: string, significance: HotspotClass) => ({
  ...hexagon(id, 2, 3),
  significance,
  z: significance / 40,
  p: 0.01,
})

export const HOTSPOTS: Hotspots = {
  ...FACTS,
  hexagons: features([spot('1,1', 99), spot('1,2', 0), spot('1,3', -95)]),
  edgeMetres: 400,
  neighbourMetres: 700,
  correction: 'falseDiscoveryRate',
  tested: 930,
  occupied: 320,
  hotUncorrected: 80,
  counts: { 99: 41, 95: 12, 90: 6, 0: 866, [-90]: 3, [-95]: 2, [-99]: 0 },
  hotShare: 0.43,
  hotCommunities: [{ areaCode: '440307013002', weight: 30 }],
  untestable: null,
  milliseconds: 1,
}

export const CLUSTERS: Clusters = {
  ...FACTS,
  clusters: {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [114, 22.6] },
        properties: { count: 1200, weight: 40, highest: 'major' },
      },
    ],
  },
  milliseconds: 1,
}
