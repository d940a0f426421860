import type { COMPARISON_CONTRACT } from '#data/contract/analysis/comparison'
import type { ComparedPlace } from '#data/contract/analysis/comparisonSchemas'
import { timeProgress } from '#data/domain/campaignTargets'
import { INDICATOR_ORDER, INDICATORS } from '#data/domain/indicators'
import type { IndicatorDefinition } from '#data/domain/indicatorTerms'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { notFound, refused } from '../../http/problems.ts'
import type { IndicatorSet } from '../indicators/computeIndicators.ts'
import type { IndicatorReader } from '../indicators/indicatorReader.ts'
import { readPeriod } from '../indicators/readPeriod.ts'
import type { DistrictFigures, FiguresReader } from '../summary/figures.ts'
import { findContext, listCampaignsOf, sumHeadcount, type Place } from './comparison.queries.ts'

/** Counts stand among the figures already; what can be set side by side fairly are rates. */
const COMPARED_INDICATORS = INDICATOR_ORDER.filter((key) => {
  const { kind }: IndicatorDefinition = INDICATORS[key]
  // The campaigns are told one by one.
  return kind !== 'count' && key !== 'campaignRate'
})

type Known = Pick<ComparedPlace, 'code' | 'name' | 'kind' | 'officialAreaKm2' | 'figures'> & {
  place: Place
}

/** @throws HttpProblem 404 for a code that is neither of an area nor of a park of the scope */
function findPlace({ areas, parks }: DistrictFigures, code: string): Known {
  const area = areas.get(code)
  if (area) {
    const { name, level, officialAreaKm2, figures } = area
    return { code, name, kind: level, officialAreaKm2, figures, place: { area: code, park: null } }
  }
  const park = parks.get(code)
  if (!park) throw notFound('park', code)
  const { name, areaCode, figures } = park
  const place = { area: areaCode, park: code }
  return { code, name, kind: 'park', officialAreaKm2: null, figures, place }
}

const indicatorsOf = (code: string, indicators: IndicatorSet): ComparedPlace['indicators'] =>
  COMPARED_INDICATORS.map((key) => {
    const { value, numerator, denominator, gap, fewSamples } = indicators(code, key)
    return { key, value, numerator, denominator, gap, fewSamples }
  })

const sameTwice = () =>
  refused('right', {
    'zh-CN': '两边是同一个对象。请选择不同的街道、社区或园区。',
    en: 'Both sides are the same place: choose two different streets, communities or parks.',
  })

export function comparisonHandlers(
  { clock }: Services,
  readFigures: FiguresReader,
  readIndicators: IndicatorReader,
): Pick<Handlers, keyof typeof COMPARISON_CONTRACT> {
  return {
    comparePlaces: async (request) => {
      const { left, right } = request.query
      if (left === right) throw sameTwice()
      const figures = await readFigures(request)
      const { instant, moment } = readPeriod('now', clock)
      const indicators = await readIndicators.at(request, moment, instant)

      async function compared({ place, ...known }: Known): Promise<ComparedPlace> {
        const months = await readIndicators.months(request, moment, place, instant)
        const facts = await request.read(async (transaction) => ({
          context: await findContext(transaction, place),
          headcount: await sumHeadcount(transaction, place),
          campaigns: await listCampaignsOf(transaction, place, instant.day),
        }))
        const campaigns = facts.campaigns.map(({ startsOn, endsOn, ...campaign }) => ({
          ...campaign,
          timeProgress: timeProgress({ startsOn, endsOn }, instant.day),
        }))
        const own = { areaCode: place.area, indicators: indicatorsOf(known.code, indicators) }
        return { ...known, ...own, ...facts, campaigns, months }
      }

      const [first, second] = [findPlace(figures, left), findPlace(figures, right)]
      return {
        left: await compared(first),
        right: await compared(second),
        asOf: clock.asOf(),
        fictitious: clock.fictitious,
        source: clock.source,
      }
    },
  }
}
