import { AREA_LEVELS } from '#data/domain/areas'
import { useI18n } from 'vue-i18n'
import { useAreas } from '../../api/queries.ts'
import { useTerms } from '../../composables/useTerms.ts'
import { useFigureExport } from './useFigureExport.ts'

/** The open area and everything below it with their figures. */
export function useAreaExport() {
  const { t } = useI18n()
  const { term } = useTerms()
  const { data: areas } = useAreas()

  useFigureExport({
    kind: 'areas',
    places: () => areas.value?.features,
    areaCodeOf: ({ properties }) => properties.code,
    columns: () => [
      { key: 'areaCode', label: t('export.column.areaCode') },
      { key: 'name', label: t('export.column.name') },
      { key: 'areaLevel', label: t('export.column.areaLevel') },
      {
        key: 'officialAreaKm2',
        label: t('export.column.officialArea'),
        unit: t('export.unit.squareKilometre'),
      },
      { key: 'parks', label: t('export.column.parks'), unit: t('export.unit.park') },
    ],
    cells: ({ properties: { code, name, level, officialAreaKm2 } }, { parks }) => [
      code,
      name,
      term(AREA_LEVELS[level]),
      officialAreaKm2,
      parks,
    ],
  })
}
