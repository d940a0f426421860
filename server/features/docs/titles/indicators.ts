import type { INDICATORS_CONTRACT } from '#data/contract/indicators'
import type { EndpointTitles } from '../endpointTitles.ts'

export const INDICATORS_TITLES: EndpointTitles<typeof INDICATORS_CONTRACT> = {
  getIndicators: { title: '指标', example: '/api/indicators?area=440307017&period=2026-10' },
  listMonths: { title: '近12个月', example: '/api/indicators/months?area=440307' },
  listFreezes: { title: '月末冻结', example: '/api/freezes' },
  freezeMonth: { title: '冻结一个月', example: '' },
  correctIndicator: { title: '更正冻结数', example: '' },
  listDecisions: { title: '批示事项', example: '/api/decisions?open=true' },
  makeDecision: { title: '批示、转办、催办、回告', example: '' },
  getAgenda: { title: '需区级研究', example: '/api/agenda?area=440307' },
}
