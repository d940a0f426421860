import { watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useCameraStore } from '../stores/camera.ts'
import { useFiltersStore } from '../stores/filters.ts'
import { useLayersStore } from '../stores/layers.ts'
import { useNotesStore } from '../stores/notes.ts'
import { usePlaceStore, type Place } from '../stores/place.ts'
import { useToolQueryStore } from '../stores/toolQuery.ts'
import { readCamera, readFilters, readLayers, readMeasure, readPlace, writeView } from '../url.ts'

/**
 * The address is the view: place, filters, layers, measure, tools and camera, written on every change and
 * read on every arrival. A new place is a step that Back undoes; the rest replaces the address.
 */
export function useUrlState() {
  const route = useRoute()
  const router = useRouter()
  const place = usePlaceStore()
  const filters = useFiltersStore()
  const layers = useLayersStore()
  const camera = useCameraStore()
  const notes = useNotesStore()
  const tools = useToolQueryStore()

  const address = () => ({
    ...writeView({
      place: place.place,
      filters: filters.filters,
      visibility: layers.visibility,
      measure: layers.measure,
      // A flight has no camera worth keeping; where it ends is written when it ends.
      camera: camera.moving ? null : camera.current,
    }),
    ...tools.query,
  })

  function arrive() {
    const query = route.query
    const linked = readCamera(query)
    const linkedPlace = readPlace(query)
    if (query.area && linkedPlace.areaCode !== query.area) notes.tell({ key: 'error.link' })
    place.open(linkedPlace, { fly: linked === null })
    filters.replace(readFilters(query))
    layers.replace(readLayers(query))
    layers.choose(readMeasure(query))
    tools.arrive(query, linked !== null)
    if (linked) camera.want({ camera: linked })
  }

  // What this page wrote itself needs no reading; only Back, Forward and links arrive.
  let written = ''
  /** While another page takes over, the address is no longer the map's. */
  const isHere = () => route.name === 'overview'
  watch(
    () => route.fullPath,
    (path) => path !== written && isHere() && arrive(),
    { immediate: true },
  )

  // One after the other: a replace that overtook a push would cancel it and lose the step back.
  let writing = Promise.resolve()
  function write(method: 'push' | 'replace') {
    writing = writing.then(() => writeNow(method)).catch(console.error)
  }
  async function writeNow(method: 'push' | 'replace') {
    if (!isHere()) return
    const target = router.resolve({ path: route.path, query: address() })
    if (target.fullPath === route.fullPath) return
    written = target.fullPath
    await router[method](target)
  }

  /** The deepest thing that is open: a correction of what it lies in is no step of its own. */
  const deepest = ({ areaCode, parkCode, riskPointCode, asOf }: Place) =>
    asOf ?? riskPointCode ?? parkCode ?? areaCode

  watch(
    () => place.place,
    (next, previous) => write(deepest(next) === deepest(previous) ? 'replace' : 'push'),
  )
  watch(
    [() => filters.filters, () => layers.visibility, () => layers.measure, () => tools.query],
    () => write('replace'),
  )
  watch([() => camera.current, () => camera.moving], () => camera.moving || write('replace'))
}
