import { PARK_GRADES, PARK_STAGES, PARK_TYPES } from '#data/domain/parks'
import { useI18n } from 'vue-i18n'
import { useParks } from '../../api/queries.ts'
import { useTerms } from '../../composables/useTerms.ts'
import { usePlaceWords } from '../usePlaceWords.ts'
import { useFigureExport } from './useFigureExport.ts'

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
  const { data: parks } = useParks()
  const { areaName } = usePlaceWords()

  useFigureExport({
    kind: 'parks',
    places: () => parks.value?.features,
    areaCodeOf: ({ properties }) => properties.areaCode,
    columns: () => KEYS.map((key) => ({ key, label: t(`export.column.${key}`) })),
    cells: ({ properties: park }) => [
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
    ],
  })
}
