import {
  ENFORCEMENT_ACTIONS,
  FIRST_ACTIONS,
  type EnforcementAction,
  type EnforcementKind,
  type EnforcementState,
} from '../../domain/enforcement.ts'
import type { Random } from '../random.ts'

/** A hidden danger that was handed to enforcement: a case follows from it. */
export type TransferredDanger = {
  code: string
  parkCode: string
  enterpriseCode: string | null
  description: string
  transferredOn: string
}

export type DemoEnforcementEvent = {
  action: EnforcementAction
  fromState: EnforcementState | null
  toState: EnforcementState
  happenedOn: string
  note: string | null
}
export type DemoEnforcement = {
  code: string
  parkCode: string
  enterpriseCode: string | null
  hiddenDangerCode: string | null
  caseCode: string | null
  kind: EnforcementKind
  state: EnforcementState
  subject: string
  basis: string | null
  officer: string
  documentNumber: string | null
  openedOn: string
  decidedOn: string | null
  closedOn: string | null
  fineYuan: number | null
  events: DemoEnforcementEvent[]
}

export const officerOf = (random: Random) =>
  `演示执法员${String.fromCharCode(65 + random.integer(6))}${String(1 + random.integer(12)).padStart(2, '0')}`

export const NOTHING = {
  hiddenDangerCode: null,
  caseCode: null,
  documentNumber: null,
  fineYuan: null,
} as const

export function firstEvent(kind: EnforcementKind, happenedOn: string): DemoEnforcementEvent {
  const action = FIRST_ACTIONS[kind]
  return {
    action,
    fromState: null,
    toState: ENFORCEMENT_ACTIONS[action].to,
    happenedOn,
    note: null,
  }
}
