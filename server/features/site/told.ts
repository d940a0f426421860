import type { Clock } from '../../clock.ts'

/** As of when, from where, and whether it is made up: what every answer of a site says. */
export const told = (clock: Clock) => ({
  asOf: clock.asOf(),
  source: clock.source,
  fictitious: clock.fictitious,
})
