import { areaContains } from '#data/domain/areas'
import { civilDayOfNumber } from '#data/domain/clock'
import { PARK_GRADES, PARK_STAGES, PARK_TYPES } from '#data/domain/parks'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFigures, useParks } from '../../api/queries.ts'
import { useStandingNotes } from '../../composables/useStandingNotes.ts'
import { useTerms } from '../../composables/useTerms.ts'
import type { ExportTable } from '../../stores/exportables.ts'
import { usePlaceStore } from '../../stores/place.ts'
import { usePointsStore } from '../../stores/points.ts'
import { tableFeatures } from '../tableFeatures.ts'
import { useExportable } from '../useExportable.ts'
import { usePlaceWords } from '../usePlaceWords.ts'
import { useFigureColumns } from './figureColumns.ts'

const KEYS = [
  'parkCode',
  'name',
  'street',
  'community',
  'areaCode',
  'parkType',
  'demonstration',
  'grade',
  'stage',
  'operator',
] as const

/** The parks of the open area with their figures. */
export function useParkExport() {
  const { t } = useI18n()
  const { term } = useTerms()
  const place = usePlaceStore()
  const points = usePointsStore()
  const { data: parks } = useParks()
  const { data: present } = useFigures()
  const { areaName } = usePlaceWords()
  const { district, fictitious } = useStandingNotes()
  const { figureColumns, figureCells } = useFigureColumns()

  /** Of the day that the map shows. */
  const figures = computed(() => points.figures ?? present.value)
  const day = computed(() => (points.figures && points.day ? civilDayOfNumber(points.day) : null))
  const entries = computed(() => {
    const within = (parks.value?.features ?? []).filter(({ properties }) =>
      areaContains(place.place.areaCode, properties.areaCode),
    )
    return within.flatMap((feature) => {
      const found = figures.value?.parks.find(({ code }) => code === feature.properties.code)
      return found ? [{ feature, figures: found }] : []
    })
  })
  const table = (): ExportTable => ({
    columns: [
      ...KEYS.map((key) => ({ key, label: t(`export.column.${key}`) })),
      ...figureColumns(),
    ],
    rows: entries.value.map(({ feature, figures: values }) => {
      const park = feature.properties
      return [
        park.code,
        park.name,
        areaName(park.areaCode.slice(0, 9)),
        areaName(park.areaCode),
        park.areaCode,
        term(PARK_TYPES[park.parkType]),
        t(park.demonstration ? 'export.column.yes' : 'export.column.no'),
        term(PARK_GRADES[park.grade]),
        term(PARK_STAGES[park.stage]),
        park.operator,
        ...figureCells(values, day.value !== null),
      ]
    }),
  })

  useExportable('parks', () => {
    if (!district.value || !figures.value || !parks.value) return null
    const name = areaName(place.place.areaCode)
    return {
      title: [name, t('export.parks'), ...(day.value ? [`${day.value} 24:00`] : [])].join(' · '),
      fileName: `${name}-${t('export.parks')}`,
      asOf: figures.value.asOf,
      fictitious: fictitious.value,
      source: district.value.source,
      notes: [t('notes.boundary'), ...(day.value ? [t('export.presentOnly')] : [])],
      day: day.value,
      count: entries.value.length,
      rows: table,
      features: () =>
        tableFeatures(table(), (index) => entries.value[index]?.feature.geometry ?? null),
    }
  })
}
