import type { HIDDEN_DANGERS_CONTRACT } from '#data/contract/hiddenDangers'
import type { EndpointTitles } from '../endpointTitles.ts'

export const HIDDEN_DANGERS_TITLES: EndpointTitles<typeof HIDDEN_DANGERS_CONTRACT> = {
  listHiddenDangers: { title: '隐患列表', example: '/api/hidden-dangers?open=true&limit=10' },
  countHiddenDangers: { title: '待办隐患数', example: '/api/hidden-dangers/counts' },
  proposeSeverity: {
    title: '疑似重大事故隐患提示',
    example:
      '/api/hidden-dangers/severity-proposal?q=%E7%A0%82%E5%85%89%E9%99%A4%E5%B0%98%E7%A7%AF%E5%B0%98',
  },
  getHiddenDanger: { title: '隐患详情', example: '' },
  registerHiddenDanger: { title: '登记隐患', example: '' },
  actOnHiddenDanger: { title: '办理隐患', example: '' },
  addPhoto: { title: '上传隐患照片', example: '' },
  getPhoto: { title: '隐患照片', example: '' },
  listChecks: { title: '检查记录', example: '/api/checks?limit=10' },
  getCheck: { title: '检查记录详情', example: '' },
  registerCheck: { title: '检查登记', example: '' },
  withdrawCheck: { title: '撤回检查记录', example: '' },
  listCheckPlan: { title: '检查计划', example: '/api/check-plan?limit=10' },
  makeCheckPlan: { title: '生成检查计划', example: '' },
}
