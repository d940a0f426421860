import { BREAK_RULES, POINT_WEIGHTS } from '#data/domain/analysis'
import type { Labels } from '#data/domain/locales'
import { metresPerUnit } from '../../map/overlays/hexagon.layers.ts'
import type { AnalysisResult, AnalysisSettings } from '../../stores/analysis.ts'

/** A sentence of the part `analysis.legend`: its key and what stands in it. */
export type LegendFact = { key: string; values?: Record<string, string | number> }

export type FactWords = { words: (labels: Labels) => string; figure: (value: number) => string }

/** A density in as many digits as it is good for: 0.35, 12, 1,240. */
export const densityFigure = (value: number) =>
  value.toLocaleString('en-US', {
    maximumSignificantDigits: value < 1000 ? 3 : undefined,
    maximumFractionDigits: value < 1000 ? undefined : 0,
  } as Intl.NumberFormatOptions)

/** Why the map shows nothing or little, in order of what is to be told first; null if it does. */
export function emptyReason(result: AnalysisResult, { words, figure }: FactWords) {
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

function heatFacts(
  { answer }: Extract<AnalysisResult, { mode: 'heat' }>,
  { bandwidthMetres, breakRule }: AnalysisSettings,
  { words, figure }: FactWords,
): LegendFact[] {
  const { binningError, peak } = answer
  return [
    {
      key: bandwidthMetres === null ? 'kernelByRule' : 'kernel',
      values: { n: figure(answer.bandwidthMetres) },
    },
    { key: 'rule', values: { rule: words(BREAK_RULES[breakRule].labels) } },
    ...(peak ? [{ key: 'peak', values: { n: densityFigure(peak.perSquareKilometre) } }] : []),
    // Up to one per cent is the promise of the surface; what is more is said.
    ...(binningError > 0.01
      ? [{ key: 'error', values: { n: (binningError * 100).toPrecision(2) } }]
      : []),
  ]
}

/** How the picture was made, in the order of the legend. Pure. */
export function methodFacts(
  result: AnalysisResult,
  settings: AnalysisSettings,
  terms: FactWords,
): LegendFact[] {
  const { figure, words } = terms
  switch (result.mode) {
    case 'heat':
      return heatFacts(result, settings, terms)
    case 'hexagons':
      return [
        { key: 'hexagons', values: { n: figure(result.answer.edgeMetres) } },
        ...(settings.extruded
          ? [
              {
                key: 'height',
                values: {
                  n: densityFigure(metresPerUnit(result.weight)),
                  unit: words(POINT_WEIGHTS[result.weight].unit),
                },
              },
            ]
          : []),
      ]
    case 'hotspots':
      return [
        { key: 'hexagons', values: { n: figure(result.answer.edgeMetres) } },
        { key: 'neighbours', values: { n: figure(result.answer.neighbourMetres) } },
        { key: result.answer.correction === 'none' ? 'uncorrected' : 'corrected' },
      ]
    case 'clusters':
      return []
  }
}

/** Which points went in. */
export function pointFacts(
  { answer: { located, withoutCoordinates } }: AnalysisResult,
  { figure }: FactWords,
): LegendFact[] {
  return [
    { key: 'points', values: { located: figure(located) } },
    ...(withoutCoordinates
      ? [{ key: 'withoutCoordinates', values: { n: figure(withoutCoordinates) } }]
      : []),
  ]
}
