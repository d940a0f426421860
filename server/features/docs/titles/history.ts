import type { HISTORY_CONTRACT } from '#data/contract/analysis/history'
import type { EndpointTitles } from '../endpointTitles.ts'

export const HISTORY_TITLES: EndpointTitles<typeof HISTORY_CONTRACT> = {
  getHistoryColumns: {
    title: '风险点历史列数据',
    example: '/api/risk-points/history.arrow?part=hiddenDangers',
  },
}
