import { useSessionStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed } from 'vue'

/**
 * The enterprise whose card stands in its park's card; none when another park is opened. A reload
 * finds it again, with the form that may be open in it.
 */
export const useOpenEnterpriseStore = defineStore('openEnterprise', () => {
  const storage = useSessionStorage<string | null>('longgang.enterprise', null, {
    listenToStorageChanges: false,
  })
  return {
    current: computed(() => {
      const [parkCode, code] = (storage.value ?? '').split(' ')
      return parkCode && code ? { parkCode, code } : null
    }),
    open: (parkCode: string, code: string) => {
      storage.value = `${parkCode} ${code}`
    },
    close: () => {
      storage.value = null
    },
  }
})
