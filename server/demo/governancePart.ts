import type { Queryable } from '../db/Db.ts'
import {
  deleteAllCheckPlanItems,
  deleteAllChecks,
  deleteAllHiddenDangerEvents,
  deleteAllHiddenDangers,
  deleteAllIdempotencyKeys,
  deleteAllPhotos,
  insertCheckPlanItems,
  insertChecks,
  insertHiddenDangerEvents,
  insertHiddenDangers,
} from './governance.queries.ts'
import type { DemoPart } from './parts.ts'

/** Records a statement: a few MB of parameters. */
const BATCH_SIZE = 5_000
/** Who makes the plan of a month. */
const PLANNER = '演示计划员'

/** A year of checks, their plans, hidden dangers and all that happened to them. */
export const governancePart: DemoPart = {
  remove: async (transaction) => {
    await deleteAllIdempotencyKeys(transaction)
    await deleteAllPhotos(transaction)
    await deleteAllHiddenDangerEvents(transaction)
    await deleteAllHiddenDangers(transaction)
    await deleteAllChecks(transaction)
    await deleteAllCheckPlanItems(transaction)
  },
  insert: async (transaction, { district }) => {
    const { checks, planItems, hiddenDangers, events } = district.governance()
    await inBatches(transaction, checks, insertChecks)
    await inBatches(transaction, planItems, (_, batch) =>
      insertCheckPlanItems(transaction, batch, PLANNER),
    )
    const parkNames = namesOf(district.parks)
    const enterpriseNames = namesOf(district.enterprises)
    const named = hiddenDangers.map((each) => ({
      ...each,
      parkName: parkNames.get(each.parkCode) ?? '',
      enterpriseName: enterpriseNames.get(each.enterpriseCode ?? '') ?? null,
    }))
    const merged = named.filter(({ mergedInto }) => mergedInto !== null)
    const others = named.filter(({ mergedInto }) => mergedInto === null)
    await inBatches(transaction, others, insertHiddenDangers)
    await insertHiddenDangers(transaction, merged)
    await inBatches(transaction, events, insertHiddenDangerEvents)
  },
}

const namesOf = (records: readonly { code: string; name: string }[]) =>
  new Map(records.map(({ code, name }) => [code, name]))

async function inBatches<T>(
  transaction: Queryable,
  records: readonly T[],
  insert: (transaction: Queryable, batch: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < records.length; from += BATCH_SIZE) {
    await insert(transaction, records.slice(from, from + BATCH_SIZE))
  }
}
