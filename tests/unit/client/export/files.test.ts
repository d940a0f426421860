import { expect, test } from 'vitest'
import { exportFileName } from '../../../../client/export/fileName.ts'
import { geoJsonFile } from '../../../../client/export/geoJsonFile.ts'
import { tableCsv } from '../../../../client/export/tableCsv.ts'
import { tableFeatures } from '../../../../client/export/tableFeatures.ts'
import type { ExportTable } from '../../../../client/stores/exportables.ts'

const asOf = '2026-11-23T01:00:00Z'
const table: ExportTable = {
  columns: [
    { key: 'name', label: '名称' },
    { key: 'score', label: '危险程度', unit: 'D' },
  ],
  rows: [
    ['=危险', 270],
    ['配电房,二层', null],
  ],
}

test('a file is named after what, and the instant in Shanghai or the day looked back to', () => {
  expect(exportFileName('龙岗', '热力', { asOf }, 'png')).toBe('龙岗_热力_2026-11-23_0900.png')
  expect(exportFileName('龙岗', 'A/B: C', { asOf, day: '2026-06-30' }, 'csv')).toBe(
    '龙岗_A-B-C_2026-06-30.csv',
  )
})

test('the first row names the columns; date, source and note stand in the last of every row', () => {
  const names = { asOf: '数据截至', source: '来源', note: '说明' }
  const text = tableCsv(table, { asOf, source: '演示' }, names, '演示数据 请勿引用')
  expect(text.split('\r\n')).toEqual([
    '\uFEFF名称,危险程度 (D),数据截至,来源,说明',
    "'=危险,270,2026-11-23 09:00,演示,演示数据 请勿引用",
    '"配电房,二层",,2026-11-23 09:00,演示,演示数据 请勿引用',
    '',
  ])
})

test('a past day is told as its end', () => {
  const names = { asOf: 'a', source: 's', note: 'n' }
  const text = tableCsv(table, { asOf, day: '2026-06-30', source: '' }, names, '')
  expect(text.split('\r\n')[1]).toBe("'=危险,270,2026-06-30 24:00,,")
})

test('GeoJSON keeps rows without a place, turns outer rings counterclockwise and tells its notes', () => {
  const clockwise: GeoJSON.Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [114.123_456_789, 22.7],
        [114.123_456_789, 22.8],
        [114.2, 22.8],
        [114.2, 22.7],
        [114.123_456_789, 22.7],
      ],
    ],
  }
  const features = tableFeatures(table, (row) => (row === 0 ? clockwise : null))
  const metadata = {
    title: '热力',
    asOf,
    day: null,
    source: '演示',
    unit: null,
    fictitious: true,
    notes: ['示意边界 非测绘成果'],
  }
  const parsed = JSON.parse(geoJsonFile(features, metadata)) as GeoJSON.FeatureCollection & {
    metadata: unknown
  }
  expect(parsed.metadata).toEqual(metadata)
  expect(parsed.features.map(({ properties }) => properties)).toEqual([
    { name: '=危险', score: 270 },
    { name: '配电房,二层', score: null },
  ])
  const [first, second] = parsed.features
  expect(second!.geometry).toBeNull()
  const ring = (first!.geometry as GeoJSON.Polygon).coordinates[0]!
  const area = ring
    .slice(1)
    .reduce((sum, [x, y], at) => sum + ring[at]![0]! * y! - x! * ring[at]![1]!, 0)
  expect(area).toBeGreaterThan(0)
  expect(ring.map(([longitude]) => longitude)).toContain(114.123_457)
  expect(parsed).not.toHaveProperty('crs')
})
