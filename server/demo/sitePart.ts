import { createExchanges } from '#data/demo/site/createExchanges'
import { createRectifications } from '#data/demo/site/createRectifications'
import { createTours } from '#data/demo/site/createTours'
import type { DemoPart } from './parts.ts'
import {
  analyzeSites,
  deleteAllExchanges,
  deleteAllRectifications,
  deleteAllTours,
  insertDemoExchanges,
  insertDemoRectifications,
  insertDemoTours,
} from './site.queries.ts'

const CLERK = '演示街道安监员'

/** What there is to learn from the demonstration parks, and the walks through them. */
export const sitePart: DemoPart = {
  remove: async (transaction) => {
    await deleteAllTours(transaction)
    await deleteAllExchanges(transaction)
    await deleteAllRectifications(transaction)
  },
  insert: async (transaction, { district, asOf }) => {
    await insertDemoRectifications(transaction, createRectifications(district), CLERK)
    await insertDemoExchanges(transaction, createExchanges(district), CLERK)
    await insertDemoTours(transaction, createTours(district), { by: CLERK, at: asOf })
    await analyzeSites(transaction)
  },
}
