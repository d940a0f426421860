import { expect, test } from 'vitest'
import { HISTORY_COLUMNS, type HistoryPart } from '#data/domain/historyColumns'
import type { Clock } from '../../../../../server/clock.ts'
import type { DataReader, Services } from '../../../../../server/http/endpoint.ts'
import { historyHandlers } from '../../../../../server/features/history/history.routes.ts'

const PARTS = Object.keys(HISTORY_COLUMNS) as HistoryPart[]
const SCOPES = ['440307', '440307001', '440307002', '440307003', '440307004']

test('five scopes that read in turn push none of their parts out', async () => {
  const clock = { asOf: () => '2026-11-23T01:00:00Z', fictitious: true } as Clock
  const { getHistoryColumns } = historyHandlers({ clock } as Services)
  let reads = 0
  const read: DataReader = () => {
    reads += 1
    return Promise.reject(new Error('not built again'))
  }
  const empty = new Proxy({ rows: 0 } as Record<string, unknown>, {
    get: (target, name) =>
      name in target ? target[name as string] : /Codes$/.test(String(name)) ? [] : new Uint8Array(),
  })
  const build = (() => {
    reads += 1
    return Promise.resolve(empty)
  }) as DataReader
  const askAll = async (reader: DataReader) => {
    for (const scope of SCOPES) {
      for (const part of PARTS) {
        await getHistoryColumns({
          actor: { name: 'tester', role: 'areaViewer', scope },
          dataVersion: '1',
          dataState: '1',
          query: { part },
          params: {},
          body: undefined,
          read: reader,
        })
      }
    }
  }
  await askAll(build)
  expect(reads).toBe(SCOPES.length * PARTS.length)
  await askAll(read)
  expect(reads).toBe(SCOPES.length * PARTS.length)
})
