import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RISK_LEVEL_ORDER } from '#data/domain/riskLevels'
import { EMPTY_FILTER } from '../../../../client/analysis/pointFilter.ts'
import { createPointsHandlers } from '../../../../client/analysis/pointsHandlers.ts'
import type { LoadProgress, PointsError } from '../../../../client/analysis/pointsProtocol.ts'
import { encodeRiskPoints } from '../../../../scripts/bench/encodeRiskPoints.ts'
import { tableOf } from './tableArbitrary.ts'

const URL = '/api/risk-points.arrow'
const fetched = vi.fn<typeof fetch>()
const columns = encodeRiskPoints(tableOf([{ level: 1, hazardSources: 2 }, { longitude: NaN }, {}]))
const answer = (body: BodyInit | null, init: ResponseInit = {}) =>
  fetched.mockImplementationOnce(async () => new Response(body, init))
const view = { scale: 'park', bbox: [114, 22, 115, 23], zoom: 14, showAll: false } as const

beforeEach(() => vi.stubGlobal('fetch', fetched))
afterEach(() => {
  vi.unstubAllGlobals()
  fetched.mockReset()
})

/** Handlers that have loaded the three points above. */
async function loadedHandlers() {
  const handlers = createPointsHandlers(() => {})
  answer(columns, { headers: { ETag: '"7"' } })
  await handlers.load({ url: URL })
  return handlers
}

describe('createPointsHandlers', () => {
  it('loads the columns, says what they hold and how far they have come', async () => {
    const progress: LoadProgress[] = []
    const handlers = createPointsHandlers((step) => progress.push(step))
    answer(columns, { headers: { 'Content-Length': String(columns.byteLength) } })
    expect(await handlers.load({ url: URL })).toMatchObject({
      length: 3,
      withoutCoordinates: 1,
      dataVersion: '7',
      asOf: '2026-11-23T01:00:00Z',
      changed: true,
    })
    expect(progress.at(-1)).toEqual({ received: columns.byteLength, total: columns.byteLength })
  })

  it('cannot tell the total of a compressed answer', async () => {
    const progress: LoadProgress[] = []
    const handlers = createPointsHandlers((step) => progress.push(step))
    answer(columns, { headers: { 'Content-Length': '99', 'Content-Encoding': 'br' } })
    await handlers.load({ url: URL })
    expect(progress.at(-1)).toEqual({ received: columns.byteLength, total: null })
  })

  it('asks again with the version it holds and keeps the columns that are still true', async () => {
    const handlers = await loadedHandlers()
    answer(null, { status: 304 })
    expect(await handlers.load({ url: URL })).toMatchObject({ length: 3, changed: false })
    const [first, second] = fetched.mock.calls.map(([, init]) => new Headers(init?.headers))
    expect(first!.get('If-None-Match')).toBeNull()
    expect(second!.get('If-None-Match')).toBe('"7"')
    const { counts } = await handlers.select({ ...view, filter: EMPTY_FILTER })
    expect(counts.everything.total).toBe(3)
  })

  it('shows new columns once they are there', async () => {
    const handlers = await loadedHandlers()
    await handlers.select({ ...view, filter: EMPTY_FILTER })
    answer(encodeRiskPoints(tableOf([{}])))
    await handlers.load({ url: URL })
    const { counts, marks } = await handlers.select({ ...view, filter: EMPTY_FILTER })
    expect([counts.everything.total, marks.drawn]).toEqual([1, 1])
  })

  it('selects and counts by the filter', async () => {
    const handlers = await loadedHandlers()
    const filter = { ...EMPTY_FILTER, hazardSourcesOnly: true }
    const { marks, counts } = await handlers.select({ ...view, filter })
    expect([...marks.byLevel.major.rows]).toEqual([0])
    expect(counts.matching).toMatchObject({ total: 1, major: 1 })
  })

  it('covers a margin around the view', async () => {
    const handlers = await loadedHandlers()
    const beside = { ...view, bbox: [114.21, 22, 115, 23] } as const
    expect((await handlers.select({ ...beside, filter: EMPTY_FILTER })).marks.drawn).toBe(2)
  })

  it('lets a selection wait for the columns that are on their way', async () => {
    const handlers = createPointsHandlers(() => {})
    answer(columns)
    const loading = handlers.load({ url: URL })
    const { counts } = await handlers.select({ ...view, filter: EMPTY_FILTER })
    expect(counts.everything.total).toBe(3)
    await loading
  })

  it('finds rows by id and describes them', async () => {
    const handlers = await loadedHandlers()
    expect(await handlers.rowOf({ id: 1001 })).toBe(1)
    expect(await handlers.rowOf({ id: 9 })).toBeNull()
    const described = await handlers.describe({ rows: [0, 1, 99] })
    expect(described).toMatchObject([
      {
        row: 0,
        id: 1000,
        level: RISK_LEVEL_ORDER[0],
        areaCode: '440307001001',
        parkCode: 'LG-001',
      },
      { row: 1, id: 1001, position: null },
    ])
  })

  it.each([
    ['unreachable', 0, () => fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'))],
    ['refused', 503, () => answer('{"detail":"The database is away."}', { status: 503 })],
    ['refused', 502, () => answer('<html>', { status: 502 })],
    ['unreadable', 200, () => answer('<!doctype html><title>Sign in</title>')],
  ])('fails with a sentence: %s, status %i', async (kind, status, prepare) => {
    prepare()
    const handlers = createPointsHandlers(() => {})
    const failure = (await Promise.resolve(handlers.load({ url: URL })).catch(
      (cause: unknown) => cause,
    )) as PointsError
    expect(failure).toMatchObject({ kind, status })
    expect(failure.message).toMatch(/\.$/)
  })

  it('keeps what it holds when a later load fails', async () => {
    const handlers = await loadedHandlers()
    answer('gone', { status: 500 })
    await expect(handlers.load({ url: URL })).rejects.toThrow(/status 500/)
    const { counts } = await handlers.select({ ...view, filter: EMPTY_FILTER })
    expect(counts.everything.total).toBe(3)
  })

  it('says so when it is asked before anything was loaded', async () => {
    const handlers = createPointsHandlers(() => {})
    const early = Promise.resolve(handlers.select({ ...view, filter: EMPTY_FILTER }))
    await expect(early).rejects.toThrow(/not been loaded/)
  })
})
