import type { EndpointKey } from '#data/contract'
import { AROUND_TITLES } from './titles/around.ts'
import { COMPARISON_TITLES } from './titles/comparison.ts'
import { HISTORY_TITLES } from './titles/history.ts'
import { CAMPAIGNS_TITLES } from './titles/campaigns.ts'
import { HIDDEN_DANGERS_TITLES } from './titles/hiddenDangers.ts'
import { INDICATORS_TITLES } from './titles/indicators.ts'
import { OFFICES_TITLES } from './titles/offices.ts'
import { PARK_RECORDS_TITLES } from './titles/parkRecords.ts'
import { SITE_TITLES } from './titles/site.ts'

/** A title for every endpoint of a part of the contract. */
export type EndpointTitles<Part> = Record<keyof Part, { title: string; example: string }>

/** What each endpoint is about, in Chinese; an address to try where one says more than the path. */
export const ENDPOINT_TITLES: Record<EndpointKey, { title: string; example: string }> = {
  getLiveness: { title: '进程存活', example: '/api/health/live' },
  getHealth: { title: '服务就绪', example: '/api/health' },
  listAreas: { title: '行政区域', example: '/api/areas?level=street' },
  listNeighbours: { title: '周边区域', example: '/api/neighbours' },
  listFigures: { title: '各级数量', example: '/api/figures' },
  getSummary: { title: '区域概况', example: '/api/summary?area=440307' },
  listParks: { title: '工业园区', example: '/api/parks?demonstration=true' },
  getPark: { title: '园区详情', example: '' },
  getRiskPointColumns: { title: '风险点列数据', example: '/api/risk-points.arrow' },
  listRiskPoints: { title: '风险点列表', example: '/api/risk-points?level=major&limit=10' },
  getRiskPoint: { title: '风险点详情', example: '' },
  search: { title: '搜索', example: '/api/search?q=bt' },
  getGradingSettings: { title: '分级方法与界限', example: '/api/grading' },
  gradeLec: { title: 'LEC 分级', example: '/api/grading/lec?l=6&e=6&c=15' },
  gradeRiskMatrix: {
    title: '风险矩阵分级',
    example: '/api/grading/risk-matrix?likelihood=4&severity=4',
  },
  gradeMajorHazard: { title: '重大危险源辨识分级', example: '' },
  estimateConsequences: { title: '事故后果估算', example: '' },
  getSurroundings: {
    title: '周边情况',
    example: '/api/surroundings?longitude=114.2&latitude=22.7&radii=200,500',
  },
  createRiskPoint: { title: '登记风险点', example: '' },
  updateRiskPoint: { title: '修改风险点', example: '' },
  retireRiskPoint: { title: '注销风险点', example: '' },
  restoreRiskPoint: { title: '恢复风险点', example: '' },
  undoRiskPoint: { title: '撤销风险点变更', example: '' },
  callReview: { title: '要求复评', example: '' },
  getRiskPointHistory: { title: '风险点变更记录', example: '' },
  listDowngrades: { title: '降级申请', example: '/api/downgrades?state=pending' },
  decideDowngrade: { title: '降级审批', example: '' },
  createHazardSource: { title: '登记危险源', example: '' },
  getHazardSource: { title: '危险源详情', example: '' },
  updateHazardSource: { title: '修改危险源', example: '' },
  retireHazardSource: { title: '注销危险源', example: '' },
  restoreHazardSource: { title: '恢复危险源', example: '' },
  undoHazardSource: { title: '撤销危险源变更', example: '' },
  getHazardSourceHistory: { title: '危险源变更记录', example: '' },
  createEnterprise: { title: '登记企业', example: '' },
  getEnterprise: { title: '企业详情', example: '' },
  updateEnterprise: { title: '修改企业', example: '' },
  retireEnterprise: { title: '注销企业', example: '' },
  restoreEnterprise: { title: '恢复企业', example: '' },
  undoEnterprise: { title: '撤销企业变更', example: '' },
  getEnterpriseHistory: { title: '企业变更记录', example: '' },
  getQuality: { title: '数据质量', example: '/api/quality' },
  listQualityItems: { title: '数据质量明细', example: '/api/quality/missingCoordinates?limit=10' },
  reportError: { title: '报错', example: '' },
  resolveErrorReport: { title: '报错处理', example: '' },
  listAccidentTypes: { title: '事故类型', example: '/api/registries/accident-types' },
  listIndustries: { title: '行业', example: '/api/registries/industries' },
  listSubstances: { title: '危险化学品临界量', example: '/api/registries/substances' },
  listClauses: { title: '条款', example: '/api/registries/clauses' },
  ...HIDDEN_DANGERS_TITLES,
  ...CAMPAIGNS_TITLES,
  ...PARK_RECORDS_TITLES,
  ...OFFICES_TITLES,
  ...INDICATORS_TITLES,
  ...HISTORY_TITLES,
  ...COMPARISON_TITLES,
  ...AROUND_TITLES,
  ...SITE_TITLES,
}
