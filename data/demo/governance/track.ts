/** One hidden danger in time alone: when it was registered, due and closed. */
export type Track = {
  registered: number
  /** The original one. */
  deadline: number
  /** Null while it is open. */
  closed: number | null
  /** Not closed when its deadline had passed, whether it is by now or not. */
  isLate: boolean
  isMajor: boolean
}

/** What is left to be shared out among the days of the year. */
export type DayQuotas = { registered: Map<number, number>; closed: Map<number, number> }

export function take(quotas: Map<number, number>, day: number): void {
  quotas.set(day, (quotas.get(day) ?? 0) - 1)
}
