import type { RiskPointDetail } from '#data/contract/responses'
import type { Actor } from '#data/domain/roles'
import type { Clock } from '../../../clock.ts'
import type { Queryable } from '../../../db/Db.ts'
import { notFound } from '../../../http/problems.ts'
import { requireVersion } from '../../versions/history.ts'
import { readRiskPointDetail } from '../riskPointDetail.ts'
import {
  listRiskPointVersions,
  lockRiskPoint,
  type RiskPointRow,
} from '../riskPointRecord.queries.ts'
import type { VersionMark } from '../riskPointWrites.queries.ts'

/** A write of a risk point under way: its transaction, who writes it and by which clock. */
export type Editing = { transaction: Queryable; actor: Actor; clock: Clock }

/** Who makes the next version, now. */
export function markOf(
  { actor, clock }: Omit<Editing, 'transaction'>,
  kind: VersionMark['kind'],
  reason: string | null,
): VersionMark {
  return { by: actor.name, at: clock.now(), kind, reason }
}

type Request = {
  params: { code: string }
  version: number
  actor: Actor
  write: <T>(run: (transaction: Queryable) => Promise<T>) => Promise<T>
}

/**
 * Runs a change of a risk point in one transaction, on the version that the writer knows.
 * @returns the risk point as it is afterwards
 * @throws HttpProblem 404 without such a point, 412 when it was changed meanwhile
 */
export function editRiskPoint(
  { params, version, actor, write }: Request,
  clock: Clock,
  change: (current: RiskPointRow, editing: Editing) => Promise<void>,
): Promise<RiskPointDetail> {
  return write(async (transaction) => {
    const current = await lockRiskPoint(transaction, params.code)
    if (!current) throw notFound('risk point', params.code)
    await requireVersion(version, current, () => listRiskPointVersions(transaction, params.code))
    await change(current, { transaction, actor, clock })
    return readRiskPointDetail(transaction, clock, params.code)
  })
}
