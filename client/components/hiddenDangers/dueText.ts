import type { HiddenDangerItem } from '#data/contract/hiddenDangerResponses'
import { civilDayOf, dayNumber } from '#data/domain/clock'
import { DUE_SOON_DAYS, isOpen } from '#data/domain/hiddenDangers'

export type Due = {
  /** Key of `hiddenDangers.row`. */
  key: 'overdue' | 'dueIn' | 'dueToday' | 'closedOn' | 'none'
  days: number
  day: string
  /** How much it presses: late, within three days, or not. */
  tone: 'late' | 'soon' | 'calm'
}

/** When it is due, by the ORIGINAL deadline: an extension changes nothing in the figures. */
export function dueOf(
  item: Pick<HiddenDangerItem, 'state' | 'deadline' | 'closedAt'>,
  today: string,
): Due {
  const { deadline, closedAt } = item
  if (!isOpen(item.state)) {
    const day = closedAt ? civilDayOf(new Date(closedAt)) : ''
    return { key: closedAt ? 'closedOn' : 'none', days: 0, day, tone: 'calm' }
  }
  const days = dayNumber(deadline) - dayNumber(today)
  if (days < 0) return { key: 'overdue', days: -days, day: deadline, tone: 'late' }
  return {
    key: days === 0 ? 'dueToday' : 'dueIn',
    days,
    day: deadline,
    tone: days <= DUE_SOON_DAYS ? 'soon' : 'calm',
  }
}
