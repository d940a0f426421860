import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** Which campaign, which park of it and which target the address has open. */
export function useCampaignAddress() {
  const route = useRoute()
  const router = useRouter()
  const read = (name: string) => {
    const value = route.query[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const go = (query: Record<string, string | undefined>) =>
    router.push({ query: { ...route.query, ...query } })
  return {
    campaign: computed(() => read('campaign')),
    park: computed(() => read('park')),
    target: computed(() => read('target')),
    openCampaign: (campaign: string) => go({ campaign, park: undefined, target: undefined }),
    openTarget: (target: number) => go({ target: String(target) }),
    openArea: (area: string) => go({ area, park: undefined, target: undefined }),
    showWholeCampaign: () => go({ park: undefined, target: undefined }),
    closeTarget: () => go({ target: undefined }),
  }
}
