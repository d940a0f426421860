import type { AreaFigures } from '#data/domain/figures'
import { RISK_LEVELS, RISK_LEVEL_ORDER } from '#data/domain/riskLevels'
import { useI18n } from 'vue-i18n'
import { useTerms } from '../../composables/useTerms.ts'
import type { ExportColumn } from '../../stores/exportables.ts'

type Figure = {
  [K in keyof AreaFigures]: AreaFigures[K] extends number ? K : never
}[keyof AreaFigures]

/** Figures of a place in the order of the file, each with its unit. */
const FIGURES: readonly (readonly [Figure, 'point' | 'park' | 'source' | 'equivalent'])[] = [
  ['riskValue', 'equivalent'],
  ['overdueReviews', 'point'],
  ['missingCoordinates', 'point'],
  ['hazardSources', 'source'],
  ['majorHazardSources', 'source'],
  ['enterprises', 'park'],
  ['openHiddenDangers', 'source'],
  ['overdueHiddenDangers', 'source'],
  ['openMajorHiddenDangers', 'source'],
  ['overdueMajorHiddenDangers', 'source'],
  ['dueHiddenDangers', 'source'],
  ['closedInTime', 'source'],
  ['campaignTargets', 'park'],
  ['campaignAccepted', 'park'],
]

/** Of these there is no record of a past day. */
const PRESENT_ONLY: ReadonlySet<Figure> = new Set<Figure>([
  'overdueReviews',
  'missingCoordinates',
  'hazardSources',
  'majorHazardSources',
  'openMajorHiddenDangers',
  'overdueMajorHiddenDangers',
  'dueHiddenDangers',
  'closedInTime',
  'campaignTargets',
  'campaignAccepted',
])

/** Columns and cells of the figures of areas and parks, the same for both. */
export function useFigureColumns() {
  const { t } = useI18n()
  const { term } = useTerms()
  const point = () => t('export.unit.point')

  return {
    figureColumns: (): ExportColumn[] => [
      { key: 'riskPoints', label: t('export.column.total'), unit: point() },
      ...RISK_LEVEL_ORDER.map((level) => ({
        key: level,
        label: term(RISK_LEVELS[level]),
        unit: point(),
      })),
      ...FIGURES.map(([key, unit]) => ({
        key,
        label: t(`export.column.${key}`),
        unit: t(`export.unit.${unit}`),
      })),
    ],
    /** On a past day what has no record is empty, not nought. */
    figureCells: (figures: AreaFigures, isPast: boolean): (number | null)[] => [
      figures.riskPoints.total,
      ...RISK_LEVEL_ORDER.map((level) => figures.riskPoints[level]),
      ...FIGURES.map(([key]) => (isPast && PRESENT_ONLY.has(key) ? null : figures[key])),
    ],
  }
}
