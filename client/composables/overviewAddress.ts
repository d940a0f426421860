import { ref } from 'vue'

/** The view of the map that was left for another page, so that one link leads back to it. */
export const overviewAddress = ref('/')
