import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** The enterprise whose card stands in its park's card; none when another park is opened. */
export const useOpenEnterpriseStore = defineStore('openEnterprise', () => {
  const current = shallowRef<{ parkCode: string; code: string } | null>(null)
  return {
    current,
    open: (parkCode: string, code: string) => {
      current.value = { parkCode, code }
    },
    close: () => {
      current.value = null
    },
  }
})
