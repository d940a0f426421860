import { areaContains } from '#data/domain/areas'
import { civilDayOfNumber } from '#data/domain/clock'
import type { AreaFigures } from '#data/domain/figures'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFigures } from '../../api/queries.ts'
import { useStandingNotes } from '../../composables/useStandingNotes.ts'
import type { ExportColumn } from '../../stores/exportables.ts'
import { usePlaceStore } from '../../stores/place.ts'
import { usePointsStore } from '../../stores/points.ts'
import type { Cell } from '../csv.ts'
import { tableFeatures } from '../tableFeatures.ts'
import { useExportable } from '../useExportable.ts'
import { usePlaceWords } from '../usePlaceWords.ts'
import { useFigureColumns } from './figureColumns.ts'

type Place = { properties: { code: string }; geometry: GeoJSON.Geometry }

/** What a file of areas says otherwise than a file of parks. */
type FigureExport<Feature extends Place> = {
  kind: 'areas' | 'parks'
  /** All of them; undefined until they are there. */
  places: () => readonly Feature[] | undefined
  /** Code of the area that a place is or lies in. */
  areaCodeOf: (place: Feature) => string
  /** What stands before the figures. */
  columns: () => ExportColumn[]
  cells: (place: Feature, figures: AreaFigures) => Cell[]
}

/** Offers places of the open area with their figures for export. */
export function useFigureExport<Feature extends Place>(given: FigureExport<Feature>) {
  const { kind } = given
  const { t } = useI18n()
  const place = usePlaceStore()
  const points = usePointsStore()
  const { data: present } = useFigures()
  const { areaName } = usePlaceWords()
  const { district, fictitious } = useStandingNotes()
  const { figureColumns, figureCells } = useFigureColumns()

  /** Of the day that the map shows. */
  const figures = computed(() => points.figures ?? present.value)
  const day = computed(() => (points.figures && points.day ? civilDayOfNumber(points.day) : null))
  const entries = computed(() => {
    const { areaCode } = place.place
    const within = (given.places() ?? []).filter((each) =>
      areaContains(areaCode, given.areaCodeOf(each)),
    )
    return within.flatMap((feature) => {
      const found = figures.value?.[kind].find(({ code }) => code === feature.properties.code)
      return found ? [{ feature, figures: found }] : []
    })
  })
  const table = () => ({
    columns: [...given.columns(), ...figureColumns()],
    rows: entries.value.map(({ feature, figures: values }) => [
      ...given.cells(feature, values),
      ...figureCells(values, day.value !== null),
    ]),
  })

  useExportable(kind, () => {
    if (!district.value || !figures.value || !given.places()) return null
    const name = areaName(place.place.areaCode)
    return {
      title: [name, t(`export.${kind}`), ...(day.value ? [`${day.value} 24:00`] : [])].join(' · '),
      fileName: `${name}-${t(`export.${kind}`)}`,
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
