import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** The address is the view: `/compare?left=440307017&right=440307019`; each choice is a step. */
export function useCompareAddress() {
  const route = useRoute()
  const router = useRouter()
  const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

  const go = (left: string, right: string) =>
    void router.push({
      path: route.path,
      query: { ...(left && { left }), ...(right && { right }) },
    })

  const sides = computed(() => ({
    left: textOf(route.query.left),
    right: textOf(route.query.right),
  }))
  return {
    left: computed({ get: () => sides.value.left, set: (code) => go(code, sides.value.right) }),
    right: computed({ get: () => sides.value.right, set: (code) => go(sides.value.left, code) }),
    swap: () => go(sides.value.right, sides.value.left),
  }
}
