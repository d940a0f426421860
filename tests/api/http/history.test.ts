import { tableFromIPC } from 'apache-arrow'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HISTORY_COLUMNS, HISTORY_PARTS, type HistoryPart } from '#data/domain/historyColumns'
import { serveDemo } from './serveDemo.ts'

let demo: Awaited<ReturnType<typeof serveDemo>>
const addressOf = (part: HistoryPart) => `/api/risk-points/history.arrow?part=${part}`

beforeAll(async () => {
  demo = await serveDemo()
}, 120_000)
afterAll(() => demo.close())

test.each(HISTORY_PARTS)('%s come as the columns of the registry in one batch', async (part) => {
  const { headers, body } = await demo.request(addressOf(part))
  expect(headers['content-type']).toBe('application/vnd.apache.arrow.stream')
  const table = tableFromIPC(body)
  expect(table.schema.fields.map(({ name }) => name)).toEqual(Object.keys(HISTORY_COLUMNS[part]))
  expect(table.batches).toHaveLength(1)
  expect(table.schema.metadata.get('dataVersion')).toMatch(/^\d+-\d+$/)
  for (const { name } of table.schema.fields) {
    if (name === 'longitude' || name === 'latitude') continue
    expect(table.getChild(name)?.nullCount).toBe(0)
  }
})

test('the year has as many past versions as its curve has steps, and every hidden danger', async () => {
  const rows = async (part: HistoryPart) => tableFromIPC((await demo.request(addressOf(part))).body)
  // CONTENT.md 4.4: 76 lowered, 6 lowered from 重大, 21 raised.
  expect((await rows('versions')).numRows).toBe(103)
  // 9,600 of the year and 505 that were open when it began.
  expect((await rows('hiddenDangers')).numRows).toBe(10_105)
  expect((await rows('hazardSources')).numRows).toBe(1560)
})

test('the same part is confirmed by its tag, and another has another', async () => {
  const { headers } = await demo.request(addressOf('versions'))
  const again = await demo.request(addressOf('versions'), {
    headers: { 'If-None-Match': String(headers.etag) },
  })
  expect(again.status).toBe(304)
  const other = await demo.request(addressOf('hiddenDangers'), {
    headers: { 'If-None-Match': String(headers.etag) },
  })
  expect(other.status).toBe(200)
})

test('an unknown part is refused', async () => {
  const { status } = await demo.request('/api/risk-points/history.arrow?part=future')
  expect(status).toBe(400)
})
