import { createDecisions } from '#data/demo/indicators/createDecisions'
import type { Queryable } from '../db/Db.ts'
import { endOfMonthBefore } from '../features/indicators/computeIndicators.ts'
import { findFrozen, insertCorrection } from '../features/indicators/freezes.queries.ts'
import { freezeMonth } from '../features/indicators/freezes.routes.ts'
import {
  deleteAllDecisions,
  deleteAllFreezes,
  insertDemoDecisions,
  listUrgentDangers,
} from './indicators.queries.ts'
import { analyzeRecords } from './demo.queries.ts'
import type { DemoPart } from './parts.ts'

/** The street that lags in the story, whose paper was corrected. */
const LAGGING = { code: '440307017', name: '横岗街道' }
const STATISTICIAN = '演示统计员A03'
const HOUR_MILLISECONDS = 3_600_000

/** The last month, frozen and corrected once, and decisions of leaders. After all that they count. */
export const indicatorsPart: DemoPart = {
  remove: async (transaction) => {
    await deleteAllDecisions(transaction)
    await deleteAllFreezes(transaction)
  },
  insert: async (transaction, { district, asOf }) => {
    // The planner must know the records before all of them are counted.
    await analyzeRecords(transaction)
    const end = endOfMonthBefore(district.asOfDay)
    const month = end.day.slice(0, 7)
    const frozenAt = new Date(Math.min(asOf.getTime(), end.at.getTime() + 34 * HOUR_MILLISECONDS))
    await freezeMonth(transaction, month, { by: STATISTICIAN, at: frozenAt, fictitious: true })
    const correctedAt = new Date(
      Math.min(asOf.getTime(), frozenAt.getTime() + 72 * HOUR_MILLISECONDS),
    )
    await correctClosureDays(transaction, month, correctedAt)
    const urgent = await listUrgentDangers(transaction)
    await insertDemoDecisions(transaction, createDecisions(urgent, LAGGING, district.asOfDay))
  },
}

async function correctClosureDays(transaction: Queryable, month: string, at: Date): Promise<void> {
  const item = { area: LAGGING.code, indicator: 'majorClosureDays' } as const
  const frozen = await findFrozen(transaction, month, item)
  if (!frozen || frozen.value === null) return
  await insertCorrection(transaction, {
    ...{ month, ...item, oldValue: frozen.value, newValue: frozen.value + 1 },
    reason: '一处重大事故隐患的销号日期录入有误,与销号审批表核对后更正(演示)',
    ...{ by: STATISTICIAN, at },
  })
}
