import { onScopeDispose, watch } from 'vue'
import { useExportablesStore, type Exportable, type ExportableKey } from '../stores/exportables.ts'

/**
 * Offers a result for as long as the caller's scope lives and `describe` gives one. Call it where the
 * result lives (the composable that keeps it on the map), not in a drawer, which closes.
 */
export function useExportable(key: ExportableKey, describe: () => Exportable | null): void {
  const store = useExportablesStore()
  watch(describe, (exportable) => store.offer(key, exportable), { immediate: true })
  onScopeDispose(() => store.offer(key, null))
}
