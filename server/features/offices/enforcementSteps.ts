import type { EnforcementCreation, EnforcementStep } from '#data/contract/offices/enforcement'
import {
  FIRST_ACTIONS,
  nextEnforcementState,
  noEnforcementEdge,
  type EnforcementKind,
} from '#data/domain/enforcement'
import { HttpProblem, refused } from '../../http/problems.ts'
import type { Editing } from '../versions/editRecord.ts'
import {
  findSourceDanger,
  listEnforcementEvents,
  type EnforcementRow,
} from './enforcement.queries.ts'
import {
  insertEnforcement,
  insertEnforcementEvent,
  moveEnforcement,
  type NewEnforcement,
} from './enforcementWrites.queries.ts'
import { requireCounted } from './enforcementWithdrawal.ts'
import { nextCode } from './place.queries.ts'
import { requirePast, requireRecordPlace } from './place.ts'

type Facts = Omit<NewEnforcement, 'code' | 'state' | 'decidedOn' | 'closedOn' | 'by' | 'at'>

/** Writes a record with its first event. @returns its code */
async function create(
  { transaction, actor, clock }: Editing,
  facts: Facts,
  note: string | null,
): Promise<string> {
  const code = await nextCode(transaction, 'enforcement_codes')
  const action = FIRST_ACTIONS[facts.kind]
  const state = nextEnforcementState(null, action)
  if (!state) throw new Error(`${action} makes no record`)
  const isDone = facts.kind === 'inspection' || facts.kind === 'fine'
  const mark = { by: actor.name, at: clock.now() }
  const id = await insertEnforcement(transaction, {
    ...facts,
    ...mark,
    code,
    state,
    decidedOn: facts.kind === 'case' ? null : facts.openedOn,
    closedOn: isDone ? facts.openedOn : null,
  })
  await insertEnforcementEvent(transaction, {
    ...mark,
    id,
    areaCode: facts.areaCode,
    sequence: 1,
    action,
    fromState: null,
    toState: state,
    happenedOn: facts.openedOn,
    note,
  })
  return code
}

/**
 * Registers what the enforcement did. @returns its code
 * @throws HttpProblem 422 for a place, a hidden danger, a sum or a day that cannot be
 */
export async function registerEnforcement(
  editing: Editing,
  body: EnforcementCreation,
): Promise<string> {
  requirePast('openedOn', body.openedOn, editing.clock.today())
  requireFine(body.kind, body.fineYuan)
  const { areaCode, fictitious } = await requireRecordPlace(editing.transaction, body)
  const facts: Facts = {
    areaCode,
    fictitious,
    parkCode: body.parkCode,
    enterpriseCode: body.enterpriseCode ?? null,
    hiddenDangerId: await requireSource(editing, body),
    caseId: null,
    kind: body.kind,
    subject: body.subject,
    basis: body.basis ?? null,
    officer: body.officer,
    documentNumber: body.documentNumber ?? null,
    openedOn: body.openedOn,
    fineYuan: body.fineYuan ?? null,
  }
  return create(editing, facts, body.note ?? null)
}

function requireFine(kind: EnforcementKind, fineYuan: number | undefined): void {
  if (kind === 'fine' && fineYuan === undefined) {
    throw refused('fineYuan', {
      'zh-CN': '罚款须填写金额(元)。',
      en: 'A fine needs its sum in yuan.',
    })
  }
  if (kind !== 'fine' && fineYuan !== undefined) {
    throw refused('fineYuan', {
      'zh-CN': '只有“罚款”登记金额;案件的罚款在“决定”一步填写。',
      en: 'Only a fine has a sum; that of a case comes with its decision.',
    })
  }
}

