import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { tableFromIPC, type Table } from 'apache-arrow'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ACCIDENT_TYPES } from '#data/domain/accidentTypes'
import { civilDayOf, dayNumber } from '#data/domain/clock'
import { HIGH_RISK_CLASSES, type HighRiskClass } from '#data/domain/enterprises'
import { RISK_POINT_COLUMNS, type RiskPointColumn } from '#data/domain/riskPointColumns'
import { selectWeighted } from '../../../client/analysis/density/selectWeighted.ts'
import { hiddenDangersOffMap } from '../../../client/analysis/hiddenDangersOffMap.ts'
import { EMPTY_FILTER, type PointFilter } from '../../../client/analysis/pointFilter.ts'
import {
  decodeRiskPointTable,
  type RiskPointTable,
} from '../../../client/analysis/riskPointTable.ts'
import type { Row } from '../../../server/db/Db.ts'
import { serveDemo } from './serveDemo.ts'

const ADDRESS = '/api/risk-points.arrow'
const MOST_BYTES_A_POINT = 16
let demo: Awaited<ReturnType<typeof serveDemo>>
let table: Table
let rows: Row[]

beforeAll(async () => {
  demo = await serveDemo()
  table = tableFromIPC((await demo.request(ADDRESS)).body)
  rows = await demo.db.query(
    `SELECT point.id, point.area_code, point.park_code, point.level, point.score,
       point.accident_types, point.review_due::text, ST_X(point.geom) AS longitude,
       ST_Y(point.geom) AS latitude, enterprise.high_risk_class,
       array(SELECT coalesce(major_hazard_grade, 9) FROM hazard_sources
             WHERE risk_point_id = point.id) AS grades,
       array(SELECT deadline::text FROM hidden_dangers
             WHERE risk_point_id = point.id AND closed_at IS NULL
               AND state NOT IN ('merged', 'dismissed')) AS deadlines,
       point.enterprise_code, enterprise.headcount, point.valid_from,
       coalesce(whole.dangers, 0) AS at_enterprise
     FROM risk_points AS point
     LEFT JOIN enterprises AS enterprise ON enterprise.code = point.enterprise_code
     LEFT JOIN (
       SELECT enterprise_code AS code, count(*)::integer AS dangers FROM hidden_dangers
       WHERE risk_point_id IS NULL AND closed_at IS NULL AND state NOT IN ('merged', 'dismissed')
       GROUP BY enterprise_code
     ) AS whole ON whole.code = point.enterprise_code
     ORDER BY point.area_code, point.park_code, point.level, point.id`,
  )
}, 120_000)
afterAll(() => demo.close())

test('the stream holds the columns of the registry in one batch', () => {
  expect(table.schema.fields.map(({ name }) => name)).toEqual(Object.keys(RISK_POINT_COLUMNS))
  expect(table.batches).toHaveLength(1)
  expect(table.numRows).toBe(12_480)
  const metadata = Object.fromEntries(table.schema.metadata)
  expect(metadata).toMatchObject({ fictitious: 'true' })
  expect(metadata.asOf).toMatch(/\+08:00$/)
  expect(metadata.dataVersion).toMatch(/^\d+-\d+$/)
  expect(JSON.parse(metadata.geo ?? '')).toMatchObject({ crs: 'EPSG:4326' })
})

test('it equals the rows of the database, one by one and in the order of area, park and level', () => {
  expect(rows).toHaveLength(table.numRows)
  const columns = Object.fromEntries(
    Object.keys(RISK_POINT_COLUMNS).map((name) => [name, table.getChild(name)?.toJSON()]),
  ) as Record<RiskPointColumn, unknown[]>
  for (const [index, row] of rows.entries()) {
    const found = Object.fromEntries(
      Object.entries(columns).map(([name, values]) => [name, values[index]]),
    )
    expect(found).toEqual(columnsOf(row, index))
  }
  expect(new Set(enterprises.values()).size).toBe(enterprises.size)
  expect(enterprises.size).toBeGreaterThan(2900)
  expect([...enterprises.values()]).not.toContain(0)
})

/** Numbers of enterprises by code: any will do that tell them apart, so the answer's own are taken. */
function enterpriseOf(row: Row, index: number): number {
  if (row.enterprise_code === null) return 0
  const code = String(row.enterprise_code)
  const number = enterprises.get(code) ?? (table.getChild('enterprise')?.get(index) as number)
  enterprises.set(code, number)
  return number
}
const enterprises = new Map<string, number>()

