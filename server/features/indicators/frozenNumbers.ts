import type { IndicatorKey } from '#data/domain/indicators'
import type { Queryable } from '../../db/Db.ts'
import { findFreeze, listFrozen, type Freeze, type FrozenRow } from './freezes.queries.ts'

export type FrozenLookup = (place: string, key: IndicatorKey) => FrozenRow | undefined

/** What was frozen of a month for some places; nothing where it is none, or not frozen. */
export async function readFrozen(
  transaction: Queryable,
  month: string | null,
  places: readonly string[],
): Promise<{ freeze: Freeze | null; lookUp: FrozenLookup }> {
  const freeze = month === null ? undefined : await findFreeze(transaction, month)
  if (month === null || !freeze) return { freeze: null, lookUp: () => undefined }
  const rows = await listFrozen(transaction, month, places)
  const byKey = new Map(rows.map((row) => [`${row.area} ${row.indicator}`, row]))
  return { freeze, lookUp: (place, key) => byKey.get(`${place} ${key}`) }
}
