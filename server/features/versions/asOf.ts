import { endOfCivilDay, isCivilDay } from '#data/domain/clock'

/** The instant that `?asOf=` names: of a civil day its end in Asia/Shanghai; null without it. */
export function readAsOf(text: string | undefined): Date | null {
  if (text === undefined) return null
  return isCivilDay(text) ? endOfCivilDay(text) : new Date(text)
}
