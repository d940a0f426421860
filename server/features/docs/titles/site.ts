import type { SITE_CONTRACT } from '#data/contract/site/site'
import type { EndpointTitles } from '../endpointTitles.ts'

export const SITE_TITLES: EndpointTitles<typeof SITE_CONTRACT> = {
  getSite: { title: '园区图层', example: '' },
  getLearning: { title: '整改前后与学习', example: '' },
  getAlike: { title: '最相似的示范园区', example: '' },
  listMeasures: { title: '可复制措施', example: '/api/measures' },
  addRectification: { title: '登记整改', example: '' },
  addRectificationPhoto: { title: '上传整改照片', example: '' },
  getRectificationPhoto: { title: '整改照片', example: '' },
  addExchange: { title: '登记交流会或参观', example: '' },
  listTours: { title: '全部导览', example: '/api/tours' },
  getTour: { title: '园区导览', example: '' },
  updateTour: { title: '修改导览', example: '' },
}
