import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

/** What a write did to a risk point; `version` is the one it made, for 撤销. */
export type Written = {
  key: 'written'
  what: 'created' | 'saved' | 'retired' | 'restored' | 'reviewCalled' | 'undone'
  code: string
  name: string
  version: number
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
