import type { GradingEventInput } from '#data/contract/parkRecordBodies'
import type { GradingDetail, GradingListItem } from '#data/contract/parkRecordResponses'
import { GRADING_STATES, gradingMachine, isParkGrade } from '#data/domain/gradingMachine'
import type { Clock } from '../../clock.ts'
import type { Queryable } from '../../db/Db.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { HttpProblem, notFound, refused } from '../../http/problems.ts'
import { markOf, type Editing } from '../versions/editRecord.ts'
import {
  findGrading,
  insertGrading,
  insertGradingEvent,
  listGradingEvents,
  listGradings,
  listOpenMajors,
  lockGrading,
  updateGrading,
  type NewGradingEvent,
} from './gradings.queries.ts'
import { lockPark, updatePark } from './parkFacts.queries.ts'
import { requireIndependent } from './requireIndependent.ts'
import { scoreStage, type StageScores } from './scoreStage.ts'

type Keys = 'listGradings' | 'openGrading' | 'getGrading' | 'actOnGrading'

export function gradingProcedureHandlers({ clock }: Services): Pick<Handlers, Keys> {
  return {
    listGradings: async ({ query, read }) => ({
      items: await read((transaction) => listGradings(transaction, query)),
      asOf: clock.asOf(),
      source: clock.source,
      fictitious: clock.fictitious,
    }),
    getGrading: ({ params, read }) =>
      read((transaction) => readDetail(transaction, clock, Number(params.id))),
    openGrading: ({ body, actor, write }) =>
      write(async (transaction) => {
        const park = await lockPark(transaction, body.parkCode)
        if (!park) throw notFound('park', body.parkCode)
        const by = { by: actor.name, at: clock.now() }
        const state = 'selfAssessment' as const
        const { areaCode, grade: gradeBefore } = park
        const grading = { ...by, ...{ parkCode: park.code, areaCode, gradeBefore, state } }
        const id = await insertGrading(transaction, { ...grading, purpose: body.purpose })
        if (id === null) throw alreadyOpen(park.name)
        await insertGradingEvent(transaction, {
          ...unscored(body.note ?? null),
          ...by,
          ...{ gradingId: id, areaCode, sequence: 1, action: 'open', fromState: null },
          toState: state,
        })
        return readDetail(transaction, clock, id)
      }),
    actOnGrading: ({ params, body, version, actor, write }) =>
      write(async (transaction) => {
        const editing = { transaction, actor, clock }
        const grading = await requireGrading(transaction, Number(params.id), version)
        await takeStep(editing, grading, body)
        return readDetail(transaction, clock, grading.id)
      }),
  }
}

function alreadyOpen(parkName: string): HttpProblem {
  return new HttpProblem('alreadyDone', {
    'zh-CN': `${parkName}已有同类程序在办。请先办结或撤回,再发起新的。`,
    en: `${parkName} has a procedure of this kind under way: finish or withdraw it first.`,
  })
}

/** The park is locked first, as every write of it does, so that two writes never wait for each other. */
async function requireGrading(
  transaction: Queryable,
  id: number,
  version: number,
): Promise<GradingListItem> {
  const found = await findGrading(transaction, id)
  if (!found) throw notFound('grading', String(id))
  await lockPark(transaction, found.parkCode)
  await lockGrading(transaction, id)
  const grading = (await findGrading(transaction, id))!
  if (grading.version === version) return grading
  const state = GRADING_STATES[grading.state].labels
  throw new HttpProblem('stale', {
    'zh-CN': `他人已办理下一步,现为“${state['zh-CN']}”。请刷新后再办理;您填写的内容没有丢失。`,
    en: `Somebody took a step meanwhile; it is “${state.en}” now. Load it again, then go on.`,
  })
}

async function takeStep(
  editing: Editing,
  grading: GradingListItem,
  input: GradingEventInput,
): Promise<void> {
  const { transaction, actor, clock } = editing
  const to = gradingMachine.next(grading.state, input.action)
  if (to === null) throw refused('action', gradingMachine.noSuchEdge(grading.state, input.action))
  const at = clock.now()
  const openMajors = await listOpenMajors(transaction, grading.parkCode)
  if ('scores' in input) {
    requireIndependent(input, await listGradingEvents(transaction, grading.id))
  }
  const stage = 'scores' in input ? scoreStage(grading.purpose, input, openMajors) : null
  const sequence = grading.version + 1
  const note = 'reason' in input ? input.reason : (input.note ?? null)
  await insertGradingEvent(transaction, {
    ...unscored(note),
    ...(stage && 'scores' in input
      ? { ...stage, party: input.party, evaluator: input.evaluator }
      : {}),
    ...{ gradingId: grading.id, areaCode: grading.areaCode, sequence, action: input.action },
    ...{ fromState: grading.state, toState: to, at, by: actor.name },
  })
  await updateGrading(transaction, grading.id, {
    state: to,
    version: sequence,
    total: stage?.total ?? grading.total,
    outcome: stage?.outcome ?? grading.outcome,
    decidedAt: GRADING_STATES[to].open ? null : at,
  })
  if (to === 'effective' && stage) await giveGrade(editing, grading, stage)
}

/** 生效: the grade becomes that of the park, which keeps what it was in its history. */
async function giveGrade(
  editing: Editing,
  { id, parkCode }: GradingListItem,
  { outcome, total, overrideReason }: StageScores,
): Promise<void> {
  if (!isParkGrade(outcome)) return
  const park = await lockPark(editing.transaction, parkCode)
  if (!park || park.grade === outcome) return
  const reason = `分级评定 ${id} 生效:总分 ${total}${overrideReason ? `;从严:${overrideReason}` : ''}`
  const mark = markOf(editing, 'regrade', reason)
  await updatePark(editing.transaction, { ...park, grade: outcome }, mark)
}

/** A step without scores. */
function unscored(note: string | null): Pick<NewGradingEvent, 'note' | keyof typeof UNSCORED> {
  return { ...UNSCORED, note }
}
const UNSCORED = {
  party: null,
  evaluator: null,
  scores: null,
  total: null,
  computedOutcome: null,
  outcome: null,
  overrideReason: null,
} as const

async function readDetail(
  transaction: Queryable,
  clock: Clock,
  id: number,
): Promise<GradingDetail> {
  const grading = await findGrading(transaction, id)
  if (!grading) throw notFound('grading', String(id))
  return {
    ...grading,
    events: await listGradingEvents(transaction, id),
    possibleActions: gradingMachine.possible(grading.state),
    openMajors: await listOpenMajors(transaction, grading.parkCode),
    asOf: clock.asOf(),
    source: clock.source,
    fictitious: clock.fictitious,
  }
}
