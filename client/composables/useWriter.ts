import { computed } from 'vue'
import { useHealth } from '../api/health.ts'

/** In whose name this page writes; null while the server lets nobody write. */
export function useWriter() {
  const { data } = useHealth()
  return computed(() => data.value?.writer ?? null)
}
