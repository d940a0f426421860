import { afterAll, beforeAll, expect, test } from 'vitest'
import { QUALITY_CHECK_ORDER, type QualityCheck } from '#data/domain/quality'
import { serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
beforeAll(async () => {
  api = await serveWritable()
})
afterAll(() => api.close())

const countsOf = async (area = '440307') =>
  (await api.get('getQuality', `/api/quality?area=${area}`)).counts

/** Counted another way than the product does. */
const INDEPENDENT: Partial<Record<QualityCheck, string>> = {
  overdueReviews: `SELECT count(*) FROM risk_points WHERE retired_at IS NULL AND review_due < '2026-11-23'`,
  reviewsSoon: `SELECT count(*) FROM risk_points WHERE retired_at IS NULL AND level IN (1, 2)
    AND review_due BETWEEN '2026-11-23' AND '2026-12-23'`,
  missingCoordinates: `SELECT count(*) FILTER (WHERE geom IS NULL) FROM risk_points WHERE retired_at IS NULL`,
  missingPersons: `SELECT count(*) FROM risk_points WHERE retired_at IS NULL
    AND (CASE WHEN responsible_person IS NULL THEN 1 ELSE 0 END
      + CASE WHEN level < 3 AND guarantor IS NULL THEN 1 ELSE 0 END) > 0`,
  outsidePark: `SELECT count(*) FROM risk_points JOIN parks ON parks.code = park_code
    WHERE risk_points.retired_at IS NULL
      AND NOT ST_DWithin(risk_points.geom::geography, parks.geom::geography, 20)`,
  duplicateEnterprises: `SELECT sum(number) FROM (SELECT count(*) AS number FROM enterprises
    WHERE retired_at IS NULL GROUP BY name HAVING count(*) > 1) AS names`,
  enterpriseGaps: `SELECT count(*) FROM enterprises WHERE retired_at IS NULL
    AND coalesce(length(safety_officer) * length(building_code), 0) = 0`,
}

test('every count equals an independent one', async () => {
  const counts = await countsOf()
  for (const [check, sql] of Object.entries(INDEPENDENT)) {
    const [row] = await api.db.query(sql)
    expect(counts[check as QualityCheck], check).toBe(Number(Object.values(row ?? {})[0]))
  }
  expect(counts.missingCoordinates).toBeGreaterThan(100)
  // Three pairs of enterprises share a name (CONTENT.md 4.4).
  expect(counts.duplicateEnterprises).toBeGreaterThanOrEqual(6)
})

test.each(QUALITY_CHECK_ORDER)('the pages of %s together are as many as counted', async (check) => {
  const counts = await countsOf()
  const codes: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const address = `/api/quality/${check}?limit=97${cursor && `&cursor=${cursor}`}`
    const page: Awaited<ReturnType<typeof read>> = await read(address)
    codes.push(...page.items.map(({ entity, code, reportId }) => `${entity} ${code} ${reportId}`))
    cursor = page.nextCursor
  }
  expect(codes).toHaveLength(counts[check])
  expect(new Set(codes).size).toBe(codes.length)
})
const read = (address: string) => api.get('listQualityItems', address)

test('counts of the streets add up to those of the district', async () => {
  const { children } = await api.get('getSummary', '/api/summary')
  const district = await countsOf()
  const streets = await Promise.all(children.map(({ code }) => countsOf(code)))
  for (const check of QUALITY_CHECK_ORDER) {
    const sum = streets.reduce((total, counts) => total + counts[check], 0)
    expect(sum, check).toBe(district[check])
  }
})

test('a report appears, is closed once, and stays closed', async () => {
  const point = await api.register()
  const report = await api.send('reportError', '/api/error-reports', {
    body: { entity: 'riskPoint', code: point.code, text: '位置标在隔壁楼' },
  })
  expect(report).toMatchObject({ name: point.name, areaCode: point.areaCode, resolvedAt: null })
  const { items } = await read(`/api/quality/errorReports?area=${point.areaCode}&limit=1000`)
  expect(items).toContainEqual(
    expect.objectContaining({
      reportId: report.id,
      text: '位置标在隔壁楼',
      riskPointCode: point.code,
    }),
  )
  const address = `/api/error-reports/${report.id}/resolution`
  const body = { resolution: '已移动到正确位置' }
  const closed = await api.send('resolveErrorReport', address, { body })
  expect(closed).toMatchObject({ resolvedBy: '演示管理员', resolution: '已移动到正确位置' })
  expect((await api.refusal('resolveErrorReport', address, { body })).status).toBe(409)
  const left = await read(`/api/quality/errorReports?area=${point.areaCode}&limit=1000`)
  expect(left.items.map(({ reportId }) => reportId)).not.toContain(report.id)
})

test('what does not exist cannot be reported', async () => {
  const body = { entity: 'park', code: 'NO-PARK', text: '错' }
  expect((await api.refusal('reportError', '/api/error-reports', { body })).status).toBe(422)
})

test('an unknown check and a made-up cursor are refused', async () => {
  expect((await api.problem('/api/quality/everything')).status).toBe(400)
  expect((await api.problem('/api/quality/missingPersons?cursor=abc')).status).toBe(400)
})
