import type { PARK_RECORDS_CONTRACT } from '#data/contract/parkRecords'
import type { EndpointTitles } from '../endpointTitles.ts'

export const PARK_RECORDS_TITLES: EndpointTitles<typeof PARK_RECORDS_CONTRACT> = {
  listParkRecords: { title: '园区档案列表', example: '/api/park-records?area=440307013' },
  getParkRecord: { title: '一园一档', example: '' },
  updateParkRecord: { title: '修改园区档案', example: '' },
  enterParkStage: { title: '登记整治阶段', example: '' },
  addFourPartyEntry: { title: '登记四方机制', example: '' },
  addStationDrill: { title: '登记微站到场测试', example: '' },
  getParkHistory: { title: '园区变更记录', example: '' },
  listGradings: { title: '分级评定与验收', example: '/api/park-gradings?state=districtReview' },
  openGrading: { title: '发起评定或验收', example: '' },
  getGrading: { title: '评定或验收详情', example: '' },
  actOnGrading: { title: '办理评定或验收', example: '' },
}
