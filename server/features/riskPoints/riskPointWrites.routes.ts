import type { GradingThresholds } from '#data/grading/grade'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { supersedePending } from '../downgrades/downgrades.queries.ts'
import { editRecord, markOf } from '../versions/editRecord.ts'
import { requireInUse, requireRetired } from '../versions/history.ts'
import { applyChange } from './editing/applyChange.ts'
import { callReview } from './editing/callReview.ts'
import { createRiskPoint } from './editing/createRiskPoint.ts'
import type { EditingContext } from './editing/planChange.ts'
import { resolvePlace } from './editing/resolvePlace.ts'
import { undoChange } from './editing/undoChange.ts'
import { readRiskPointDetail } from './riskPointDetail.ts'
import { listRiskPointVersions, lockRiskPoint } from './riskPointRecord.queries.ts'
import { updateRiskPoint } from './riskPointWrites.queries.ts'

type Keys =
  | 'createRiskPoint'
  | 'updateRiskPoint'
  | 'retireRiskPoint'
  | 'restoreRiskPoint'
  | 'undoRiskPoint'
  | 'callReview'

const RISK_POINT = {
  name: 'risk point',
  lock: lockRiskPoint,
  versions: listRiskPointVersions,
  read: readRiskPointDetail,
} as const

export function riskPointWriteHandlers(
  { clock }: Services,
  thresholds: GradingThresholds,
): Pick<Handlers, Keys> {
  const context = (): EditingContext => ({ thresholds, today: clock.today() })
  return {
    createRiskPoint: ({ body, actor, write }) =>
      write(async (transaction) => {
        const code = await createRiskPoint(body, { transaction, actor, clock }, context())
        return readRiskPointDetail(transaction, clock, code)
      }),
    updateRiskPoint: (request) =>
      editRecord(RISK_POINT, request, clock, (current, editing) =>
        applyChange(current, request.body, editing, context()),
      ),
    retireRiskPoint: (request) =>
      editRecord(RISK_POINT, request, clock, async (current, editing) => {
        requireInUse(current)
        const mark = markOf(editing, 'retire', request.body.reason)
        const facts = { ...current, retiredAt: mark.at.toISOString() }
        await supersedePending(editing.transaction, current.id, { ...mark, reason: '风险点已注销' })
        await updateRiskPoint(editing.transaction, current.id, facts, mark)
      }),
    restoreRiskPoint: (request) =>
      editRecord(RISK_POINT, request, clock, async (current, editing) => {
        requireRetired(current)
        await resolvePlace(editing.transaction, current.parkCode, current.enterpriseCode)
        const mark = markOf(editing, 'restore', request.body.reason)
        await updateRiskPoint(
          editing.transaction,
          current.id,
          { ...current, retiredAt: null },
          mark,
        )
      }),
    undoRiskPoint: (request) =>
      editRecord(RISK_POINT, request, clock, (current, editing) =>
        undoChange(current, request.body.reason, editing),
      ),
    callReview: (request) =>
      editRecord(RISK_POINT, request, clock, async (current, editing) => {
        requireInUse(current)
        await callReview(current, request.body, editing)
      }),
  }
}
