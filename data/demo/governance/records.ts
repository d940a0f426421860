import type { CheckKind, CheckOutcome } from '../../domain/checks.ts'
import type { HiddenDangerAction } from '../../domain/hiddenDangerActions.ts'
import type {
  HandlingLevel,
  HiddenDangerCategory,
  HiddenDangerSeverity,
  HiddenDangerSource,
  HiddenDangerState,
} from '../../domain/hiddenDangers.ts'
import type { ParkGrade } from '../../domain/parks.ts'

/** Days are civil days, instants have an offset: "2026-11-20T10:05:00+08:00". */
export type DemoCheck = {
  code: string
  areaCode: string
  parkCode: string
  enterpriseCode: string | null
  kind: CheckKind
  department: string
  inspector: string
  checkedAt: string
  outcome: CheckOutcome
}

export type DemoPlanItem = {
  /** First day of the month. */
  month: string
  enterpriseCode: string
  parkCode: string
  areaCode: string
  parkGrade: ParkGrade
  plannedAt: string
}

export type DemoHiddenDanger = {
  code: string
  areaCode: string
  parkCode: string
  enterpriseCode: string | null
  riskPointCode: string | null
  checkCode: string | null
  source: HiddenDangerSource
  category: HiddenDangerCategory
  clauseNumber: number | null
  location: string
  description: string
  onTheSpot: boolean
  suspectedMajor: boolean
  severity: HiddenDangerSeverity
  severityBasis: string | null
  state: HiddenDangerState
  handlingLevel: HandlingLevel
  foundOn: string
  registeredBy: string
  registeredDepartment: string
  registeredAt: string
  responsibleUnit: string | null
  responsiblePerson: string | null
  deadline: string
  extendedDeadline: string | null
  requestedDeadline: string | null
  fiveRequirements: Record<string, string> | null
  rectificationPlan: Record<string, string> | null
  fundsYuan: number | null
  controlMeasures: string | null
  rectifiedOn: string | null
  closedAt: string | null
  supervisionLevel: 'street' | 'district' | null
  supervisionNumber: string | null
  supervisionDeadline: string | null
  supervisedAt: string | null
  supervisionEndedAt: string | null
  mergedInto: string | null
  version: number
}

export type DemoHiddenDangerEvent = {
  hiddenDangerCode: string
  sequence: number
  areaCode: string
  action: HiddenDangerAction
  fromState: HiddenDangerState | null
  toState: HiddenDangerState
  at: string
  by: string
  note: string | null
  details: Record<string, unknown>
}

export type DemoGovernance = {
  checks: DemoCheck[]
  planItems: DemoPlanItem[]
  hiddenDangers: DemoHiddenDanger[]
  events: DemoHiddenDangerEvent[]
}
