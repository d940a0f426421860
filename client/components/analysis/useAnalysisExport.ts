import { ANALYSIS_MODE_ORDER, ANALYSIS_MODES, POINT_WEIGHTS } from '#data/domain/analysis'
import { civilDayOfNumber } from '#data/domain/clock'
import { RISK_LEVELS } from '#data/domain/riskLevels'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { HotspotClass } from '../../analysis/analysisProtocol.ts'
import { useStandingNotes } from '../../composables/useStandingNotes.ts'
import { useTerms } from '../../composables/useTerms.ts'
import { tableFeatures } from '../../export/tableFeatures.ts'
import { useExportable } from '../../export/useExportable.ts'
import { ANALYSIS_COLOURS, bandColour, hotspotColour } from '../../map/overlays/analysisColours.ts'
import { useAnalysisStore, type AnalysisResult } from '../../stores/analysis.ts'
import type { Exportable, ExportLegend, ExportTable } from '../../stores/exportables.ts'
import { useSessionStore } from '../../stores/session.ts'
import { ANALYSIS_COLUMNS, analysisRows } from './analysisTable.ts'
import { densityFigure, detailFacts, emptyReason, methodFacts, pointFacts } from './legendFacts.ts'
import { useHotspotFinding } from './useHotspotFinding.ts'

const HOTSPOT_ORDER: readonly HotspotClass[] = [99, 95, 90, 0, -90, -95, -99]

/** Offers the analysis on the map for export, with its legend; `shown` is null while none is drawn. */
export function useAnalysisExport(shown: () => AnalysisResult | null) {
  const { t } = useI18n()
  const { term, words, figure } = useTerms()
  const analysis = useAnalysisStore()
  const session = useSessionStore()
  const { district, fictitious } = useStandingNotes()
  const findingOf = useHotspotFinding()
  const terms = { words, figure }

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

  function legendOf(result: AnalysisResult, asOf: string): ExportLegend {
    const weight = POINT_WEIGHTS[result.weight]
    const isDensity = result.mode === 'heat' || result.mode === 'hexagons'
    const empty = emptyReason(result, terms)
    const facts = [
      ...(empty ? [empty] : []),
      ...methodFacts(result, analysis.settings, terms),
      ...(result.mode === 'hotspots' ? detailFacts(result, terms) : []),
      ...pointFacts(result, terms),
    ]
    const isProposed = result.mode === 'heat' && result.breakRule === 'fixed'
    const caution = isDensity ? 'concentration' : 'notDanger'
    return {
      title: titleOf(result),
      unit: isDensity ? t('analysis.legend.unit', { unit: words(weight.unit) }) : null,
      ...(result.mode === 'hotspots' ? { finding: findingOf(result, asOf) } : {}),
      entries: entriesOf(result),
      lines: [
        ...facts.map((fact) =>
          t(`analysis.legend.${fact.key}`, ('values' in fact && fact.values) || {}),
        ),
        ...(isProposed ? [t('notes.proposed')] : []),
        ...(result.mode === 'clusters' ? [] : [t(`analysis.legend.${caution}`)]),
      ],
    }
  }

  const titleOf = ({ mode, weight }: AnalysisResult) =>
    mode === 'clusters'
      ? term(ANALYSIS_MODES[mode])
      : t('analysis.legend.title', {
          mode: term(ANALYSIS_MODES[mode]),
          weight: term(POINT_WEIGHTS[weight]),
        })

  function tableOf(result: AnalysisResult): ExportTable {
    const unit = words(POINT_WEIGHTS[result.weight].unit)
    const units: Record<string, string> = {
      from: `${unit}/km²`,
      to: `${unit}/km²`,
      density: `${unit}/km²`,
      weight: unit,
    }
    return {
      columns: ANALYSIS_COLUMNS[result.mode].map((key) => ({
        key,
        label: t(`export.column.${key}`),
        ...(units[key] ? { unit: units[key] } : {}),
      })),
      rows: analysisRows(result, (level) => term(RISK_LEVELS[level])),
    }
  }

  const geometriesOf = (result: AnalysisResult): GeoJSON.Geometry[] => {
    const collection: GeoJSON.FeatureCollection =
      result.mode === 'heat'
        ? result.answer.bands
        : result.mode === 'clusters'
          ? result.answer.clusters
          : result.answer.hexagons
    return collection.features.map(({ geometry }) => geometry)
  }

  const offer = computed<Exportable | null>(() => {
    const result = shown()
    const { loaded } = analysis
    if (!result || !loaded || !district.value) return null
    const legend = legendOf(result, loaded.asOf)
    const geometries = geometriesOf(result)
    return {
      title: legend.title,
      fileName: term(ANALYSIS_MODES[result.mode]),
      asOf: loaded.asOf,
      day: result.day === null ? null : civilDayOfNumber(result.day),
      fictitious: fictitious.value,
      source: district.value.source,
      notes: [],
      unit: legend.unit,
      legend,
      count: geometries.length,
      rows: () => tableOf(result),
      features: () => tableFeatures(tableOf(result), (index) => geometries[index] ?? null),
    }
  })
  for (const mode of ANALYSIS_MODE_ORDER) {
    useExportable(mode, () => (shown()?.mode === mode ? offer.value : null))
  }
}
