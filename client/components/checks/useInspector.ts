import { useLocalStorage } from '@vueuse/core'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useWriter } from '../../composables/useWriter.ts'
import { inspectorSchema, type Inspector } from './checkDraft.ts'

/** Who makes the visits: as last time in this browser, at first in the name of the page. */
export function useInspector() {
  const { t } = useI18n()
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
        department: t('hiddenDangers.register.departments.street'),
        inspector: writer.value ?? '',
      },
    set: (next) => {
      stored.value = JSON.stringify(next)
    },
  })
}
