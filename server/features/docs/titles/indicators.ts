import type { INDICATORS_CONTRACT } from '#data/contract/indicators'
import type { EndpointTitles } from '../endpointTitles.ts'

export const INDICATORS_TITLES: EndpointTitles<typeof INDICATORS_CONTRACT> = {
  getIndicators: { title: '指标', example: '/api/indicators?area=440307017&period=2026-10' },
  listMonths: { title: '近12个月', example: '/api/indicators/months?area=440307' },
}
