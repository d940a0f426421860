import { covers } from '#data/domain/accidents'
import { areaCodeSchema } from '#data/domain/areas'
import { addDays, civilDayOf, endOfCivilDay } from '#data/domain/clock'
import { INDICATORS, INDICATOR_ORDER, toTenth, type IndicatorKey } from '#data/domain/indicators'
import type { IndicatorDefinition, IndicatorGap, IndicatorPart } from '#data/domain/indicatorTerms'
import { FEWEST_SAMPLES } from '#data/domain/samples'
import type { Queryable } from '../../db/Db.ts'
import { readConnection } from '../offices/accidents.queries.ts'
import { readIndicator, type Instant, type RawIndicator } from './indicators.queries.ts'

/** An indicator of a place at an instant. */
export type PlaceIndicator = {
  value: number | null
  numerator: number | null
  denominator: number | null
  gap: IndicatorGap | null
  fewSamples: boolean
  parts: { key: IndicatorPart; value: number | null }[]
}

/** The indicators of every place at an instant. */
export type IndicatorSet = (place: string, key: IndicatorKey) => PlaceIndicator

/** Counted from a register of others, which tells down to some level of areas. */
export const ACCIDENT_INDICATORS: readonly IndicatorKey[] = ['accidents', 'accidentDeaths']

/** The end of the month before the one that a civil day lies in. */
export const endOfMonthBefore = (day: string): Instant =>
  endOfDay(addDays(`${day.slice(0, 7)}-01`, -1))

export const endOfDay = (day: string): Instant => ({ at: endOfCivilDay(day), day })

/** The same moment a year before; of 29 February it is 1 March. */
export function yearBefore({ at }: Instant): Instant {
  const earlier = new Date(at)
  earlier.setUTCFullYear(at.getUTCFullYear() - 1)
  return { at: earlier, day: civilDayOf(earlier) }
}

/** One statement an indicator, for every place at once. */
export async function computeIndicators(
  transaction: Queryable,
  instant: Instant,
  keys: readonly IndicatorKey[] = INDICATOR_ORDER,
  { wholeYear = false } = {},
): Promise<IndicatorSet> {
  const tellsAccidents = await accidentScope(transaction, instant, wholeYear)
  const found = new Map<IndicatorKey, ReadonlyMap<string, RawIndicator> | null>()
  for (const key of keys) {
    const rows = await readIndicator(transaction, key, instant)
    found.set(key, rows && new Map(rows.map((row) => [row.place, row])))
  }
  return (place, key) => {
    const rows = found.get(key)
    if (!rows) return without('notConnected')
    if (ACCIDENT_INDICATORS.includes(key) && !tellsAccidents(place)) return without('notConnected')
    return toIndicator(key, rows.get(place))
  }
}

/**
 * Of which places the register of accidents tells (data/domain/accidents.ts). What a year is compared
 * with must have been told of from its first day.
 */
async function accidentScope(
  transaction: Queryable,
  { day }: Instant,
  wholeYear: boolean,
): Promise<(place: string) => boolean> {
  const connection = await readConnection(transaction, 'accidents')
  const since = `${day.slice(0, 4)}-${wholeYear ? '01-01' : '12-31'}`
  if (!connection || connection.connectedOn > since) return () => false
  return (place) => areaCodeSchema.safeParse(place).success && covers(connection.scopeLevel, place)
}

const without = (gap: IndicatorGap): PlaceIndicator => ({
  value: null,
  numerator: null,
  denominator: null,
  gap,
  fewSamples: false,
  parts: [],
})

const rounded = (value: number | null) => (value === null ? null : toTenth(value))

function toIndicator(key: IndicatorKey, raw: RawIndicator | undefined): PlaceIndicator {
  const { kind }: IndicatorDefinition = INDICATORS[key]
  const parts = Object.entries(raw?.parts ?? {}).map(([part, value]) => ({
    key: part as IndicatorPart,
    value: rounded(value),
  }))
  if (kind === 'count') {
    const value = toTenth(raw?.value ?? raw?.numerator ?? 0)
    return { value, numerator: value, denominator: null, gap: null, fewSamples: false, parts }
  }
  const denominator = raw?.denominator ?? 0
  if (!raw || denominator === 0) return { ...without('nothingDue'), denominator: 0, parts }
  const { numerator } = raw
  const value = kind === 'rate' ? ((numerator ?? 0) / denominator) * 100 : (raw.value ?? 0)
  return {
    value: toTenth(value),
    numerator: kind === 'rate' ? numerator : null,
    denominator,
    gap: null,
    fewSamples: denominator < FEWEST_SAMPLES,
    parts,
  }
}
