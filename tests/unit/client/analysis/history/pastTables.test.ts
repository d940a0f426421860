import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dayNumber } from '#data/domain/clock'
import { HISTORY_COLUMNS, type HistoryPart } from '#data/domain/historyColumns'
import { EMPTY_FILTER } from '../../../../../client/analysis/pointFilter.ts'
import { createColumnsHolder } from '../../../../../client/analysis/columnsHolder.ts'
import { createPastTables } from '../../../../../client/analysis/pastTables.ts'
import { createPointsHandlers } from '../../../../../client/analysis/pointsHandlers.ts'
import { encodeRiskPoints } from '../../../../../scripts/bench/encodeRiskPoints.ts'
import { encodeArrowTable } from '../../../../../server/features/riskPoints/columns/encodeArrowTable.ts'
import type { TypedArray } from '../../../../../server/features/riskPoints/columns/typedArrays.ts'
import { tableOf } from '../tableArbitrary.ts'
import { historyOf } from './historyOf.ts'

/** `tableOf` is true for 2026-11-23. */
const TODAY = dayNumber('2026-11-23')
const URL = '/api/risk-points.arrow'
const view = { scale: 'park', bbox: [114, 22, 115, 23], zoom: 14, showAll: false } as const
const present = encodeRiskPoints(
  tableOf([
    { level: 4, validFromDay: TODAY - 9, reviewDueDay: TODAY - 20 },
    { level: 3, reviewDueDay: TODAY - 5 },
    { validFromDay: TODAY - 3, reviewDueDay: 30_000 },
  ]),
)
const history = historyOf({
  versions: [{ id: 1000, from: TODAY - 90, to: TODAY - 9, level: 1, reviewDueDay: TODAY - 20 }],
})

function encodePart(part: HistoryPart, of = history, dataVersion = '7'): ArrayBuffer {
  const { columns, length } = of[part]
  const entries = Object.entries(columns)
  const values = entries.map(([name, column]) => [
    name,
    'indices' in column ? column.indices : column,
  ])
  const texts = entries.flatMap(([name, column]) =>
    'values' in column && 'indices' in column ? [[name, column.values]] : [],
  )
  return encodeArrowTable(
    HISTORY_COLUMNS[part],
    {
      rows: length,
      values: Object.fromEntries(values) as Record<string, TypedArray>,
      dictionaries: Object.fromEntries(texts) as Record<string, string[]>,
    },
    { dataVersion },
  ).slice().buffer
}

let broken = false
const answer = async (address: string) => {
  const part = new globalThis.URL(address, 'http://localhost').searchParams.get('part')
  if (!part) return new Response(present)
  return broken
    ? new Response(null, { status: 503 })
    : new Response(encodePart(part as HistoryPart))
}
const fetched = vi.fn(answer)

beforeEach(() => vi.stubGlobal('fetch', fetched))
afterEach(() => {
  vi.unstubAllGlobals()
  fetched.mockReset().mockImplementation(answer)
  broken = false
})

async function loadedHandlers() {
  const handlers = createPointsHandlers(() => {})
  await handlers.load({ url: URL })
  return handlers
}
const levelsOn = async (
  handlers: Awaited<ReturnType<typeof loadedHandlers>>,
  day: number | null,
  filter = EMPTY_FILTER,
) => (await handlers.select({ ...view, filter, day })).counts.everything

