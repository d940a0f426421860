import type { RiskPointItem } from '#data/contract/responses'
import { civilDayOfNumber } from '#data/domain/clock'
import { NO_COUNTS, RISK_LEVELS } from '#data/domain/riskLevels'
import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { fetchAllRiskPoints, type RiskPointScope } from '../../api/allRiskPoints.ts'
import { useListWords } from '../../composables/useListWords.ts'
import { useStandingNotes } from '../../composables/useStandingNotes.ts'
import { useTerms } from '../../composables/useTerms.ts'
import { useCameraStore } from '../../stores/camera.ts'
import type { ExportColumn, ExportTable, ExportWork } from '../../stores/exportables.ts'
import { useFiltersStore } from '../../stores/filters.ts'
import { usePlaceStore } from '../../stores/place.ts'
import { usePointsStore } from '../../stores/points.ts'
import { useTimelineStore } from '../../stores/timeline.ts'
import { tableFeatures } from '../tableFeatures.ts'
import { useExportable } from '../useExportable.ts'
import { usePlaceWords } from '../usePlaceWords.ts'

const KEYS = [
  'code',
  'name',
  'level',
  'score',
  'street',
  'community',
  'areaCode',
  'park',
  'parkCode',
  'enterprise',
  'enterpriseCode',
  'location',
  'accidentTypes',
  'person',
  'reviewDue',
  'reviewOverdue',
  'longitude',
  'latitude',
] as const
const UNITS: Partial<Record<(typeof KEYS)[number], string>> = {
  longitude: 'degree',
  latitude: 'degree',
}

/** Risk points of the open place as the filters of the map leave them, at the day looked back to. */
export function useRiskPointExport(boundsOnly: Readonly<Ref<boolean>>) {
  const { t } = useI18n()
  const { term, figure } = useTerms()
  const list = useListWords()
  const camera = useCameraStore()
  const filters = useFiltersStore()
  const place = usePlaceStore()
  const points = usePointsStore()
  const timeline = useTimelineStore()
  const { placeName, areaName, filterWords } = usePlaceWords()
  const { district, fictitious } = useStandingNotes()

  const columns = (): ExportColumn[] =>
    KEYS.map((key) => ({
      key,
      label: t(`export.column.${key}`),
      ...(UNITS[key] ? { unit: t(`export.unit.${UNITS[key]}`) } : {}),
    }))
  const rowOf = (item: RiskPointItem) => [
    item.code,
    item.name,
    term(RISK_LEVELS[item.level]),
    item.score,
    areaName(item.areaCode.slice(0, 9)),
    areaName(item.areaCode),
    item.areaCode,
    item.parkName,
    item.parkCode,
    item.enterpriseName,
    item.enterpriseCode,
    item.location,
    list(item.accidentTypes),
    item.responsiblePerson,
    item.reviewDue,
    t(item.reviewOverdue ? 'export.column.yes' : 'export.column.no'),
    item.longitude,
    item.latitude,
  ]

  const day = computed(() => (timeline.day === null ? null : civilDayOfNumber(timeline.day)))
  /** The day whose points the map has: the counts of the worker are of it. */
  const isCounted = computed(() => points.day === timeline.day)
  const count = computed(() => {
    if (boundsOnly.value || !points.byCode || !isCounted.value) return null
    const code = place.place.parkCode ?? place.place.areaCode
    return (points.byCode.get(code) ?? NO_COUNTS).total
  })
  const scope = (): RiskPointScope => ({
    areaCode: place.place.areaCode,
    parkCode: place.place.parkCode,
    filters: filters.filters,
    bounds: boundsOnly.value ? camera.bounds : null,
    day: day.value,
  })
  async function table(work: ExportWork): Promise<ExportTable> {
    const items = await fetchAllRiskPoints(scope(), count.value, work)
    const missing = items.filter((item) => item.longitude === null || item.latitude === null)
    if (missing.length) work.tell(t('export.withoutPosition', { n: figure(missing.length) }))
    return { columns: columns(), rows: items.map(rowOf) }
  }
  async function features(work: ExportWork) {
    const { columns: named, rows } = await table(work)
    const [longitudeAt, latitudeAt] = [KEYS.indexOf('longitude'), KEYS.indexOf('latitude')]
    return tableFeatures({ columns: named, rows }, (index) => {
      const [longitude, latitude] = [rows[index]?.[longitudeAt], rows[index]?.[latitudeAt]]
      if (typeof longitude !== 'number' || typeof latitude !== 'number') return null
      return { type: 'Point', coordinates: [longitude, latitude] }
    })
  }

  useExportable('riskPoints', () => {
    if (!district.value) return null
    const { asOf, source } = district.value
    return {
      title: [
        placeName.value,
        t('export.riskPoints'),
        ...(day.value ? [`${day.value} 24:00`] : []),
      ].join(' · '),
      fileName: `${placeName.value}-${t('export.riskPoints')}`,
      asOf,
      day: day.value,
      fictitious: fictitious.value,
      source,
      notes: [filterWords.value, ...(boundsOnly.value ? [t('export.data.boundsOnly')] : [])],
      count: count.value,
      rows: table,
      features,
    }
  })
}
