import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

/** What a write did to a risk point. */
export type Written = {
  key: 'written'
  what: 'created' | 'saved' | 'retired' | 'restored' | 'reviewCalled' | 'undone'
  code: string
  name: string
  version: number
  /** There is a change to take back; a lowering that waits for approval has made no version. */
  canUndo: boolean
  /** The level stays until the district has approved the lowering. */
  awaitsApproval: boolean
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
