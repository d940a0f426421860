import type { COMPARISON_CONTRACT } from '#data/contract/analysis/comparison'
import type { EndpointTitles } from '../endpointTitles.ts'

export const COMPARISON_TITLES: EndpointTitles<typeof COMPARISON_CONTRACT> = {
  comparePlaces: {
    title: '两地对比',
    example: '/api/comparison?left=440307017&right=440307019',
  },
}
