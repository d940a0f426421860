import { civilDayOfNumber } from '#data/domain/clock'
import { RISK_LEVELS } from '#data/domain/riskLevels'
import { useI18n } from 'vue-i18n'
import { useStandingNotes } from '../../composables/useStandingNotes.ts'
import { useTerms } from '../../composables/useTerms.ts'
import type { ExportColumn, ExportTable, ExportWork } from '../../stores/exportables.ts'
import { usePlaceStore } from '../../stores/place.ts'
import { usePointsStore } from '../../stores/points.ts'
import { useTimelineStore } from '../../stores/timeline.ts'
import { useExportable } from '../useExportable.ts'
import { usePlaceWords } from '../usePlaceWords.ts'
import { askCurve } from './askCurve.ts'
import { CURVE_FIGURES, dayText, valueAt, yearRows, type CurveFigure } from './timeTables.ts'

/** What the drawer of time tells of the open place: its year, and the day or the two dates looked at. */
export function useTimeExport() {
  const { t } = useI18n()
  const { term } = useTerms()
  const place = usePlaceStore()
  const points = usePointsStore()
  const timeline = useTimelineStore()
  const { placeName } = usePlaceWords()
  const { district, fictitious } = useStandingNotes()

  const code = () => place.place.parkCode ?? place.place.areaCode
  const nameOf = (key: CurveFigure) => {
    if (key === 'major' || key === 'larger') return term(RISK_LEVELS[key])
    return t(`export.column.${key === 'open' ? 'openHiddenDangers' : 'overdueHiddenDangers'}`)
  }
  const columnsOf = (...keys: string[]): ExportColumn[] =>
    keys.map((key) => ({ key, label: t(`export.column.${key}`) }))

  async function yearTable(asOf: string, { signal }: ExportWork): Promise<ExportTable> {
    const [name, of] = [placeName.value, code()]
    const curve = await askCurve(timeline, of, signal)
    return {
      columns: [
        ...columnsOf('place', 'placeCode', 'date', 'time'),
        ...CURVE_FIGURES.map(({ key, unit }) => ({
          key,
          label: nameOf(key),
          unit: t(`export.unit.${unit}`),
        })),
      ],
      rows: yearRows(curve, asOf).map((row) => [name, of, ...row]),
    }
  }

  async function daysTable(asOf: string, { signal }: ExportWork): Promise<ExportTable> {
    const { day, right, comparing } = timeline
    const [name, of] = [placeName.value, code()]
    const curve = await askCurve(timeline, of, signal)
    const values = comparing
      ? columnsOf('leftDate', 'leftValue', 'rightDate', 'rightValue', 'change')
      : columnsOf('date', 'value')
    const rows = CURVE_FIGURES.map(({ key, unit }) => {
      const [left, then] = [valueAt(curve, key, day), valueAt(curve, key, right)]
      const second = comparing ? [dayText(right, asOf), then, then - left] : []
      const head = [name, of, nameOf(key), t(`export.unit.${unit}`)]
      return [...head, dayText(day, asOf), left, ...second]
    })
    return { columns: [...columnsOf('place', 'placeCode', 'item', 'itemUnit'), ...values], rows }
  }

  /** What both files tell; the instant is that of the columns which the curve is made from. */
  const standing = () => {
    const asOf = points.loaded?.asOf
    if (!district.value || !asOf) return null
    const { source } = district.value
    return { asOf, source, fictitious: fictitious.value }
  }

  useExportable('timeYear', () => {
    const told = standing()
    if (!told) return null
    const { span } = timeline
    return {
      ...told,
      title: `${placeName.value} · ${t('export.year')}`,
      fileName: `${placeName.value}-${t('export.year')}`,
      notes: [t('export.dayRule'), t('export.unended')],
      count: span && span.last - span.first + 1,
      rows: (work) => yearTable(told.asOf, work),
    }
  })
  useExportable('timeDays', () => {
    const told = standing()
    const { day, right, comparing } = timeline
    if (!told || (day === null && !comparing)) return null
    const what = t(comparing ? 'export.twoDays' : 'export.days')
    const dates = (comparing ? [day, right] : [day]).map((each) => dayText(each, told.asOf))
    const dateNames = dates.map((date) => date.slice(0, 10)).join('-')
    return {
      ...told,
      title: [placeName.value, what, dates.join(' – ')].join(' · '),
      fileName: [placeName.value, what, ...(comparing ? [dateNames] : [])].join('-'),
      day: comparing || day === null ? null : civilDayOfNumber(day),
      notes: [t('export.dayRule')],
      count: CURVE_FIGURES.length,
      rows: (work) => daysTable(told.asOf, work),
    }
  })
}
