import { INDICATORS, INDICATOR_ORDER } from '#data/domain/indicators'
import type { IndicatorDefinition } from '#data/domain/indicatorTerms'
import type { Actor } from '#data/domain/roles'
import { VersionedCache } from '../../cache/VersionedCache.ts'
import type { DataReader } from '../../http/endpoint.ts'
import { computeIndicators, yearBefore, type IndicatorSet } from './computeIndicators.ts'
import type { Instant } from './indicators.queries.ts'

/** Now, two months' ends and a year before, at the present version and the one before. */
const CAPACITY = 24
/** Counting over a million risk points takes seconds in the embedded database. */
const TIMEOUT_MILLISECONDS = 60_000

type Asker = { actor: Actor; dataState: string; read: DataReader }
export type IndicatorReader = {
  /** `moment` names the instant for as long as the data stays as it is. */
  at: (asker: Asker, moment: string, instant: Instant) => Promise<IndicatorSet>
  /** Those that are compared with the year before, as they stood then. */
  yearBefore: (asker: Asker, moment: string, instant: Instant) => Promise<IndicatorSet>
}

const COMPARED_WITH_YEAR = INDICATOR_ORDER.filter((key) => {
  const { comparedWith }: IndicatorDefinition = INDICATORS[key]
  return comparedWith === 'yearBefore'
})

/** Computes once for each scope, version of the data and moment. */
export function createIndicatorReader(): IndicatorReader {
  const cache = new VersionedCache<IndicatorSet>({ capacity: CAPACITY })
  const read = (
    { actor, dataState, read: reader }: Asker,
    moment: string,
    compute: (transaction: Parameters<Parameters<DataReader>[0]>[0]) => Promise<IndicatorSet>,
  ) =>
    cache.get(JSON.stringify([actor.role, actor.scope, dataState, moment]), () =>
      reader(compute, {
        isolation: 'repeatable read',
        timeoutMilliseconds: TIMEOUT_MILLISECONDS,
      }),
    )
  return {
    at: (asker, moment, instant) =>
      read(asker, moment, (transaction) => computeIndicators(transaction, instant)),
    yearBefore: (asker, moment, instant) =>
      read(asker, `year before ${moment}`, (transaction) =>
        computeIndicators(transaction, yearBefore(instant), COMPARED_WITH_YEAR),
      ),
  }
}
