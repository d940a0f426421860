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

/** Sources and layers of tools come and go; a layer that came has its place below the next one. */
function applyOutline(map: MapLibreMap, previous: Scene, next: Scene) {
  const wanted = new Set(next.layers.map(({ id }) => id))
  const had = new Set(previous.layers.map(({ id }) => id))
  for (const id of had) if (!wanted.has(id)) map.removeLayer(id)
  for (const id of Object.keys(previous.sources)) if (!next.sources[id]) map.removeSource(id)
  for (const [id, data] of Object.entries(next.sources)) {
    if (!previous.sources[id]) map.addSource(id, { type: 'geojson', data })
    else if (previous.sources[id] !== data) void map.getSource<GeoJSONSource>(id)?.setData(data)
  }
  next.layers.forEach((layer, index) => {
    if (had.has(layer.id)) return
    const above = next.layers.slice(index + 1).find(({ id }) => had.has(id))
    map.addLayer(layer, above?.id)
  })
}

/** Carries the differences of two scenes to the map; equal parts cost a comparison. */
export function applyScene(map: MapLibreMap, previous: Scene, next: Scene): void {
  applyOutline(map, previous, next)
  const before = new Map(previous.layers.map((layer) => [layer.id, layer]))
  for (const layer of next.layers) {
    const known = before.get(layer.id)
    if (known && known !== layer) applyLayer(map, known, layer)
  }
}
