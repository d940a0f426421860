import { INDICATORS, INDICATOR_ORDER } from '#data/domain/indicators'
import type { IndicatorDefinition } from '#data/domain/indicatorTerms'
import type { Actor } from '#data/domain/roles'
import { VersionedCache } from '../../cache/VersionedCache.ts'
import type { Queryable } from '../../db/Db.ts'
import type { DataReader } from '../../http/endpoint.ts'
import { computeIndicators, yearBefore, type IndicatorSet } from './computeIndicators.ts'
import type { Instant } from './indicators.queries.ts'
import { listMonths, type MonthRow } from './months.queries.ts'

/** Now, two months' ends and a year before, at the present version and the one before. */
const CAPACITY = 24
/** Every area of the district and some parks; each is twelve rows. */
const MONTHS_CAPACITY = 500
/** Counting over a million risk points takes seconds in the embedded database. */
const TIMEOUT_MILLISECONDS = 60_000

type Asker = { actor: Actor; dataState: string; read: DataReader }
export type IndicatorReader = {
  /** `moment` names the instant for as long as the data stays as it is. */
  at: (asker: Asker, moment: string, instant: Instant) => Promise<IndicatorSet>
  /** Those that are compared with the year before, as they stood then. */
  yearBefore: (asker: Asker, moment: string, instant: Instant) => Promise<IndicatorSet>
  /** The twelve months of an area or of one of its parks. */
  months: (
    asker: Asker,
    moment: string,
    place: { area: string; park: string | null },
    instant: Instant,
  ) => Promise<MonthRow[]>
}

const COMPARED_WITH_YEAR = INDICATOR_ORDER.filter((key) => {
  const { comparedWith }: IndicatorDefinition = INDICATORS[key]
  return comparedWith === 'yearBefore'
})

/** Computes once for each scope, version of the data and moment. */
export function createIndicatorReader(): IndicatorReader {
  const sets = new VersionedCache<IndicatorSet>({ capacity: CAPACITY })
  const months = new VersionedCache<MonthRow[]>({ capacity: MONTHS_CAPACITY })
  const read = <T>(
    cache: VersionedCache<T>,
    { actor, dataState, read: reader }: Asker,
    moment: string,
    compute: (transaction: Queryable) => Promise<T>,
  ) =>
    cache.get(JSON.stringify([actor.role, actor.scope, dataState, moment]), () =>
      reader(compute, {
        isolation: 'repeatable read',
        timeoutMilliseconds: TIMEOUT_MILLISECONDS,
      }),
    )
  return {
    at: (asker, moment, instant) =>
      read(sets, asker, moment, (transaction) => computeIndicators(transaction, instant)),
    yearBefore: (asker, moment, instant) =>
      read(sets, asker, `year before ${moment}`, (transaction) =>
        computeIndicators(transaction, yearBefore(instant), COMPARED_WITH_YEAR, {
          wholeYear: true,
        }),
      ),
    months: (asker, moment, place, instant) =>
      read(months, asker, `${moment} ${place.area} ${place.park ?? ''}`, (transaction) =>
        listMonths(transaction, place, instant),
      ),
  }
}
