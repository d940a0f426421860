import { DISTRICT_CODE } from '#data/domain/areas'
import type { Actor } from '#data/domain/roles'
import type { Coverage } from '#data/contract/analysis/coverageResponses'
import type { Queryable } from '../../db/Db.ts'
import { findAreaName } from './coverage.queries.ts'

/** The area that row security confines an actor to; null for who sees the whole district. */
export async function findSeenArea(
  transaction: Queryable,
  { role, scope }: Actor,
): Promise<Coverage['seesOnly']> {
  if (role !== 'areaViewer' || scope === DISTRICT_CODE) return null
  const area = await findAreaName(transaction, scope)
  if (!area) throw new Error(`There is no area ${scope} to see`)
  return area
}
