import { watchDebounced } from '@vueuse/core'
import { computed, ref, watch, type Ref } from 'vue'
import { useAreas, useParks } from '../../api/queries.ts'
import { boundsAround } from '../../map/geometry.ts'
import { useCameraStore } from '../../stores/camera.ts'
import { useEditorStore, type EditorTask } from '../../stores/editor.ts'
import type { Draft } from './draft.ts'
import { isInside } from './pointInPolygon.ts'
import type { ReadPosition } from './readPosition.ts'

/** Typing pauses this long before the map goes where the text says. */
const PAUSE_MILLISECONDS = 600

/** Where a position lies: its park, whether that is the chosen one, and whether it is far away. */
export function usePositionContext(
  task: EditorTask,
  draft: Ref<Draft>,
  position: Readonly<Ref<ReadPosition>>,
) {
  const editor = useEditorStore()
  const camera = useCameraStore()
  const { data: parks } = useParks()
  const { data: areas } = useAreas()

  const place = computed(() =>
    position.value.kind === 'read'
      ? ([position.value.longitude, position.value.latitude] as [number, number])
      : null,
  )
  const parkHere = computed(() => {
    const here = place.value
    return here
      ? (parks.value?.features.find(({ geometry }) => isInside(here, geometry))?.properties ?? null)
      : null
  })
  /** The district's outline is schematic, and the server judges; here it only warns. */
  const isFarAway = computed(() => {
    const here = place.value
    const district = areas.value?.features.find(({ properties }) => properties.level === 'district')
    return Boolean(here && district && !isInside(here, district.geometry))
  })
  const isOtherPark = computed(
    () =>
      task.kind !== 'move' &&
      parkHere.value !== null &&
      draft.value.parkCode !== '' &&
      parkHere.value.code !== draft.value.parkCode,
  )

  function takePark(code: string) {
    draft.value = { ...draft.value, parkCode: code, enterpriseCode: '' }
  }
  // A new point belongs to the park it lies in, until somebody chooses another.
  const proposed = ref('')
  watch(parkHere, (park) => {
    if (!park || task.kind !== 'create') return
    if (draft.value.parkCode && draft.value.parkCode !== proposed.value) return
    proposed.value = park.code
    takePark(park.code)
  })

  // What is typed may lie out of sight; what is clicked does not.
  watchDebounced(
    place,
    (here) => {
      if (!here || isFarAway.value || editor.picked || !camera.bounds) return
      const [west, south, east, north] = camera.bounds
      const [longitude, latitude] = here
      const isSeen = longitude > west && longitude < east && latitude > south && latitude < north
      if (!isSeen) camera.want({ bounds: boundsAround(longitude, latitude) })
    },
    { debounce: PAUSE_MILLISECONDS },
  )

  return { place, parkHere, isFarAway, isOtherPark, takePark }
}
