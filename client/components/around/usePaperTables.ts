import type { Around, FacilityAway } from '#data/contract/analysis/aroundResponses'
import { FACILITY_KINDS } from '#data/domain/facilities'
import { MAJOR_HAZARD_GRADE_LABELS } from '#data/domain/hazardSources'
import { PARK_GRADES } from '#data/domain/parks'
import { RISK_LEVELS, type RiskLevel } from '#data/domain/riskLevels'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useTerms } from '../../composables/useTerms.ts'

type Column = { key: string; label: string; number: boolean }
type Row = { key: string; cells: readonly string[]; level?: RiskLevel }
export type PaperTable = {
  key: string
  title: string
  columns: readonly Column[]
  rows: readonly Row[]
  /** How many there are; rows may be fewer. */
  total: number
}

const NUMBERS: readonly string[] = ['distance', 'minutes', 'people']

/** The lists of an answer as tables for paper; those without a row are left out. */
export function usePaperTables(answer: () => Around) {
  const { t } = useI18n()
  const { term, words, figure } = useTerms()
  const columnsOf = (keys: readonly string[]): Column[] =>
    keys.map((key) => ({
      key,
      label: t(`around.columns.${key}`),
      number: NUMBERS.includes(key),
    }))
  const metres = (value: number) => figure(Math.round(value))
  const table = (
    key: string,
    title: string,
    keys: readonly string[],
    rows: readonly Row[],
    total = rows.length,
  ): PaperTable => ({
    key,
    title,
    columns: columnsOf(keys),
    rows,
    total,
  })
  const FACILITY_COLUMNS = ['name', 'kind', 'people', 'distance', 'minutes']
  const facilityRow = ({ code, name, kind, people, distanceMetres, minutes }: FacilityAway) => ({
    key: code,
    cells: [
      name,
      term(FACILITY_KINDS[kind]),
      people === null ? '–' : figure(people),
      metres(distanceMetres),
      figure(minutes),
    ],
  })
  const countOf = (isSensitive: boolean) =>
    answer()
      .facilities.counts.filter(({ sensitive }) => sensitive === isSensitive)
      .reduce((sum, { total }) => sum + total, 0)
  const placesOf = (isSensitive: boolean) =>
    answer()
      .facilities.list.items.filter(({ kind }) => FACILITY_KINDS[kind].sensitive === isSensitive)
      .map(facilityRow)

  function nearestTable(): PaperTable {
    const nearest = Object.values(answer().nearest).filter((each) => each !== null)
    return table('nearest', t('around.nearest'), FACILITY_COLUMNS, nearest.map(facilityRow))
  }
  function placesTable(key: 'sensitive' | 'facilities'): PaperTable {
    const isSensitive = key === 'sensitive'
    const total = countOf(isSensitive)
    const title = t(`around.${key}`, { n: figure(total) })
    return table(key, title, FACILITY_COLUMNS, placesOf(isSensitive), total)
  }
  function pointsTable(): PaperTable {
    const { items, total } = answer().gravePoints
    const rows = items.map(({ code, name, level, parkName, enterpriseName, distanceMetres }) => ({
      key: code,
      level,
      cells: [
        name,
        term(RISK_LEVELS[level]),
        parkName,
        enterpriseName ?? '–',
        metres(distanceMetres),
      ],
    }))
    const title = t('around.gravePoints', { n: figure(total) })
    const keys = ['name', 'level', 'park', 'enterprise', 'distance']
    return table('gravePoints', title, keys, rows, total)
  }
  function majorHazardsTable(): PaperTable {
    const { items, total } = answer().hazardSources.majorHazards
    const rows = items.map(({ code, name, grade, parkName, distanceMetres }) => ({
      key: code,
      cells: [name, words(MAJOR_HAZARD_GRADE_LABELS[grade]), parkName, metres(distanceMetres)],
    }))
    const title = t('around.majorHazards', { n: figure(total) })
    return table('majorHazards', title, ['name', 'level', 'park', 'distance'], rows, total)
  }
  function parksTable(): PaperTable {
    const { items, total } = answer().parks
    const rows = items.map(({ code, name, grade, distanceMetres }) => ({
      key: code,
      cells: [name, term(PARK_GRADES[grade]), metres(distanceMetres)],
    }))
    const title = t('around.parks', { n: figure(total) })
    return table('parks', title, ['name', 'level', 'distance'], rows, total)
  }
  return computed(() =>
    [
      nearestTable(),
      placesTable('sensitive'),
      pointsTable(),
      majorHazardsTable(),
      placesTable('facilities'),
      parksTable(),
    ].filter(({ rows }) => rows.length > 0),
  )
}
