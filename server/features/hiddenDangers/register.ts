import type { FindingOutcome } from '#data/domain/checks'
import { HIDDEN_DANGER_ACTIONS } from '#data/domain/hiddenDangerActions'
import { beforeDiscovery } from '#data/domain/hiddenDangerFacts'
import type { HiddenDangerCategory, HiddenDangerSource } from '#data/domain/hiddenDangers'
import {
  basisOf,
  findClause,
  findMajorClause,
  noSuchClause,
  suggestsMajor,
} from '#data/domain/proposeSeverity'
import type { Labels } from '#data/domain/locales'
import type { Editing } from '../versions/editRecord.ts'
import { refused } from '../../http/problems.ts'
import { incomplete, splitNote } from './act.ts'
import { insertEvent } from './hiddenDangerRecord.queries.ts'
import {
  findFindingPlace,
  insertHiddenDanger,
  nextHiddenDangerCode,
  type FindingPlace,
} from './registration.queries.ts'

/** What the finder says of it, of a visit or without one. */
export type Finding = {
  location: string
  description: string
  category: HiddenDangerCategory
  clauseNumber?: number | undefined
  riskPointCode?: string | undefined
  note?: string | undefined
  outcome: FindingOutcome
  deadline?: string | undefined
}

/** Where, when and by whom it was found. */
export type Discovery = {
  parkCode: string
  enterpriseCode: string | null
  checkId: number | null
  source: HiddenDangerSource
  department: string
  foundOn: string
}

/** The gravest that it may be: what the finder, the clause or the words of the finding suggest. */
export function suspectedOutcome({ outcome, clauseNumber, description }: Finding): FindingOutcome {
  if (outcome === 'rectifiedOnTheSpot') return outcome
  return suggestsMajor(clauseNumber ?? null, description) ? 'suspectedMajor' : outcome
}

/**
 * Registers what was found; the first event makes the record.
 * @param parameter where the finding stands in the body: `findings.0.`, or nothing
 * @returns its code
 * @throws HttpProblem 422 with all that is missing
 */
export async function registerFinding(
  { transaction, actor, clock }: Editing,
  finding: Finding,
  discovery: Discovery,
  parameter = '',
): Promise<string> {
  const today = clock.today()
  const missing = missingOf(finding, discovery, today)
  if (missing.length > 0) throw incomplete(`${parameter}deadline`, missing)
  const place = await requirePlace({ transaction, actor, clock }, finding, discovery, parameter)
  const onTheSpot = finding.outcome === 'rectifiedOnTheSpot'
  const action = onTheSpot ? 'registerOnTheSpot' : 'register'
  const state = HIDDEN_DANGER_ACTIONS[action].to
  const code = await nextHiddenDangerCode(transaction)
  const at = clock.now()
  const { parkCode, enterpriseCode, checkId, source, department, foundOn } = discovery
  const hiddenDangerId = await insertHiddenDanger(transaction, {
    ...finding,
    ...place,
    code,
    parkCode,
    enterpriseCode,
    checkId,
    source,
    clauseNumber: finding.clauseNumber ?? null,
    onTheSpot,
    suspectedMajor: suspectedOutcome(finding) === 'suspectedMajor',
    state,
    foundOn,
    deadline: finding.deadline ?? foundOn,
    registeredBy: actor.name,
    registeredDepartment: department,
    registeredAt: at,
    // Whoever runs the place answers for what is wrong in it (安全生产法第41条).
    responsibleUnit: enterpriseCode === null ? place.operator : place.enterpriseName,
    responsiblePerson: place.safetyOfficer,
  })
  await insertEvent(transaction, {
    hiddenDangerId,
    sequence: 1,
    areaCode: place.areaCode,
    action,
    fromState: null,
    toState: state,
    at,
    by: actor.name,
    ...splitNote(finding),
  })
  return code
}

/** What a finding lacks to be registered. */
function missingOf(
  { outcome, clauseNumber, description, deadline }: Finding,
  { foundOn }: Discovery,
  today: string,
): Labels[] {
  const missing: Labels[] = []
  if (outcome === 'rectifiedOnTheSpot') {
    const clause = findMajorClause(clauseNumber ?? null, description)
    if (clause) {
      const basis = basisOf(clause, today)
      missing.push({
        'zh-CN': `“${clause.text}”疑似重大事故隐患(依据${basis}),须经核定,不能当场销号。请改为“疑似重大”登记。`,
        en: `“${clause.text}” is suspected to be a major hidden danger (${basis}): it must be assessed and cannot be closed on the spot. Register it as suspected major.`,
      })
    }
  } else if (deadline === undefined) {
    missing.push({
      'zh-CN': '须填写整改期限;只有当场整改的不需要期限。',
      en: 'A deadline is needed; only what is rectified on the spot has none.',
    })
  } else if (deadline < foundOn) missing.push(beforeDiscovery(deadline, foundOn))
  if (foundOn > today) {
    missing.push({
      'zh-CN': `发现日 ${foundOn} 晚于今天(${today}),请核对。`,
      en: `The day of discovery ${foundOn} is after today (${today}): correct it.`,
    })
  }
  return missing
}

async function requirePlace(
  { transaction }: Editing,
  { clauseNumber, riskPointCode }: Finding,
  { parkCode, enterpriseCode }: Discovery,
  parameter: string,
): Promise<FindingPlace> {
  if (clauseNumber !== undefined && !findClause(clauseNumber)) {
    throw refused(`${parameter}clauseNumber`, noSuchClause(clauseNumber))
  }
  const place = await requirePark({ transaction }, parkCode, enterpriseCode, riskPointCode ?? null)
  if (riskPointCode !== undefined && place.riskPointId === null) {
    throw refused(`${parameter}riskPointCode`, {
      'zh-CN': `该园区、企业没有编号为 ${riskPointCode} 的在册风险点。请重新选择,或留空。`,
      en: `There is no registered risk point ${riskPointCode} in that park or enterprise: choose another, or leave it out.`,
    })
  }
  return place
}

/** @throws HttpProblem 422 where there is no such park, or no such enterprise in it */
export async function requirePark(
  { transaction }: Pick<Editing, 'transaction'>,
  parkCode: string,
  enterpriseCode: string | null,
  riskPointCode: string | null = null,
): Promise<FindingPlace> {
  const place = await findFindingPlace(transaction, parkCode, enterpriseCode, riskPointCode)
  if (!place) {
    throw refused('parkCode', {
      'zh-CN': `没有编号为 ${parkCode} 的园区。请从园区列表中选择。`,
      en: `There is no park ${parkCode}: choose one of /api/parks.`,
    })
  }
  if (enterpriseCode !== null && place.enterpriseName === null) {
    throw refused('enterpriseCode', {
      'zh-CN': `园区${place.parkName}没有编号为 ${enterpriseCode} 的在册企业。请重新选择,或留空(检查园区本身)。`,
      en: `There is no registered enterprise ${enterpriseCode} in the park ${parkCode}: choose another, or leave it out for the park itself.`,
    })
  }
  return place
}
