import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Whether the long texts of the standing notes are open. */
export const useNotesStore = defineStore('notes', () => {
  const open = ref(false)
  return { open, show: () => (open.value = true), hide: () => (open.value = false) }
})
