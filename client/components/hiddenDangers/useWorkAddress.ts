import { computed } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'

/**
 * What stands over the sections of the work page is in the address too, so that a reload and a link
 * find it: `?danger=DEMO-H-00001` opens a hidden danger, `?register=new` the registration of a visit.
 */
export function useWorkAddress() {
  const route = useRoute()
  const router = useRouter()
  const textOf = (name: string) => {
    const value = route.query[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const to = (
    changes: Readonly<Record<string, string | undefined>>,
  ): { query: LocationQueryRaw } => ({
    query: Object.fromEntries(
      Object.entries({ ...route.query, ...changes }).filter(([, value]) => value !== undefined),
    ),
  })

  return {
    textOf,
    to,
    danger: computed(() => textOf('danger')),
    openDanger: (code: string) => router.push(to({ danger: code })),
    closeDanger: () => router.push(to({ danger: undefined })),
    replace: (changes: Readonly<Record<string, string | undefined>>) => router.replace(to(changes)),
  }
}
