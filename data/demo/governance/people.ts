import type { HiddenDangerSource } from '../../domain/hiddenDangers.ts'
import { COMMUNITY_ROWS } from '../communityTable.ts'
import { operatorOfPark } from '../createParks.ts'
import { hash } from '../random.ts'
import { STREET_TABLE } from '../streetTable.ts'
import type { Finding, Visit } from './visit.ts'

const COMMUNITY_NAMES = new Map<string, string>(
  COMMUNITY_ROWS.map(({ code, name }) => [code, name]),
)
/** So many people of an office are on the road. */
const INSPECTORS = { community: 3, street: 6, other: 9 } as const
const OTHER_DEPARTMENTS = [
  '消防救援部门(演示)',
  '市场监管部门(演示)',
  '住房建设部门(演示)',
] as const

/** A name of CONTENT.md 5.1, the same for the same office and number: 演示安全员A07. */
function personOf(role: string, office: string, number: number): string {
  const key = hash('person', role, office, number)
  const letter = String.fromCharCode(65 + (key % 26))
  return `${role}${letter}${String(1 + ((key >>> 8) % 99)).padStart(2, '0')}`
}

export type Registrant = { department: string; person: string }

/** Who made a visit: the community, the street, the district or a third party. */
export function inspectorOf({ kind, park, day, tenant }: Visit): Registrant {
  const turn = hash('visit', day, park.code, tenant?.code ?? '')
  const street = `${STREET_TABLE[park.streetCode].name}街道应急办`
  if (kind === 'spotCheck') return member('区应急管理局', INSPECTORS.other, turn)
  if (kind === 'thirdParty') return member('第三方机构(演示)', INSPECTORS.other, turn)
  if (kind === 'campaign' || turn % 5 < 2) return member(street, INSPECTORS.street, turn)
  const community = COMMUNITY_NAMES.get(park.areaCode)
  return member(`${community}社区工作站`, INSPECTORS.community, turn)
}

function member(department: string, people: number, turn: number): Registrant {
  return { department, person: personOf('演示安全员', department, (turn >>> 4) % people) }
}

const REGISTRANTS: Record<HiddenDangerSource, (finding: Finding) => Registrant> = {
  check: (finding) => fieldOffice(finding),
  spotCheck: (finding) => fieldOffice(finding),
  selfReport: ({ tenant, park }) => ({
    department: tenant?.name ?? `${park.name}管理处`,
    person: tenant?.safetyOfficer ?? personOf('演示安全员', park.code, 1),
  }),
  hotline: ({ registered }) => ({
    department: '12350举报受理(演示)',
    person: personOf('演示接线员', '12350', registered % 4),
  }),
  otherDepartment: ({ registered, park }) => {
    const department = OTHER_DEPARTMENTS[hash(registered, park.code) % OTHER_DEPARTMENTS.length]!
    return { department, person: personOf('演示检查员', department, registered % 5) }
  },
}

/** Of those from before the year the visit is not in the data: the street's office registered them. */
function fieldOffice({ visit, park, tenant, registered }: Finding): Registrant {
  if (visit) return inspectorOf(visit)
  return inspectorOf({ kind: 'routine', park, tenant, day: registered, findings: [] })
}

export const registrantOf = (finding: Finding): Registrant => REGISTRANTS[finding.source](finding)

/** Who decides in the street, and who for the district. */
export const streetOfficerOf = ({ park, registered }: Finding): string =>
  personOf('演示街道安监员', park.streetCode, registered % 3)
export const districtOfficerOf = ({ registered }: Finding): string =>
  personOf('演示区安监员', '区', registered % 4)

/** 责任单位 and 责任人: the enterprise, or on common ground who runs the park, or who owns it. */
export function responsibleOf({ tenant, park }: Finding, seed: number): Registrant {
  return {
    department: tenant?.name ?? operatorOfPark(park, seed) ?? `${park.name}产权人(演示)`,
    person: tenant?.safetyOfficer ?? personOf('演示责任人', tenant?.code ?? park.code, 1),
  }
}