/** A case from a hidden danger is against whom it was found at, and after it was handed over. */
async function requireSource(
  { transaction }: Editing,
  { hiddenDangerCode, parkCode, enterpriseCode, kind }: EnforcementCreation,
): Promise<number | null> {
  if (hiddenDangerCode === undefined) return null
  const danger = await findSourceDanger(transaction, hiddenDangerCode)
  if (
    !danger ||
    danger.parkCode !== parkCode ||
    danger.enterpriseCode !== (enterpriseCode ?? null)
  ) {
    throw refused('hiddenDangerCode', {
      'zh-CN': `隐患 ${hiddenDangerCode} 不在所选园区、企业名下。请核对编号,或改选对象。`,
      en: `The hidden danger ${hiddenDangerCode} is not of this park and enterprise: check the code or the party.`,
    })
  }
  if (kind === 'case' && danger.state !== 'transferred') {
    throw refused('hiddenDangerCode', {
      'zh-CN': `隐患 ${hiddenDangerCode} 尚未“移交执法”。请先在隐患中移交,再立案。`,
      en: `The hidden danger ${hiddenDangerCode} was not handed to enforcement yet: do that first.`,
    })
  }
  return danger.id
}

/**
 * Takes a case one step on, or lifts a suspension.
 * @throws HttpProblem 409 where there is no such edge, 422 for a day before the last step
 */
export async function stepEnforcement(
  editing: Editing,
  current: EnforcementRow,
  step: EnforcementStep,
): Promise<void> {
  const { transaction, actor, clock } = editing
  requireCounted(current)
  const state = nextEnforcementState(current.state, step.action)
  if (!state) throw new HttpProblem('alreadyDone', noEnforcementEdge(current.state, step.action))
  requirePast('happenedOn', step.happenedOn, clock.today())
  await requireOrder(editing, current, step.happenedOn)
  const version = current.version + 1
  const ends = state === 'closed' || state === 'withdrawn' || state === 'lifted'
  await moveEnforcement(transaction, current.id, {
    state,
    version,
    decidedOn: step.action === 'decide' ? step.happenedOn : undefined,
    closedOn: ends ? step.happenedOn : undefined,
    documentNumber: 'documentNumber' in step ? step.documentNumber : undefined,
  })
  await insertEnforcementEvent(transaction, {
    id: current.id,
    areaCode: current.areaCode,
    sequence: version,
    action: step.action,
    fromState: current.state,
    toState: state,
    happenedOn: step.happenedOn,
    at: clock.now(),
    by: actor.name,
    note: noteOf(step),
  })
  if (step.action === 'decide') await createPenalties(editing, current, step)
}

async function requireOrder(
  { transaction }: Editing,
  { id }: EnforcementRow,
  happenedOn: string,
): Promise<void> {
  const last = (await listEnforcementEvents(transaction, id)).at(-1)
  if (!last || happenedOn >= last.happenedOn) return
  throw refused('happenedOn', {
    'zh-CN': `上一步在 ${last.happenedOn},这一步不能更早。请核对日期。`,
    en: `The step before was on ${last.happenedOn}; this one cannot be earlier.`,
  })
}

function noteOf(step: EnforcementStep): string | null {
  if (step.action === 'decide') return step.decision
  if (step.action === 'close') return step.result
  if (step.action === 'withdraw' || step.action === 'lift') return step.reason
  return step.note ?? null
}

/** What a case decides counts as a fine and as a suspension of its own. */
async function createPenalties(
  editing: Editing,
  current: EnforcementRow,
  step: Extract<EnforcementStep, { action: 'decide' }>,
): Promise<void> {
  const facts: Facts = {
    areaCode: current.areaCode,
    parkCode: current.parkCode,
    enterpriseCode: current.enterpriseCode,
    hiddenDangerId: current.hiddenDangerId,
    caseId: current.id,
    kind: 'fine',
    subject: current.subject,
    basis: current.basis,
    officer: current.officer,
    documentNumber: step.documentNumber ?? current.documentNumber,
    openedOn: step.happenedOn,
    fineYuan: step.fineYuan ?? null,
    fictitious: current.fictitious,
  }
  if (step.fineYuan !== undefined) await create(editing, facts, step.decision)
  if (step.suspend) {
    await create(editing, { ...facts, kind: 'suspension', fineYuan: null }, step.decision)
  }
}
