import { BREAK_RULES, POINT_WEIGHTS } from '#data/domain/analysis'
import type { Labels } from '#data/domain/locales'
import type { Surface } from '../../analysis/analysisProtocol.ts'
import type { PointFilter } from '../../analysis/pointFilter.ts'
import { metresPerUnit } from '../../map/overlays/hexagon.layers.ts'
import { hexagonArea, type AnalysisResult, type AnalysisSettings } from '../../stores/analysis.ts'

/** A sentence of the part `analysis.legend`: its key and what stands in it. */
export type LegendFact = { key: string; values?: Record<string, string | number> }

export type FactWords = { words: (labels: Labels) => string; figure: (value: number) => string }
export type PlaceWords = { placeOf: (filter: PointFilter) => string }

/** A density in as many digits as it is good for: 0.35, 12, 1,240. */
export const densityFigure = (value: number) =>
  value.toLocaleString('en-US', {
    maximumSignificantDigits: value < 1000 ? 3 : undefined,
    maximumFractionDigits: value < 1000 ? undefined : 0,
  } as Intl.NumberFormatOptions)

/** Why the map shows nothing or little, in order of what is to be told first; null if it does. */
export function emptyReason(
  result: AnalysisResult,
  { words, figure }: FactWords,
): LegendFact | null {
  const { located, withoutCoordinates, totalWeight } = result.answer
  const weight = words(POINT_WEIGHTS[result.weight].labels)
  if (located === 0 && withoutCoordinates > 0) {
    return { key: 'noPosition', values: { n: figure(withoutCoordinates) } }
  }
  if (located === 0) return { key: 'noPoints' }
  // The finding of a test says itself why there was nothing to test.
  if (result.mode === 'clusters' || result.mode === 'hotspots') return null
  if (totalWeight === 0) return { key: 'noWeight', values: { n: figure(located), weight } }
  if (result.mode !== 'heat') return null
  if (result.answer.bands.features.length === 0) return { key: 'belowClasses' }
  return located === 1 ? { key: 'onePoint' } : null
}

type Hexagonal = Extract<AnalysisResult, { mode: 'hexagons' | 'hotspots' }>

const edgeFact = ({ answer }: Hexagonal, { figure }: FactWords): LegendFact => ({
  key: 'hexagons',
  values: { n: figure(answer.edgeMetres) },
})

/** Classes are densities, but a hexagon holds one point or two: what one of them comes to. */
function oneFact({ answer: { edgeMetres }, weight }: Hexagonal, { words }: FactWords): LegendFact {
  const area = hexagonArea(edgeMetres)
  const values = { area: area.toPrecision(2), n: densityFigure(1 / area) }
  return { key: 'one', values: { ...values, unit: words(POINT_WEIGHTS[weight].unit) } }
}

/** How the picture was made, as the legend always says it. Pure. */
export function methodFacts(
  result: AnalysisResult,
  { extruded }: Pick<AnalysisSettings, 'extruded'>,
  terms: FactWords,
): LegendFact[] {
  const { words, figure } = terms
  if (result.mode === 'clusters') return []
  // The finding says when, and of how many hexagons; how large they are stands in the explanation.
  if (result.mode === 'hotspots') return []
  if (result.mode === 'hexagons') {
    const height = {
      n: densityFigure(metresPerUnit(result.weight)),
      unit: words(POINT_WEIGHTS[result.weight].unit),
    }
    return [
      edgeFact(result, terms),
      oneFact(result, terms),
      { key: 'rule', values: { rule: words(BREAK_RULES.quantile.labels) } },
      extruded ? { key: 'height', values: height } : { key: 'highest' },
    ]
  }
  const n = figure(result.answer.bandwidthMetres)
  return [
    { key: result.bandwidthByRule ? 'kernelByRule' : 'kernel', values: { n } },
    {
      key: result.breakRule === 'fixed' ? 'ruleFixed' : 'rule',
      values: { rule: words(BREAK_RULES[result.breakRule].labels) },
    },
    ...aboveFact(result),
    ...errorFact(result.answer),
  ]
}

/** Beyond so many times the bound of the highest class it no longer tells how high. */
const FAR_ABOVE = 2

/** The fixed classes are made for the bandwidth of the rule: at a narrower one peaks rise above them. */
function aboveFact({ breakRule, answer }: Extract<AnalysisResult, { mode: 'heat' }>): LegendFact[] {
  const top = answer.breaks.at(-1)
  const times = answer.peak && top ? answer.peak.perSquareKilometre / top : 0
  if (breakRule !== 'fixed' || times < FAR_ABOVE) return []
  return [{ key: 'above', values: { n: densityFigure(times) } }]
}

/** From here on the surface promises one per cent, at rest; below, its error is always said. */
const EXACT_METRES = 800

/** What is drawn while the slider moves is said to be rough: small hills may lose their top classes. */
function errorFact({ drawnError, bandwidthMetres, pace }: Surface): LegendFact[] {
  const values = { n: (drawnError * 100).toPrecision(2) }
  if (pace === 'drag') return [{ key: 'roughError', values }]
  return bandwidthMetres < EXACT_METRES ? [{ key: 'error', values }] : []
}

/** What the explanation says besides: highest value, neighbours, correction. Pure. */
export function detailFacts(result: AnalysisResult, terms: FactWords): LegendFact[] {
  const { words, figure } = terms
  if (result.mode === 'hotspots') {
    const { neighbourMetres, correction } = result.answer
    return [
      edgeFact(result, terms),
      { key: 'neighbours', values: { n: figure(neighbourMetres) } },
      { key: 'permutation' },
      { key: correction === 'none' ? 'uncorrected' : 'corrected' },
    ]
  }
  if (result.mode !== 'heat') return []
  const { peak, cellMetres } = result.answer
  const unit = words(POINT_WEIGHTS[result.weight].unit)
  return [
    ...(peak ? [{ key: 'peak', values: { n: densityFigure(peak.perSquareKilometre), unit } }] : []),
    { key: 'cell', values: { n: figure(cellMetres) } },
  ]
}

/** Whether the points of one place alone went in; of a test they are always those of the district. */
export const isConfined = ({ filter }: Pick<AnalysisResult, 'filter'>) =>
  filter.areaCode !== null || filter.parkCode !== null

/** Which points went in, and of which place. */
export function pointFacts(
  result: AnalysisResult,
  { figure, placeOf }: FactWords & PlaceWords,
): LegendFact[] {
  const { located, withoutCoordinates, hiddenDangersOffMap } = result.answer
  return [
    {
      key: isConfined(result) ? 'pointsOf' : 'points',
      values: { located: figure(located), place: placeOf(result.filter) },
    },
    ...(withoutCoordinates
      ? [{ key: 'withoutCoordinates', values: { n: figure(withoutCoordinates) } }]
      : []),
    ...(hiddenDangersOffMap ? [{ key: 'offMap', values: { n: figure(hiddenDangersOffMap) } }] : []),
  ]
}
