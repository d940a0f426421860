import type {
  CheckDetail,
  HiddenDangerCounts,
  HiddenDangerDetail,
  HiddenDangerItem,
} from '../../../data/contract/hiddenDangerResponses.ts'
import { READS } from '../quality/answers.ts'
import { HEALTH } from '../quality/records.ts'

const AS_OF = '2026-11-23T09:00:00+08:00'
const SOURCE = '演示数据'

export const ITEM: HiddenDangerItem = {
  code: 'DEMO-H-00001',
  areaCode: '440307013002',
  street: '坂田街道',
  community: '岗头社区',
  parkCode: 'DEMO-P-001',
  parkName: '榕嶂科创园',
  enterpriseCode: 'DEMO-E-00001',
  enterpriseName: '砚序禾五金抛光厂',
  location: '二楼通道',
  description: '疏散通道堆货',
  category: 'fire',
  severity: 'general',
  suspectedMajor: false,
  onTheSpot: false,
  source: 'check',
  state: 'pendingAssessment',
  handlingLevel: 'community',
  responsibleUnit: null,
  responsiblePerson: null,
  foundOn: '2026-11-20',
  registeredAt: '2026-11-20T10:00:00+08:00',
  deadline: '2026-11-27',
  extendedDeadline: null,
  overdue: false,
  closedAt: null,
  supervision: null,
  longitude: 114.05,
  latitude: 22.65,
  fictitious: true,
  version: 1,
}

export const DETAIL: HiddenDangerDetail = {
  ...ITEM,
  clauseNumber: 16,
  severityBasis: null,
  registeredBy: '演示安全员A07',
  registeredDepartment: '街道应急办',
  checkCode: 'DEMO-C-00001',
  riskPointCode: null,
  riskPointName: null,
  requestedDeadline: null,
  fiveRequirements: {},
  rectificationPlan: {},
  fundsYuan: null,
  controlMeasures: null,
  rectifiedOn: null,
  mergedInto: null,
  merged: [],
  events: [
    {
      sequence: 1,
      action: 'register',
      fromState: null,
      toState: 'pendingAssessment',
      at: ITEM.registeredAt,
      by: '演示安全员A07',
      note: null,
      details: {},
    },
  ],
  photos: [],
  actions: ['assess', 'returnToRegistrant', 'dismiss', 'control', 'merge'],
  asOf: AS_OF,
}

export const COUNTS: HiddenDangerCounts = {
  open: 12,
  overdue: 0,
  dueToday: 0,
  dueWithinThreeDays: 2,
  pendingAssessment: 1,
  pendingAssignment: 0,
  pendingReview: 3,
  pendingClosure: 0,
  returned: 1,
  extensionRequested: 0,
  transferred: 0,
  major: 1,
  majorOverdue: 0,
  supervised: 1,
  nails: 1,
  asOf: AS_OF,
  source: SOURCE,
}

export const listOf = (
  items: unknown[],
  nextCursor: string | null = null,
  total = items.length,
) => ({
  items,
  nextCursor,
  total,
  asOf: AS_OF,
  source: SOURCE,
})

export const CHECK: CheckDetail = {
  code: 'DEMO-C-00009',
  areaCode: ITEM.areaCode,
  street: ITEM.street,
  community: ITEM.community,
  parkCode: ITEM.parkCode,
  parkName: ITEM.parkName,
  enterpriseCode: ITEM.enterpriseCode,
  enterpriseName: ITEM.enterpriseName,
  kind: 'routine',
  department: '街道应急办',
  inspector: '演示管理员',
  checkedAt: AS_OF,
  outcome: 'nothingFound',
  remark: null,
  campaignCode: null,
  hiddenDangers: 0,
  openHiddenDangers: 0,
  registeredBy: '演示管理员',
  registeredAt: AS_OF,
  withdrawn: null,
  fictitious: true,
  findings: [],
  asOf: AS_OF,
}

const PLAN_ITEM = {
  month: '2026-11',
  enterpriseCode: 'DEMO-E-00001',
  enterpriseName: '砚序禾五金抛光厂',
  parkCode: ITEM.parkCode,
  parkName: ITEM.parkName,
  areaCode: ITEM.areaCode,
  street: ITEM.street,
  parkGrade: 'C',
  checkCode: null,
  checkedAt: null,
  outcome: null,
  openHiddenDangers: 2,
}
export const PLAN = {
  items: [PLAN_ITEM],
  nextCursor: null,
  planned: 4,
  done: 3,
  asOf: AS_OF,
  source: SOURCE,
}

/** What the page of the work reads besides. */
export const WORK_READS = {
  ...READS,
  'GET /api/health': { ...HEALTH, asOf: AS_OF },
  'GET /api/hidden-dangers': listOf([]),
  'GET /api/hidden-dangers/counts': COUNTS,
  'GET /api/hidden-dangers/severity-proposal': { suspectedMajor: false, matches: [] },
  'GET /api/check-plan': PLAN,
  'GET /api/risk-points': { items: [], nextCursor: null },
}
