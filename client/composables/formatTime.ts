import { TIME_ZONE } from '#data/domain/clock'

const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
})

/** `2026-11-23 09:00` in Shanghai, whatever the machine is set to. */
export const dateTime = (instant: string) => parts.format(new Date(instant))

/** `11-23 09:00`, for lines with little room. */
export const shortDateTime = (instant: string) => dateTime(instant).slice(5)
