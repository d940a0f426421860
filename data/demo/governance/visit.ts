import type { CheckKind } from '../../domain/checks.ts'
import type { HiddenDangerSource } from '../../domain/hiddenDangers.ts'
import type { Tenant } from '../createEnterprises.ts'
import type { ParkPlan } from '../planParks.ts'
import type { Track } from './track.ts'

export type Visit = {
  day: number
  park: ParkPlan
  /** Null where the operator of the park was visited. */
  tenant: Tenant | null
  kind: CheckKind
  findings: Finding[]
}

/** One thing that was found, by a visit or without one. */
export type Finding = {
  park: ParkPlan
  tenant: Tenant | null
  source: HiddenDangerSource
  visit: Visit | null
  registered: number
  /** Its time; null where it was rectified on the spot, merged or dismissed. */
  track: Track | null
  /** What it turned out to be, where it was not a hidden danger of its own with a deadline. */
  end: 'onTheSpot' | 'merged' | 'dismissed' | null
  mergedInto: Finding | null
  /** Entry of the clause library that a 重大 rests on. */
  majorClause: number | null
}
