import type { CAMPAIGNS_CONTRACT } from '#data/contract/campaigns'
import type { EndpointTitles } from '../endpointTitles.ts'

export const CAMPAIGNS_TITLES: EndpointTitles<typeof CAMPAIGNS_CONTRACT> = {
  listCampaigns: { title: '专项行动', example: '/api/campaigns' },
  createCampaign: { title: '发起专项行动', example: '' },
  getCampaign: { title: '专项行动进度', example: '' },
  listCampaignTargets: { title: '专项对象', example: '' },
  getCampaignTarget: { title: '专项对象详情', example: '' },
  actOnCampaignTarget: { title: '办理专项对象', example: '' },
}
