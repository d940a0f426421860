import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** Which park, and which of its procedures, the address has open. */
export function useParkAddress() {
  const route = useRoute()
  const router = useRouter()
  const read = (name: string) => {
    const value = route.query[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const open = (query: Record<string, string | undefined>) =>
    router.push({
      query: { ...route.query, park: undefined, grading: undefined, ...query },
    })
  return {
    park: computed(() => read('park')),
    grading: computed(() => read('grading')),
    openPark: (park: string) => open({ park }),
    openGrading: (grading: number, park?: string) => open({ grading: String(grading), park }),
    close: () => open({}),
  }
}
