import type { RiskPointDetail } from '#data/contract/responses'
import { civilDayOf } from '#data/domain/clock'
import { type Clock, formatInstant } from '../../clock.ts'
import type { Queryable } from '../../db/Db.ts'
import { notFound } from '../../http/problems.ts'
import { listDowngradesOf } from '../downgrades/downgrades.queries.ts'
import {
  listHazardSourcesOf,
  listRetiredHazardSourcesOf,
} from '../hazardSources/hazardSources.queries.ts'
import { sourceOf } from '../versions/sourceOf.ts'
import { findRiskPoint } from './riskPointRecord.queries.ts'

/**
 * A risk point with all that its card tells, now or as it stood at an instant.
 * @throws HttpProblem 404 where there is none, or was none then
 */
export async function readRiskPointDetail(
  transaction: Queryable,
  clock: Clock,
  code: string,
  asOf: Date | null = null,
): Promise<RiskPointDetail> {
  const day = asOf === null ? clock.today() : civilDayOf(asOf)
  const point = await findRiskPoint(transaction, code, day, asOf)
  if (!point) throw notFound('risk point', code)
  const downgrades = asOf ? [] : await listDowngradesOf(transaction, point.id)
  return {
    ...point,
    hazardSources: await listHazardSourcesOf(transaction, point.id, asOf),
    // What can be restored and what waits belong to the present card.
    retiredHazardSources: asOf ? [] : await listRetiredHazardSourcesOf(transaction, point.id),
    pendingDowngrade: downgrades.find(({ state }) => state === 'pending') ?? null,
    asOf: asOf ? formatInstant(asOf) : clock.asOf(),
    source: sourceOf(point, clock),
  }
}
