import type { INDICATORS_CONTRACT } from '#data/contract/indicators'
import type { IndicatorValue } from '#data/contract/indicatorResponses'
import { DISTRICT_CODE } from '#data/domain/areas'
import { correctedValue } from '#data/domain/correctedValue'
import { INDICATORS, INDICATOR_ORDER, toTenth, type IndicatorKey } from '#data/domain/indicators'
import type { IndicatorDefinition } from '#data/domain/indicatorTerms'
import { FEWEST_SAMPLES } from '#data/domain/samples'
import { formatInstant } from '../../clock.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { notFound } from '../../http/problems.ts'
import { childrenOf } from '../summary/summary.routes.ts'
import type { FiguresReader } from '../summary/figures.ts'
import { agendaHandlers } from './agenda.routes.ts'
import { ACCIDENT_INDICATORS, endOfMonthBefore, type IndicatorSet } from './computeIndicators.ts'
import { decisionHandlers } from './decisions.routes.ts'
import { freezeHandlers } from './freezes.routes.ts'
import { readFrozen, type FrozenLookup } from './frozenNumbers.ts'
import type { IndicatorReader } from './indicatorReader.ts'
import { readPeriod } from './readPeriod.ts'

const DEFINITIONS = INDICATOR_ORDER.map((key) => {
  const { source, ...definition }: IndicatorDefinition = INDICATORS[key]
  return { key, ...definition, source: [...source] }
})

/** What is compared: the present, and the two moments before; frozen numbers come first. */
type Sets = {
  present: IndicatorSet
  monthBefore: IndicatorSet
  yearBefore: IndicatorSet
  frozen: FrozenLookup
  frozenBefore: FrozenLookup
}

export function indicatorHandlers(
  services: Services,
  readFigures: FiguresReader,
  reader: IndicatorReader,
): Pick<Handlers, keyof typeof INDICATORS_CONTRACT> {
  const { clock } = services
  return {
    ...freezeHandlers(services),
    ...decisionHandlers(services),
    ...agendaHandlers(services, readFigures, reader),
    getIndicators: async (request) => {
      const { area: code, period: text } = request.query
      const figures = await readFigures(request)
      const area = figures.areas.get(code)
      if (!area) throw notFound('area', code)
      const { instant, moment, month } = readPeriod(text, clock)
      const before = endOfMonthBefore(instant.day)
      const children = childrenOf(area, figures)
      const places = [code, ...children.map((child) => child.code)]
      const [frozen, frozenBefore] = await request.read(async (transaction) => [
        await readFrozen(transaction, month, places),
        await readFrozen(transaction, before.day.slice(0, 7), places),
      ])
      const sets = {
        present: await reader.at(request, moment, instant),
        monthBefore: await reader.at(request, before.day, before),
        yearBefore: await reader.yearBefore(request, moment, instant),
        frozen: frozen.lookUp,
        frozenBefore: frozenBefore.lookUp,
      }
      return {
        area: { code, name: area.name, level: area.level },
        period: text,
        asOf: text === 'now' ? clock.asOf() : formatInstant(instant.at),
        previousAsOf: formatInstant(before.at),
        frozen: frozen.freeze && { by: frozen.freeze.by, at: frozen.freeze.at },
        definitions: DEFINITIONS,
        items: itemsOf(code, sets),
        childrenFrozen: frozen.freeze !== null && area.level !== 'community',
        children: children.map((child) => ({
          code: child.code,
          name: child.name,
          kind: child.kind,
          parks: child.parks,
          items: itemsOf(child.code, sets),
        })),
        fictitious: clock.fictitious,
        source: clock.source,
      }
    },
    listMonths: async (request) => {
      const { area: code, park = null } = request.query
      const area = (await readFigures(request)).areas.get(code)
      if (!area) throw notFound('area', code)
      const { instant, moment } = readPeriod('now', clock)
      const months = await reader.months(request, moment, { area: code, park }, instant)
      return {
        area: { code, name: area.name, level: area.level },
        months,
        asOf: clock.asOf(),
        fictitious: clock.fictitious,
        source: clock.source,
      }
    },
  }
}

const itemsOf = (place: string, sets: Sets): IndicatorValue[] =>
  INDICATOR_ORDER.map((key) => itemOf(place, key, sets))

function itemOf(place: string, key: IndicatorKey, sets: Sets): IndicatorValue {
  const present = sets.present(place, key)
  const frozen = sets.frozen(place, key)
  const previous = previousOf(place, key, sets)
  if (!frozen) return { key, ...present, previous, difference: minus(present.value, previous) }
  const { value, numerator, denominator, gap, parts, corrections } = frozen
  return {
    key,
    value,
    numerator,
    denominator,
    gap,
    fewSamples: denominator !== null && denominator > 0 && denominator < FEWEST_SAMPLES,
    previous,
    difference: minus(correctedValue(frozen), previous),
    parts,
    corrections,
    ...(present.value !== correctedValue(frozen) && { present: { value: present.value } }),
  }
}

/** The paper of the month before where there is one, with what was corrected of it. */
function previousOf(place: string, key: IndicatorKey, sets: Sets): number | null {
  const { comparedWith }: IndicatorDefinition = INDICATORS[key]
  if (comparedWith === 'yearBefore') {
    // A year from which nothing is known is no year of zeros; of accidents the register tells.
    const isKnown =
      ACCIDENT_INDICATORS.includes(key) || sets.yearBefore(DISTRICT_CODE, key).numerator
    return isKnown ? sets.yearBefore(place, key).value : null
  }
  const frozen = sets.frozenBefore(place, key)
  return frozen ? correctedValue(frozen) : sets.monthBefore(place, key).value
}

const minus = (value: number | null, previous: number | null) =>
  value === null || previous === null ? null : toTenth(value - previous)
