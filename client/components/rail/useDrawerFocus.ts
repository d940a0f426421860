import { nextTick, watch, type Ref } from 'vue'

/**
 * The focus goes with the drawer: into the one that opens, back to the button of one that closed, and
 * to the drawer itself when the control that had it is taken away.
 * @param buttonOf the button that opens a drawer
 */
export function useDrawerFocus<Key>(
  open: () => Key | null,
  drawer: Readonly<Ref<HTMLElement | null>>,
  buttonOf: (key: Key) => HTMLElement | undefined,
) {
  watch(open, async (next, previous) => {
    const hadFocus = drawer.value?.contains(document.activeElement) ?? false
    await nextTick()
    if (next !== null) drawer.value?.focus({ preventScroll: true })
    else if (hadFocus && previous !== null) buttonOf(previous)?.focus()
  })

  watch(drawer, (element, _, onCleanup) => {
    if (!element) return
    let held: EventTarget | null = null
    const hold = ({ target }: FocusEvent) => (held = target)
    const observer = new MutationObserver(() => {
      const isLost = held instanceof Element && !held.isConnected
      if (isLost && document.activeElement === document.body) {
        element.focus({ preventScroll: true })
      }
    })
    element.addEventListener('focusin', hold)
    observer.observe(element, { childList: true, subtree: true })
    onCleanup(() => {
      element.removeEventListener('focusin', hold)
      observer.disconnect()
    })
  })
}