function columnsOf(row: Row, index: number): Record<RiskPointColumn, unknown> {
  const deadlines = row.deadlines as string[]
  const { longitude, latitude, high_risk_class: riskClass } = row
  const grades = row.grades as number[]
  const [firstType] = row.accident_types as string[]
  const rounded = (value: unknown) => (value === null ? null : Math.fround(Number(value)))
  return {
    id: row.id,
    longitude: rounded(longitude),
    latitude: rounded(latitude),
    level: row.level,
    accidentType: ACCIDENT_TYPES.findIndex(({ name }) => name === firstType),
    areaCode: row.area_code,
    parkCode: row.park_code,
    score: rounded(row.score),
    reviewDueDay: dayNumber(String(row.review_due)),
    hazardSources: grades.length,
    majorHazardGrade: grades.filter((grade) => grade <= 4).toSorted()[0] ?? 0,
    highRiskClass: riskClass ? HIGH_RISK_CLASSES[riskClass as HighRiskClass].index : 0,
    openHiddenDangers: deadlines.length,
    overdueHiddenDangers: deadlines.filter((deadline) => deadline < demo.today).length,
    enterprise: enterpriseOf(row, index),
    headcount: row.headcount ?? 0,
    enterpriseHiddenDangers: row.at_enterprise,
    validFromDay: dayNumber(civilDayOf(row.valid_from as Date)),
  }
}

test('what the points cannot show of the open hidden dangers is told beside them', async () => {
  const points = await readPoints()
  const [without] = await demo.db.query(
    `SELECT count(*)::integer AS open, (count(*) FILTER (WHERE deadline < $1))::integer AS overdue
     FROM hidden_dangers
     WHERE closed_at IS NULL AND state NOT IN ('merged', 'dismissed') AND risk_point_id IS NULL
       AND (enterprise_code IS NULL OR enterprise_code NOT IN (
         SELECT enterprise_code FROM risk_points
         WHERE geom IS NOT NULL AND enterprise_code IS NOT NULL))`,
    [demo.today],
  )
  expect(points.withoutPoint).toEqual(without)
  // CONTENT.md 4.2: 468 open hidden dangers.
  const { totalWeight } = selectWeighted(points, EMPTY_FILTER, 'openHiddenDangers')
  const { hiddenDangersOffMap: offMap } = hiddenDangersOffMap(points, 'openHiddenDangers')
  expect(totalWeight + offMap!).toBeCloseTo(468, 6)
  expect(offMap).toBeGreaterThan(0)
  expect(offMap).toBeLessThan(50)
})

test('of the points that pass, hidden dangers weigh as many as lie there or at their enterprise', async () => {
  const points = await readPoints()
  for (const areaCode of ['440307', '440307003', '440307013']) {
    const [row] = await demo.db.query(
      `WITH passing AS (
         SELECT id, enterprise_code FROM risk_points
         WHERE geom IS NOT NULL AND level <= 3 AND area_code LIKE $1 || '%'
       )
       SELECT count(*)::integer AS dangers FROM hidden_dangers
       WHERE closed_at IS NULL AND state NOT IN ('merged', 'dismissed')
         AND (risk_point_id IN (SELECT id FROM passing)
           OR risk_point_id IS NULL AND enterprise_code IN (SELECT enterprise_code FROM passing))`,
      [areaCode],
    )
    const filter: PointFilter = {
      ...EMPTY_FILTER,
      areaCode,
      levels: ['major', 'larger', 'general'],
    }
    const { totalWeight } = selectWeighted(points, filter, 'openHiddenDangers')
    expect(totalWeight).toBeCloseTo(Number(row?.dangers), 6)
    expect(totalWeight).toBeGreaterThan(0)
  }
})

async function readPoints(): Promise<RiskPointTable> {
  return decodeRiskPointTable(new Uint8Array((await demo.request(ADDRESS)).body).slice().buffer)
}

test('one in a hundred has no coordinates: null, with NaN underneath', () => {
  for (const name of ['longitude', 'latitude']) {
    const column = table.getChild(name)
    expect(column?.nullCount).toBe(125)
    const values = column?.data[0]?.values as Float32Array
    expect(values.filter(Number.isNaN)).toHaveLength(125)
  }
})

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const)('%s is the same stream in at most 16 bytes a point', async (encoding, decode) => {
  const plain = await demo.request(ADDRESS)
  const { headers, body } = await demo.request(ADDRESS, {
    headers: { 'Accept-Encoding': encoding },
  })
  expect(headers['content-type']).toBe('application/vnd.apache.arrow.stream')
  expect(headers['content-encoding']).toBe(encoding)
  expect(headers['content-length']).toBe(String(body.length))
  expect(headers.vary).toContain('Accept-Encoding')
  expect(decode(body).equals(plain.body)).toBe(true)
  expect(body.length / table.numRows).toBeLessThanOrEqual(MOST_BYTES_A_POINT)
})

test('who accepts no encoding gets the plain bytes, who refuses brotli gets gzip', async () => {
  const plain = await demo.request(ADDRESS, { headers: { 'Accept-Encoding': 'identity' } })
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(plain.headers['content-length']).toBe(String(plain.body.length))
  const other = await demo.request(ADDRESS, {
    headers: { 'Accept-Encoding': 'br;q=0, gzip;q=0.5' },
  })
  expect(other.headers['content-encoding']).toBe('gzip')
})
