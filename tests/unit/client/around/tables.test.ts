import { expect, test } from 'vitest'
import {
  aroundTable,
  coverageTable,
  dominoTable,
  placedFeatures,
} from '../../../../client/components/around/aroundTables.ts'
import { AROUND, COVERAGE, DOMINO } from './answers.ts'

const WORDS = {
  column: (key: string) => key,
  list: (key: string) => key,
  level: (level: string) => level,
  facility: (kind: string) => kind,
  join: (names: readonly string[]) => names.join('+'),
}
const TABLES = {
  around: aroundTable(AROUND, WORDS),
  coverage: coverageTable(COVERAGE, WORDS),
  domino: dominoTable(DOMINO, WORDS),
}
const rowsOf = ({ table }: (typeof TABLES)['around']) =>
  table.rows.map((row) => Object.fromEntries(table.columns.map(({ key }, at) => [key, row[at]])))

test.each(Object.entries(TABLES))('%s has a cell for every column', (_, { table }) => {
  for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
})

test('around here lists everything with what it is', () => {
  const rows = rowsOf(TABLES.around)
  expect(rows.map(({ list, code }) => [list, code])).toEqual([
    ['nearest', 'S1'],
    ['inside', 'F1'],
    ['riskPoint', 'R1'],
  ])
  expect(rows[1]).toMatchObject({ kind: 'school', people: 900, distance: 205, level: null })
  expect(rows[2]).toMatchObject({ level: 'major', enterprise: '甲厂', longitude: 114.201 })
})

test('coverage and domino give distances as numbers, and whom a member reaches', () => {
  expect(rowsOf(TABLES.coverage)).toMatchObject([{ code: 'R9', stationDistance: 2055 }])
  expect(rowsOf(TABLES.domino).map(({ code, reaches }) => [code, reaches])).toEqual([
    ['H1', 'H2+H3'],
    ['H2', ''],
    ['H3', 'H1'],
  ])
})

test('features are the land first, then a point for each row; no land where there is none', () => {
  const lands = [
    { geometry: null, properties: {} },
    { geometry: { type: 'Point' as const, coordinates: [0, 0] }, properties: { group: 1 } },
  ]
  const { features } = placedFeatures(TABLES.domino, lands)
  expect(features).toHaveLength(4)
  expect(features[0]?.properties).toEqual({ group: 1 })
  expect(features[1]?.geometry).toEqual({ type: 'Point', coordinates: [114.2, 22.701] })
})
