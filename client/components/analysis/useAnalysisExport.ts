import { ANALYSIS_MODE_ORDER, ANALYSIS_MODES, POINT_WEIGHTS } from '#data/domain/analysis'
import { civilDayOfNumber } from '#data/domain/clock'
import { RISK_LEVELS } from '#data/domain/riskLevels'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useStandingNotes } from '../../composables/useStandingNotes.ts'
import { useTerms } from '../../composables/useTerms.ts'
import { tableFeatures } from '../../export/tableFeatures.ts'
import { useExportable } from '../../export/useExportable.ts'
import { usePlaceWords } from '../../export/usePlaceWords.ts'
import { useAnalysisStore, type AnalysisResult } from '../../stores/analysis.ts'
import type { Exportable, ExportTable } from '../../stores/exportables.ts'
import { isNarrowed } from '../../stores/filters.ts'
import { ANALYSIS_COLUMNS, analysisRows } from './analysisTable.ts'
import { isConfined } from './legendFacts.ts'
import { useAnalysisLegend } from './useAnalysisLegend.ts'

/** Offers the analysis on the map for export, with its legend; `shown` is null while none is drawn. */
export function useAnalysisExport(shown: () => AnalysisResult | null) {
  const { t } = useI18n()
  const { term, words } = useTerms()
  const analysis = useAnalysisStore()
  const { district, fictitious } = useStandingNotes()
  const { nameOf, wordsOf } = usePlaceWords()
  const { legendOf, titleOf } = useAnalysisLegend()

  function tableOf(result: AnalysisResult): ExportTable {
    const weight = POINT_WEIGHTS[result.weight]
    const unit = words(weight.unit)
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
      rows: analysisRows(result, (level) => term(RISK_LEVELS[level]), term(weight)),
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

  /** Two results that differ in more than their date are never saved under one name. */
  const fileNameOf = (result: AnalysisResult) =>
    [
      term(ANALYSIS_MODES[result.mode]),
      ...(result.mode === 'clusters' ? [] : [term(POINT_WEIGHTS[result.weight])]),
      ...(isConfined(result) ? [nameOf(result.filter)] : []),
      ...(isNarrowed(result.filter) ? [t('export.picture.narrowed')] : []),
    ].join('-')

  const offer = computed<Exportable | null>(() => {
    const result = shown()
    const { loaded } = analysis
    if (!result || !loaded || !district.value) return null
    const legend = legendOf(result, loaded.asOf)
    const geometries = geometriesOf(result)
    const place = nameOf(result.filter)
    return {
      title: titleOf(result),
      place,
      fileName: fileNameOf(result),
      asOf: loaded.asOf,
      day: result.day === null ? null : civilDayOfNumber(result.day),
      fictitious: fictitious.value,
      source: district.value.source,
      notes: [
        titleOf(result),
        ...(legend.finding ? [legend.finding] : []),
        t('export.picture.counted', { place }),
        wordsOf(result.filter),
        ...legend.lines,
      ],
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
