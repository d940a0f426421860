import { computed, onScopeDispose, watch } from 'vue'
import { usePlaceStore } from '../../stores/place.ts'
import { useTimelineStore } from '../../stores/timeline.ts'

/** Asks for the curve of what is open for as long as somebody looks at it. */
export function useCurveOfPlace() {
  const timeline = useTimelineStore()
  const place = usePlaceStore()
  const code = computed(() => place.place.parkCode ?? place.place.areaCode)
  timeline.join()
  const stop = watch(code, (next) => timeline.ask(next), { immediate: true })
  onScopeDispose(() => {
    stop()
    timeline.part()
  })
}
