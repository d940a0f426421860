import { endOfCivilDay } from '#data/domain/clock'
import { MONTH_PATTERN } from '#data/contract/indicatorQueries'
import type { Clock } from '../../clock.ts'
import { invalidParameters } from '../../http/problems.ts'
import { endOfDay } from './computeIndicators.ts'
import type { Instant } from './indicators.queries.ts'

/** What a period names: its instant, and the month where it is one. */
export type Period = { instant: Instant; month: string | null; moment: string }

/** The last civil day of a month like 2026-10. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

/** @throws HttpProblem 400 for a period that has not ended */
export function readPeriod(text: string, clock: Clock): Period {
  const today = clock.today()
  if (text === 'now' || text === today) {
    return { instant: { at: clock.now(), day: today }, month: null, moment: `now ${today}` }
  }
  const month = MONTH_PATTERN.test(text) ? text : null
  const day = month === null ? text : lastDayOf(month)
  if (endOfCivilDay(day) >= clock.now()) {
    const detail = {
      'zh-CN': `${text} 尚未结束(数据截至 ${clock.asOf().slice(0, 10)})。请选已结束的月份或日期,或用 now。`,
      en: `${text} has not ended: the data is as of ${clock.asOf()}; choose one that has, or now.`,
    }
    throw invalidParameters([{ parameter: 'period', message: detail }])
  }
  return { instant: endOfDay(day), month, moment: day }
}
