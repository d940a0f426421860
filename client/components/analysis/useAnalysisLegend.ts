import { ANALYSIS_MODES, POINT_WEIGHTS } from '#data/domain/analysis'
import { useI18n } from 'vue-i18n'
import type { HotspotClass } from '../../analysis/analysisProtocol.ts'
import { useTerms } from '../../composables/useTerms.ts'
import { ANALYSIS_COLOURS, bandColour, hotspotColour } from '../../map/overlays/analysisColours.ts'
import { useAnalysisStore, type AnalysisResult } from '../../stores/analysis.ts'
import type { ExportLegend } from '../../stores/exportables.ts'
import { useSessionStore } from '../../stores/session.ts'
import { useTimelineStore } from '../../stores/timeline.ts'
import { densityFigure, detailFacts, emptyReason, methodFacts, pointFacts } from './legendFacts.ts'
import { useAnalysisFacts } from './useAnalysisFacts.ts'
import { useHotspotFinding } from './useHotspotFinding.ts'

const HOTSPOT_ORDER: readonly HotspotClass[] = [99, 95, 90, 0, -90, -95, -99]

/** The legend of an analysis as pictures draw it; its lines are what files tell of it. */
export function useAnalysisLegend() {
  const { t } = useI18n()
  const { term, words, figure } = useTerms()
  const { terms, sentence, sideFacts } = useAnalysisFacts()
  const analysis = useAnalysisStore()
  const session = useSessionStore()
  const timeline = useTimelineStore()
  const findingOf = useHotspotFinding()

  const titleOf = ({ mode, weight }: AnalysisResult) =>
    mode === 'clusters'
      ? term(ANALYSIS_MODES[mode])
      : t('analysis.legend.title', {
          mode: term(ANALYSIS_MODES[mode]),
          weight: term(POINT_WEIGHTS[weight]),
        })

  function entriesOf(result: AnalysisResult): ExportLegend['entries'] {
    const { line, quiet } = ANALYSIS_COLOURS[session.theme]
    if (result.mode === 'heat' || result.mode === 'hexagons') {
      const { breaks } = result.answer
      return breaks.map((from, index) => {
        const next = breaks[index + 1]
        const label = densityFigure(from)
        return {
          swatch: { kind: 'fill', colour: bandColour(session.theme, index, breaks.length) },
          label: next === undefined ? `≥${label}` : `${label}–<${densityFigure(next)}`,
        }
      })
    }
    if (result.mode !== 'hotspots' || result.answer.untestable) return []
    const { counts } = result.answer
    return HOTSPOT_ORDER.map((each) => {
      const group = each > 0 ? 'hot' : each < 0 ? 'cold' : 'neither'
      const strength = each ? t('analysis.legend.confidence', { n: Math.abs(each) }) : ''
      const number = t('analysis.legend.hexagonCount', { n: figure(counts[each]) })
      return {
        swatch: {
          kind: 'fill',
          colour: hotspotColour(session.theme, each) ?? 'transparent',
          outline: each > 0 ? line : quiet,
          hatched: each < 0,
        },
        label: [t(`analysis.legend.${group}`), strength, number].filter(Boolean).join(' '),
      }
    })
  }

  /** While two dates are compared a line for each side, with what the later one found. */
  function sideLines(result: AnalysisResult, asOf: string): string[] {
    if (!timeline.comparing) return pointFacts(result, terms).map(sentence)
    const { right } = analysis
    const lineOf = (side: 'left' | 'right', of: AnalysisResult) =>
      t(`analysis.legend.${side}`) +
      [
        ...sideFacts(of, asOf).map(sentence),
        ...(side === 'right' && of.mode === 'hotspots' ? [findingOf(of, asOf)] : []),
      ].join(' · ')
    return [
      lineOf('left', result),
      ...(right?.mode === result.mode ? [lineOf('right', right)] : []),
    ]
  }

  function legendOf(result: AnalysisResult, asOf: string): ExportLegend {
    const isDensity = result.mode === 'heat' || result.mode === 'hexagons'
    const empty = emptyReason(result, terms)
    const facts = [
      ...(empty ? [empty] : []),
      ...methodFacts(result, analysis.settings, terms),
      ...(result.mode === 'hotspots' ? detailFacts(result, terms) : []),
    ]
    const isProposed = result.mode === 'heat' && result.breakRule === 'fixed'
    const caution = isDensity ? 'concentration' : 'notDanger'
    return {
      title: titleOf(result),
      unit: isDensity
        ? t('analysis.legend.unit', { unit: words(POINT_WEIGHTS[result.weight].unit) })
        : null,
      ...(result.mode === 'hotspots' ? { finding: findingOf(result, asOf) } : {}),
      entries: entriesOf(result),
      lines: [
        ...facts.map(sentence),
        ...sideLines(result, asOf),
        ...(isProposed ? [t('notes.proposed')] : []),
        ...(result.mode === 'clusters' ? [] : [t(`analysis.legend.${caution}`)]),
      ],
    }
  }

  return { legendOf, titleOf }
}
