import { civilDayOf } from '#data/domain/clock'
import { DISTRICT_VIEWER } from '#data/domain/roles'
import { as } from './db/actor.ts'
import type { Db } from './db/Db.ts'
import { type LoadedDataSet, readDataSet } from './features/dataSet/dataSet.queries.ts'

/** The time of the product: that of its data set when it was loaded, and as much later as has passed. */
export type Clock = {
  now: () => Date
  /** The civil day in Asia/Shanghai, `2026-11-23`. */
  today: () => string
  /**
   * Since when the figures are as they are, `2026-11-23T09:00:00+08:00`: the instant of the data
   * set, the beginning of today, when the last deadlines passed, or the last change of a record.
   */
  asOf: () => string
  readonly fictitious: boolean
  /** Where the data comes from, in Chinese as it stands on screen. */
  readonly source: string
  /** Reads the data set again; the clock does so itself every few seconds. */
  refresh: () => Promise<void>
  /** A record was changed just now. */
  noteChange: () => void
  stop: () => void
}

/** Another process may load another data set. */
const REFRESH_MILLISECONDS = 5_000
const HOUR_MILLISECONDS = 3_600_000
const NO_DATA = '尚未载入数据'

/** `2026-11-23T09:00:00+08:00`, to the second. */
export function formatInstant(instant: Date): string {
  const local = new Date(instant.getTime() + 8 * HOUR_MILLISECONDS)
  return `${local.toISOString().slice(0, 19)}+08:00`
}

export async function createClock(db: Db): Promise<Clock> {
  let dataSet: LoadedDataSet | null = null
  let lastChange = 0
  /** The product's time at a real instant, in milliseconds. */
  const productTime = (real: Date): number =>
    dataSet ? dataSet.asOf.getTime() + real.getTime() - dataSet.loadedAt.getTime() : real.getTime()
  const refresh = async (): Promise<void> => {
    const loadedBefore = dataSet?.loadedAt.getTime()
    dataSet = await as(db, DISTRICT_VIEWER, readDataSet)
    if (dataSet?.loadedAt.getTime() !== loadedBefore) lastChange = 0
    // Another process may have changed something.
    if (dataSet?.changedAt) lastChange = Math.max(lastChange, productTime(dataSet.changedAt))
  }
  // A database that is away for a moment changes no data set.
  const timer = setInterval(() => void refresh().catch(() => undefined), REFRESH_MILLISECONDS)
  timer.unref()

  const now = (): Date => new Date(productTime(new Date()))
  const today = (): string => civilDayOf(now())

  await refresh()
  return {
    now,
    today,
    asOf: () => {
      const dayBegan = Date.parse(`${today()}T00:00:00+08:00`)
      return formatInstant(new Date(Math.max(dayBegan, dataSet?.asOf.getTime() ?? 0, lastChange)))
    },
    get fictitious() {
      return dataSet?.fictitious ?? false
    },
    get source() {
      return dataSet?.source ?? NO_DATA
    },
    refresh,
    noteChange: () => {
      lastChange = Math.max(lastChange, now().getTime())
    },
    stop: () => clearInterval(timer),
  }
}
