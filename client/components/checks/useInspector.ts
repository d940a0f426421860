import { useLocalStorage } from '@vueuse/core'
import { computed } from 'vue'
import { useWriter } from '../../composables/useWriter.ts'
import { inspectorSchema, type Inspector } from './checkDraft.ts'
import { USUAL_DEPARTMENTS } from './storedWords.ts'

/** Who makes the visits: as last time in this browser, at first in the name of the page. */
export function useInspector() {
  const writer = useWriter()
  const stored = useLocalStorage<string | null>('longgang.inspector', null, {
    listenToStorageChanges: false,
  })
  function readStored(): Inspector | null {
    try {
      return inspectorSchema.safeParse(JSON.parse(stored.value ?? 'null')).data ?? null
    } catch {
      return null
    }
  }
  return computed<Inspector>({
    get: () =>
      readStored() ?? {
        kind: 'routine',
        department: USUAL_DEPARTMENTS[0],
        inspector: writer.value ?? '',
      },
    set: (next) => {
      stored.value = JSON.stringify(next)
    },
  })
}
