import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

/** What did not work, told once; `status` is 0 when the server could not be reached. */
export type Notice = { key: 'error.openPoint'; status: number } | { key: 'error.link' }

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
