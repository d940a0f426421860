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

type Teller = (facts: Facts, day: string, isPending: boolean) => Told

const byRegistrant = (details: (facts: Facts, name: string) => Told['details']): Teller => {
  return (facts) => {
    const by = registrantOf(facts.finding).person
    return { by, details: details(facts, by) }
  }
}
const byStreet = (details: (facts: Facts) => Told['details']): Teller => {
  return (facts) => ({ by: streetOfficerOf(facts.finding), details: details(facts) })
}
const byDistrict = (details: (facts: Facts) => Told['details']): Teller => {
  return (facts) => ({ by: districtOfficerOf(facts.finding), details: details(facts) })
}
const byEnterprise = (
  details: (facts: Facts, day: string, isPending: boolean) => Told['details'],
): Teller => {
  return (facts, day, isPending) => ({
    by: facts.person ?? facts.unit,
    details: details(facts, day, isPending),
  })
}
const nothing = () => ({})

const TELLERS: Partial<Record<HiddenDangerAction, Teller>> = {
  register: byRegistrant(nothing),
  registerOnTheSpot: byRegistrant(nothing),
  assess: byStreet(assessment),
  returnToRegistrant: byStreet(() => ({ reason: '部位不清,请补充(演示)' })),
  dismiss: byStreet(() => ({ reason: '现场核实不属实(演示)' })),
  control: byStreet(() => ({ measures: CONTROL })),
  assign: byStreet(assignment),
  escalate: byStreet(({ supervisionNumber }) => ({
    level: supervisionNumber ? 'district' : 'street',
    reason: '逾期未改(演示)',
  })),
  supervise: byDistrict(({ supervisionNumber, supervisionDeadline }) => ({
    level: 'district',
    documentNumber: supervisionNumber,
    deadline: supervisionDeadline,
  })),
  endSupervision: byDistrict(({ supervisionNumber }) => ({ documentNumber: supervisionNumber })),
  requestExtension: byEnterprise((facts, _, isPending) => ({
    deadline: isPending ? facts.requestedDeadline : facts.extendedDeadline,
    reason: '配件到货延迟(演示)',
  })),
  approveExtension: byStreet(nothing),
  transfer: byStreet(() => ({ reason: '逾期且拒不整改(演示)' })),
  submitRectification: byEnterprise((__, day) => ({
    rectifiedOn: day,
    result: '已按要求整改(演示)',
  })),
  failReview: byRegistrant((_, name) => ({ reviewer: name, reason: '整改不到位(演示)' })),
  passReview: byRegistrant((_, name) => ({ reviewer: name, result: '复查合格(演示)' })),
  close: byStreet(nothing),
  merge: byStreet(({ mergedInto }) => ({ into: mergedInto, reason: '同一隐患,属地已登记(演示)' })),
}

/** Who did it, and the fields that it set; a request that nobody has decided is pending. */
export function detailsOf(
  action: HiddenDangerAction,
  facts: Facts,
  day: string,
  isPending: boolean,
): Told {
  const tell = TELLERS[action]
  if (!tell) throw new RangeError(`the demo tells nothing of ${action}`)
  return tell(facts, day, isPending)
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
