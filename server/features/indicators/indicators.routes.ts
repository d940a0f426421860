import type { INDICATORS_CONTRACT } from '#data/contract/indicators'
import type { IndicatorValue } from '#data/contract/indicatorResponses'
import { INDICATORS, INDICATOR_ORDER, toTenth, type IndicatorKey } from '#data/domain/indicators'
import type { IndicatorDefinition } from '#data/domain/indicatorTerms'
import { formatInstant } from '../../clock.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { notFound } from '../../http/problems.ts'
import { childrenOf } from '../summary/summary.routes.ts'
import type { FiguresReader } from '../summary/figures.ts'
import { endOfMonthBefore, type IndicatorSet } from './computeIndicators.ts'
import { createIndicatorReader } from './indicatorReader.ts'
import { listMonths } from './months.queries.ts'
import { readPeriod } from './readPeriod.ts'

const DEFINITIONS = INDICATOR_ORDER.map((key) => {
  const { source, ...definition }: IndicatorDefinition = INDICATORS[key]
  return { key, ...definition, source: [...source] }
})

/** What is compared: the present, and the two moments before. */
type Sets = { present: IndicatorSet; monthBefore: IndicatorSet; yearBefore: IndicatorSet }

export function indicatorHandlers(
  { clock }: Services,
  readFigures: FiguresReader,
): Pick<Handlers, keyof typeof INDICATORS_CONTRACT> {
  const reader = createIndicatorReader()
  return {
    getIndicators: async (request) => {
      const { area: code, period: text } = request.query
      const figures = await readFigures(request)
      const area = figures.areas.get(code)
      if (!area) throw notFound('area', code)
      const { instant, moment } = readPeriod(text, clock)
      const before = endOfMonthBefore(instant.day)
      const sets = {
        present: await reader.at(request, moment, instant),
        monthBefore: await reader.at(request, before.day, before),
        yearBefore: await reader.yearBefore(request, moment, instant),
      }
      return {
        area: { code, name: area.name, level: area.level },
        period: text,
        asOf: text === 'now' ? clock.asOf() : formatInstant(instant.at),
        previousAsOf: formatInstant(before.at),
        frozen: null,
        definitions: DEFINITIONS,
        items: itemsOf(code, sets),
        children: childrenOf(area, figures).map((child) => ({
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
      const { instant } = readPeriod('now', clock)
      const months = await request.read((transaction) =>
        listMonths(transaction, { area: code, park }, instant),
      )
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
  const { comparedWith }: IndicatorDefinition = INDICATORS[key]
  const earlier = comparedWith === 'monthEnd' ? sets.monthBefore : sets.yearBefore
  const present = sets.present(place, key)
  const previous = earlier(place, key).value
  const difference =
    present.value === null || previous === null ? null : toTenth(present.value - previous)
  return { key, ...present, previous, difference }
}
