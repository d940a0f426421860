import type {
  GeoJSONSource,
  LayerSpecification,
  Map as MapLibreMap,
  StyleSpecification,
} from 'maplibre-gl'
import type { Scene } from './scene.ts'

/** The style of a first scene, for the map's construction. */
export function styleOf(scene: Scene): StyleSpecification {
  return {
    version: 8,
    sources: Object.fromEntries(
      Object.entries(scene.sources).map(([id, data]) => [id, { type: 'geojson', data }]),
    ),
    layers: [...scene.layers],
    transition: { duration: 200, delay: 0 },
  }
}

const sameValue = (left: unknown, right: unknown) =>
  left === right || JSON.stringify(left) === JSON.stringify(right)

type Properties = Readonly<Record<string, unknown>>

function changedProperties(previous: Properties = {}, next: Properties = {}): [string, unknown][] {
  const names = new Set([...Object.keys(previous), ...Object.keys(next)])
  return [...names]
    .filter((name) => !sameValue(previous[name], next[name]))
    .map((name) => [name, next[name]])
}

function applyLayer(map: MapLibreMap, previous: LayerSpecification, next: LayerSpecification) {
  const filterOf = (layer: LayerSpecification) => ('filter' in layer ? layer.filter : undefined)
  if (!sameValue(filterOf(previous), filterOf(next))) map.setFilter(next.id, filterOf(next))
  const skip = { validate: false }
  for (const [name, value] of changedProperties(previous.layout, next.layout)) {
    map.setLayoutProperty(next.id, name as never, value as never, skip)
  }
  for (const [name, value] of changedProperties(previous.paint, next.paint)) {
    map.setPaintProperty(next.id, name as never, value as never, skip)
  }
}

/** Carries the differences of two scenes to the map; equal parts cost a comparison. */
export function applyScene(map: MapLibreMap, previous: Scene, next: Scene): void {
  for (const [id, data] of Object.entries(next.sources)) {
    if (previous.sources[id] !== data) void (map.getSource(id) as GeoJSONSource).setData(data)
  }
  next.layers.forEach((layer, index) => {
    const before = previous.layers[index]
    if (before && before !== layer) applyLayer(map, before, layer)
  })
}
