import type { HiddenDangerEventBody } from '#data/contract/hiddenDangerBodies'
import type { HiddenDangerState } from '#data/domain/hiddenDangers'
import { suggestsMajor } from '#data/domain/proposeSeverity'
import type { HiddenDangerRecord } from './hiddenDangerRecord.queries.ts'

type Action = HiddenDangerEventBody['action']
type BodyOf<A extends Action> = Extract<HiddenDangerEventBody, { action: A }>
/** What a step is taken with besides its body. */
type Step = { at: Date; into: HiddenDangerRecord | null }
type Fields = Partial<HiddenDangerRecord>
type Change<A extends Action> = (body: BodyOf<A>, record: HiddenDangerRecord, step: Step) => Fields

const nothing = (): Fields => ({})

/** The texts on record with those given put over them. */
function merged(
  before: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> {
  const entries = Object.entries(given).flatMap(([key, text]) =>
    text === undefined ? [] : [[key, text] as const],
  )
  return { ...before, ...Object.fromEntries(entries) }
}

/** The fields that each step sets beside the state. */
const CHANGES: { [A in Action]: Change<A> } = {
  assess: ({ severity, basis }) => ({ severity, severityBasis: basis ?? null }),
  returnToRegistrant: nothing,
  resubmit: (body, record) => {
    const description = body.description ?? record.description
    const clauseNumber = body.clauseNumber === undefined ? record.clauseNumber : body.clauseNumber
    return {
      location: body.location ?? record.location,
      description,
      category: body.category ?? record.category,
      clauseNumber,
      // Other words may raise the suspicion; only whoever assesses it takes it away.
      suspectedMajor: record.suspectedMajor || suggestsMajor(clauseNumber, description),
    }
  },
  dismiss: nothing,
  assign: (body, record) => ({
    responsibleUnit: body.responsibleUnit ?? record.responsibleUnit,
    responsiblePerson: body.responsiblePerson ?? record.responsiblePerson,
    deadline: body.deadline ?? record.deadline,
    fiveRequirements: merged(record.fiveRequirements, body.fiveRequirements),
    rectificationPlan: merged(record.rectificationPlan, body.rectificationPlan),
    fundsYuan: body.fundsYuan ?? record.fundsYuan,
  }),
  submitRectification: ({ rectifiedOn, fundsYuan }, record) => ({
    rectifiedOn,
    fundsYuan: fundsYuan ?? record.fundsYuan,
  }),
  passReview: nothing,
  failReview: () => ({ rectifiedOn: null }),
  close: (_, _record, { at }) => ({ closedAt: at.toISOString() }),
  requestExtension: ({ deadline }) => ({ requestedDeadline: deadline }),
  approveExtension: (_, { requestedDeadline }) => ({ extendedDeadline: requestedDeadline }),
  rejectExtension: nothing,
  reassess: ({ severity, basis }) => ({ severity, severityBasis: basis, rectifiedOn: null }),
  escalate: ({ level }) => ({ handlingLevel: level }),
  supervise: ({ level, documentNumber, deadline }, _, { at }) => ({
    supervision: { level, documentNumber, deadline, at: at.toISOString(), endedAt: null },
  }),
  endSupervision: (_, { supervision }, { at }) => ({
    supervision: supervision && { ...supervision, endedAt: at.toISOString() },
  }),
  control: ({ measures }) => ({ controlMeasures: measures }),
  transfer: () => ({ rectifiedOn: null }),
  returnFromEnforcement: nothing,
  merge: (_, _record, { into }) => ({ mergedInto: into?.id ?? null }),
}

/** The record as a step leaves it, which is its next version. */
export function applyEvent<A extends Action>(
  body: BodyOf<A> & { action: A },
  record: HiddenDangerRecord,
  toState: HiddenDangerState,
  step: Step,
): HiddenDangerRecord {
  const change = CHANGES[body.action] as Change<A>
  const next = { ...record, ...change(body, record, step) }
  return {
    ...next,
    state: toState,
    version: record.version + 1,
    // A request waits in its own state only, however it is left.
    requestedDeadline: toState === 'extensionRequested' ? next.requestedDeadline : null,
  }
}
