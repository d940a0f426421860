import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

/** What a write did to a risk point. */
export type Written = {
  key: 'written'
  what: 'created' | 'saved' | 'retired' | 'restored' | 'reviewCalled' | 'undone'
  code: string
  name: string
  version: number
  /** A lowering that waits for approval and changes nothing else makes none. */
  madeVersion: boolean
  /** There is a change to take back. */
  canUndo: boolean
  /** This write asked for a lowering: the level stays until the district has approved it. */
  awaitsApproval: boolean
  /** The request that waits after this write, asked for by it or before. */
  pendingDowngradeId: number | null
}

/** What there is to tell once; `status` is 0 when the server could not be reached. */
export type Notice = { key: 'error.openPoint'; status: number } | { key: 'error.link' } | Written

/** Whether the long texts of the standing notes are open, and what there is to tell at the moment. */
export const useNotesStore = defineStore('notes', () => {
  const open = ref(false)
  const notice = shallowRef<Notice | null>(null)

  return {
    open,
    notice,
    show: () => (open.value = true),
    hide: () => (open.value = false),
    tell: (next: Notice) => (notice.value = next),
    dismiss: () => (notice.value = null),
  }
})