describe('a past day of the points worker', () => {
  it('is counted as it was, and the history comes once, with the first such day', async () => {
    const handlers = await loadedHandlers()
    expect(await levelsOn(handlers, null)).toMatchObject({ total: 3, major: 0 })
    expect(fetched).toHaveBeenCalledTimes(1)
    expect(await levelsOn(handlers, TODAY - 10)).toMatchObject({ total: 2, major: 1, general: 1 })
    expect(await levelsOn(handlers, TODAY - 8)).toMatchObject({ total: 2, major: 0, low: 1 })
    expect(fetched).toHaveBeenCalledTimes(4)
    expect(await handlers.span({})).toMatchObject({ last: TODAY })
  })

  it('gives figures of the day, and none of now', async () => {
    const handlers = await loadedHandlers()
    const { past } = await handlers.select({ ...view, filter: EMPTY_FILTER, day: TODAY - 10 })
    // 重大 with an overdue review counts 4.
    expect(past?.get('440307')).toMatchObject({ riskValue: 4 })
    expect((await handlers.select({ ...view, filter: EMPTY_FILTER })).past).toBeNull()
    const days = [TODAY - 10, TODAY - 8]
    const line = await handlers.figures({ code: '440307', days })
    expect(line.map(({ riskValue }) => riskValue)).toEqual([4, 0])
  })

  it('asks whether a review was overdue then, not now', async () => {
    const handlers = await loadedHandlers()
    const filter = { ...EMPTY_FILTER, reviewOverdueOnly: true, today: TODAY }
    expect((await levelsOn(handlers, null, filter)).total).toBe(2)
    expect((await levelsOn(handlers, TODAY - 10, filter)).total).toBe(1)
  })

  it('describes the rows of the day that was selected last', async () => {
    const handlers = await loadedHandlers()
    await levelsOn(handlers, TODAY - 10)
    expect(await handlers.describe({ rows: [0] })).toMatchObject([{ id: 1000, level: 'major' }])
    expect(await handlers.rowOf({ id: 1002 })).toBeNull()
    await levelsOn(handlers, null)
    expect(await handlers.describe({ rows: [0] })).toMatchObject([{ id: 1000, level: 'low' }])
    expect(await handlers.rowOf({ id: 1002 })).toBe(2)
  })

  it('loads the table anew where the history is of a newer version, and joins no two', async () => {
    // In version 8 an enterprise has come in before the others, so that all numbers moved on.
    const point = { level: 4, validFromDay: TODAY - 9, headcount: 40 }
    const changed = { level: 3, validFromDay: TODAY - 2 }
    const tables = new Map([
      ['7', encodeRiskPoints({ ...tableOf([{ ...point, enterprise: 1 }, changed]) })],
      [
        '8',
        encodeRiskPoints({ ...tableOf([{ ...point, enterprise: 2 }, changed]), dataVersion: '8' }),
      ],
    ])
    const newer = historyOf({
      versions: [{ id: 1001, from: TODAY - 90, to: TODAY - 2, level: 1, enterprise: 2 }],
    })
    let version = '7'
    fetched.mockImplementation(async (address: string) => {
      const part = new globalThis.URL(address, 'http://localhost').searchParams.get('part')
      return new Response(
        part ? encodePart(part as HistoryPart, newer, version) : tables.get(version),
      )
    })
    const columns = createColumnsHolder(() => {})
    const past = createPastTables(columns)
    await columns.load(URL)
    version = '8'
    const request = { filter: EMPTY_FILTER, day: TODAY - 5 }
    const { present: joined, table } = await past.of(request)
    expect(joined.dataVersion).toBe('8')
    expect(table.dataVersion).toBe('8')
    expect([...table.enterprise]).toEqual([2, 2])
    expect(await columns.ready()).toBe(joined)
    const calls = fetched.mock.calls.length
    expect((await past.of(request)).table).toBe(table)
    expect(fetched).toHaveBeenCalledTimes(calls)
  })

  it('gives up in words where the versions never meet', async () => {
    fetched.mockImplementation(async (address: string) => {
      const part = new globalThis.URL(address, 'http://localhost').searchParams.get('part')
      return new Response(part ? encodePart(part as HistoryPart, history, '9') : present)
    })
    const handlers = await loadedHandlers()
    await expect(levelsOn(handlers, TODAY - 10)).rejects.toMatchObject({ kind: 'unreadable' })
  })

  it('fails in the words of the loading and tries again the next time', async () => {
    const handlers = await loadedHandlers()
    broken = true
    await expect(levelsOn(handlers, TODAY - 10)).rejects.toMatchObject({ status: 503 })
    broken = false
    expect((await levelsOn(handlers, TODAY - 10)).major).toBe(1)
  })
})
