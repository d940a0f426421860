import { endOfCivilDay, isCivilDay } from '#data/domain/clock'
import type { Clock } from '../../clock.ts'
import { invalidParameters } from '../../http/problems.ts'

/**
 * The instant that `?asOf=` names: of a civil day its end in Asia/Shanghai; null without it.
 * @throws HttpProblem 400 for one that has not come yet
 */
export function readAsOf(text: string | undefined, clock: Clock): Date | null {
  if (text === undefined) return null
  const isDay = isCivilDay(text)
  const asOf = isDay ? endOfCivilDay(text) : new Date(text)
  if (isDay ? text <= clock.today() : asOf <= clock.now()) return asOf
  const message = `lies in the future: the data is as of ${clock.asOf()}; leave it out for the present`
  throw invalidParameters([{ parameter: 'asOf', message }])
}
