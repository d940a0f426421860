import { useEventListener } from '@vueuse/core'
import { computed, onBeforeUnmount, shallowRef, watch, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import { useEditorStore } from '../../stores/editor.ts'
import { usePlaceStore, type Place } from '../../stores/place.ts'
import { readPlace } from '../../url.ts'

const codeOf = ({ areaCode, parkCode, riskPointCode, asOf }: Place) =>
  [riskPointCode ?? parkCode ?? areaCode, asOf].join()

/**
 * Every way out of a form asks before a text is lost: Esc and 取消, moves to another place, Back and
 * links. An untouched form just closes.
 */
export function useLeaving(dirty: Readonly<Ref<boolean>>, forget: () => void) {
  const editor = useEditorStore()
  const place = usePlaceStore()
  const router = useRouter()
  /** Someone who waits for the answer, besides a move that the place store holds. */
  const waiting = shallowRef<((leave: boolean) => void) | null>(null)
  const asking = computed(() => waiting.value !== null || place.held !== null)

  watch(dirty, () => (place.holding = dirty.value), { immediate: true })

  function close() {
    forget()
    place.holding = false
    editor.finish()
  }
  /** The answer to the question; without a form to lose it is given at once. */
  function answer(leave: boolean) {
    const asked = waiting.value
    waiting.value = null
    if (leave) close()
    place.release(leave)
    asked?.(leave)
  }
  function leave() {
    if (dirty.value) waiting.value = () => {}
    else close()
  }

  // A form belongs to the place it was opened at.
  const opened = codeOf(place.place)
  watch(
    () => codeOf(place.place),
    (code) => code !== opened && editor.task && close(),
  )

  const dropGuard = router.beforeEach((to) => {
    const isHere = to.name === 'overview' && codeOf(readPlace(to.query)) === codeOf(place.place)
    if (isHere || !dirty.value || !place.holding) return true
    return new Promise<boolean>((resolve) => {
      waiting.value = resolve
    })
  })
  // On the document: after what handles Esc for itself, before the window, where it goes up a place.
  useEventListener(document, 'keydown', (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return
    event.stopPropagation()
    if (event.isComposing) return
    // The same key would close the dialog that asks as soon as it is open.
    event.preventDefault()
    leave()
  })
  onBeforeUnmount(() => {
    dropGuard()
    place.holding = false
    // The page was left with an untouched form: coming back it is not open any more.
    editor.finish()
  })

  return { asking, answer, leave, close }
}
