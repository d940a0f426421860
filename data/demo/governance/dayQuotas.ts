import { apportion } from '../apportion.ts'
import type { Random } from '../random.ts'
import { MONTHS, weightOf } from './calendar.ts'
import type { DayQuotas } from './track.ts'

/** No two Tuesdays are alike: a day has up to this share more or less than its weekday. */
const UNEVENNESS = 0.25

/** What is registered and what is closed on each day, so that every month has its total. */
export function createDayQuotas(random: Random): DayQuotas {
  const registered = new Map<number, number>()
  const closed = new Map<number, number>()
  for (const month of MONTHS) {
    const share = (total: number, into: Map<number, number>) =>
      apportion(
        total,
        month.days.map((day) => ({
          weight: weightOf(day) * random.between(1 - UNEVENNESS, 1 + UNEVENNESS),
        })),
      ).forEach((count, index) => into.set(month.days[index]!, count))
    share(month.registered, registered)
    share(month.closed, closed)
  }
  return { registered, closed }
}
