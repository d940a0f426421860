import { useMediaQuery, useWindowSize } from '@vueuse/core'
import { computed } from 'vue'

/** The size of the page's type against 16 px, so that the map's labels grow with it on walls. */
export function useTextScale() {
  const { width } = useWindowSize()
  return computed(() => {
    void width.value
    return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
  })
}

/** A phone: the panel is a sheet from below. The same width as in the style sheets. */
export const usePhone = () => useMediaQuery('(max-width: 719px)')
