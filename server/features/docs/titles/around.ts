import type { AROUND_CONTRACT } from '#data/contract/analysis/around'
import type { EndpointTitles } from '../endpointTitles.ts'

export const AROUND_TITLES: EndpointTitles<typeof AROUND_CONTRACT> = {
  getAround: {
    title: '周边分析',
    example: '/api/around?longitude=114.25&latitude=22.72&radius=500',
  },
  getCoverage: { title: '微型消防站覆盖', example: '/api/coverage?area=440307003&minutes=3' },
  getDomino: { title: '连锁影响', example: '/api/domino?area=440307' },
}
