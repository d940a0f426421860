import type { HiddenDangerAction } from '../../domain/hiddenDangerActions.ts'
import { fiveRequirementsOf, rectificationPlanOf } from './majorTexts.ts'
import { districtOfficerOf, registrantOf, streetOfficerOf } from './people.ts'
import type { Finding } from './visit.ts'

/** What the events of one hidden danger speak of; days as they are written. */
export type Facts = {
  finding: Finding
  words: string
  unit: string
  /** Null where nobody noted it. */
  person: string | null
  deadline: string
  extendedDeadline: string
  requestedDeadline: string
  fundsYuan: number | null
  severityBasis: string | null
  supervisionNumber: string | null
  supervisionDeadline: string | null
  mergedInto: string | null
}
type Told = { by: string; details: Record<string, unknown> }

const CONTROL = '停用相关设备,设警戒和专人看守,整改完成前不得作业(演示)'

/** Who did it, and the fields that it set; a request that nobody has decided is pending. */
export function detailsOf(
  action: HiddenDangerAction,
  facts: Facts,
  day: string,
  isPending: boolean,
): Told {
  const { finding } = facts
  const registrant = registrantOf(finding).person
  const street = streetOfficerOf(finding)
  const district = districtOfficerOf(finding)
  const enterprise = facts.person ?? facts.unit
  const told: Partial<Record<HiddenDangerAction, Told>> = {
    register: { by: registrant, details: {} },
    registerOnTheSpot: { by: registrant, details: {} },
    assess: { by: street, details: assessment(facts) },
    returnToRegistrant: { by: street, details: { reason: '部位不清,请补充(演示)' } },
    dismiss: { by: street, details: { reason: '现场核实不属实(演示)' } },
    control: { by: street, details: { measures: CONTROL } },
    assign: { by: street, details: assignment(facts) },
    escalate: {
      by: street,
      details: { level: facts.supervisionNumber ? 'district' : 'street', reason: '逾期未改(演示)' },
    },
    supervise: {
      by: district,
      details: {
        level: 'district',
        documentNumber: facts.supervisionNumber,
        deadline: facts.supervisionDeadline,
      },
    },
    endSupervision: { by: district, details: { documentNumber: facts.supervisionNumber } },
    requestExtension: {
      by: enterprise,
      details: {
        deadline: isPending ? facts.requestedDeadline : facts.extendedDeadline,
        reason: '配件到货延迟(演示)',
      },
    },
    approveExtension: { by: street, details: {} },
    transfer: { by: street, details: { reason: '逾期且拒不整改(演示)' } },
    submitRectification: {
      by: enterprise,
      details: { rectifiedOn: day, result: '已按要求整改(演示)' },
    },
    failReview: { by: registrant, details: { reviewer: registrant, reason: '整改不到位(演示)' } },
    passReview: { by: registrant, details: { reviewer: registrant, result: '复查合格(演示)' } },
    close: { by: street, details: {} },
    merge: { by: street, details: { into: facts.mergedInto, reason: '同一隐患,属地已登记(演示)' } },
  }
  const found = told[action]
  if (!found) throw new RangeError(`the demo tells nothing of ${action}`)
  return found
}

function assessment({ severityBasis }: Facts): Record<string, unknown> {
  return severityBasis ? { severity: 'major', basis: severityBasis } : { severity: 'general' }
}

function assignment(facts: Facts): Record<string, unknown> {
  const { unit, person, deadline, fundsYuan, words } = facts
  const general = { responsibleUnit: unit, ...(person ? { responsiblePerson: person } : {}) }
  if (fundsYuan === null || person === null) return general
  return {
    ...general,
    fundsYuan,
    fiveRequirements: fiveRequirementsOf(unit, person, deadline, fundsYuan),
    rectificationPlan: rectificationPlanOf(words, unit, person, deadline, fundsYuan),
  }
}
