import type { LayerKey } from '#data/domain/layers'
import type { LayerSpecification } from 'maplibre-gl'
import { areaLabels } from './layers/areaLabel.layers.ts'
import { areaFills, areaOutlines } from './layers/area.layers.ts'
import { clusterCounts } from './layers/cluster.layers.ts'
import { consequenceLabels, consequenceRings } from './layers/consequence.layers.ts'
import { ground, neighbourNames } from './layers/ground.layers.ts'
import { demonstrationStars, parkGrounds, parkNames } from './layers/park.layers.ts'
import {
  drawsBuildings,
  goesPlain,
  hidesBadges,
  OVERLAY_ORDER,
  type MapOverlays,
} from '../stores/overlays.ts'
import { EMPTY, type BaseState, type Scene, type SceneState } from './scene.ts'

type Builder = (state: BaseState) => LayerSpecification[]
const nothing: Builder = () => []

/** Every layer of the registry: what it draws below the points, and what above them. */
const LAYER_BUILDERS: Record<LayerKey, { below: Builder; above: Builder }> = {
  neighbours: { below: nothing, above: neighbourNames },
  measure: { below: areaFills, above: nothing },
  parks: { below: parkGrounds, above: parkNames },
  // The marks themselves are deck.gl's: see riskPointLayers.
  riskPoints: { below: nothing, above: clusterCounts },
  hazardSources: { below: nothing, above: nothing },
  demonstrationParks: { below: nothing, above: demonstrationStars },
  // Its marks are elements above the map: see WorkPermitMarks.
  workPermits: { below: nothing, above: nothing },
  consequences: { below: consequenceRings, above: consequenceLabels },
  badges: { below: nothing, above: areaLabels },
}

/** Labels above the points, always; of two that collide the later one wins. */
const ABOVE: readonly LayerKey[] = [
  'neighbours',
  'riskPoints',
  'parks',
  'demonstrationParks',
  'badges',
  'consequences',
]

/** The layer that the points are drawn beneath: the first of all labels. */
export const POINTS_BEFORE = 'points-end'

function labelPoints(
  features: readonly { properties: { labelPoint: [number, number] } }[],
): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: features.map(({ properties }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: properties.labelPoint },
    })),
  }
}

/** Label points change only with the geography, so they are made once for each. */
function memoised<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>()
  return (key) => {
    const value = made.get(key) ?? make(key)
    made.set(key, value)
    return value
  }
}
const labelPointsOf = memoised(
  ({ features }: { features: readonly { properties: { labelPoint: [number, number] } }[] }) =>
    labelPoints(features),
)

type Base = Scene & Record<'below' | 'grounds' | 'above', Scene['layers']>

/** All but the overlays: what costs, and stays the same while a tool's answer changes. Pure. */
export function buildBase(given: BaseState, plain: boolean, badges: boolean): Base {
  const { visibility } = given
  const measure = visibility.measure && !plain
  const state = {
    ...given,
    visibility: { ...visibility, measure, badges: visibility.badges && badges },
  }
  const { areas, neighbours, parks } = state.geography
  return {
    sources: {
      areas: areas as GeoJSON.FeatureCollection,
      areaLabels: labelPointsOf(areas),
      neighbours: (neighbours ?? EMPTY) as GeoJSON.FeatureCollection,
      neighbourLabels: neighbours ? labelPointsOf(neighbours) : EMPTY,
      parks: (parks ?? EMPTY) as GeoJSON.FeatureCollection,
      parkLabels: parks ? labelPointsOf(parks) : EMPTY,
      clusters: state.clusters ?? EMPTY,
      buildings: state.buildings ?? EMPTY,
      consequences: state.consequences ?? EMPTY,
    },
    below: [...ground(state), ...LAYER_BUILDERS.measure.below(state)],
    grounds: [...areaOutlines(state), ...LAYER_BUILDERS.parks.below(state)],
    layers: [
      ...LAYER_BUILDERS.consequences.below(state),
      { id: POINTS_BEFORE, type: 'background', layout: { visibility: 'none' } },
    ],
    above: ABOVE.flatMap((key) => LAYER_BUILDERS[key].above(state)),
  }
}

/** The base with the overlays between its layers. Pure. */
export function layOver(
  { sources, below, grounds, layers, above }: Base,
  overlays: MapOverlays,
): Scene {
  const shown = OVERLAY_ORDER.flatMap((key) => overlays[key] ?? [])
  return {
    sources: Object.assign(
      {},
      sources,
      drawsBuildings(overlays) && { buildings: EMPTY },
      ...shown.map((overlay) => overlay.sources),
    ),
    layers: [
      ...below,
      ...shown.flatMap((overlay) => overlay.below),
      ...grounds,
      ...shown.flatMap((overlay) => overlay.onGrounds ?? []),
      ...layers,
      ...shown.flatMap((overlay) => overlay.above),
      ...above,
    ],
  }
}

/** The picture of a state: sources and layers, nothing else. Pure. */
export const buildScene = (state: SceneState): Scene =>
  layOver(buildBase(state, goesPlain(state.overlays), !hidesBadges(state.overlays)), state.overlays)
