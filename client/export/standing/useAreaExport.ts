import { AREA_LEVELS, areaContains } from '#data/domain/areas'
import { civilDayOfNumber } from '#data/domain/clock'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAreas, useFigures } from '../../api/queries.ts'
import { useStandingNotes } from '../../composables/useStandingNotes.ts'
import { useTerms } from '../../composables/useTerms.ts'
import type { ExportTable } from '../../stores/exportables.ts'
import { usePlaceStore } from '../../stores/place.ts'
import { usePointsStore } from '../../stores/points.ts'
import { tableFeatures } from '../tableFeatures.ts'
import { useExportable } from '../useExportable.ts'
import { usePlaceWords } from '../usePlaceWords.ts'
import { useFigureColumns } from './figureColumns.ts'

/** The open area and everything below it with their figures. */
export function useAreaExport() {
  const { t } = useI18n()
  const { term } = useTerms()
  const place = usePlaceStore()
  const points = usePointsStore()
  const { data: areas } = useAreas()
  const { data: present } = useFigures()
  const { areaName } = usePlaceWords()
  const { district, fictitious } = useStandingNotes()
  const { figureColumns, figureCells } = useFigureColumns()

  /** Of the day that the map shows. */
  const figures = computed(() => points.figures ?? present.value)
  const day = computed(() => (points.figures && points.day ? civilDayOfNumber(points.day) : null))
  const entries = computed(() => {
    const within = (areas.value?.features ?? []).filter(({ properties }) =>
      areaContains(place.place.areaCode, properties.code),
    )
    return within.flatMap((feature) => {
      const found = figures.value?.areas.find(({ code }) => code === feature.properties.code)
      return found ? [{ feature, figures: found }] : []
    })
  })
  const table = (): ExportTable => ({
    columns: [
      { key: 'areaCode', label: t('export.column.areaCode') },
      { key: 'name', label: t('export.column.name') },
      { key: 'areaLevel', label: t('export.column.areaLevel') },
      {
        key: 'officialAreaKm2',
        label: t('export.column.officialArea'),
        unit: t('export.unit.squareKilometre'),
      },
      { key: 'parks', label: t('export.column.parks'), unit: t('export.unit.park') },
      ...figureColumns(),
    ],
    rows: entries.value.map(({ feature, figures: values }) => {
      const { code, name, level, officialAreaKm2 } = feature.properties
      const head = [code, name, term(AREA_LEVELS[level]), officialAreaKm2, values.parks]
      return [...head, ...figureCells(values, day.value !== null)]
    }),
  })

  useExportable('areas', () => {
    if (!district.value || !figures.value || !areas.value) return null
    const name = areaName(place.place.areaCode)
    return {
      title: [name, t('export.areas'), ...(day.value ? [`${day.value} 24:00`] : [])].join(' · '),
      fileName: `${name}-${t('export.areas')}`,
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
