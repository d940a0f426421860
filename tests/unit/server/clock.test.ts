import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Clock, createClock } from '../../../server/clock.ts'
import type { Db, Row } from '../../../server/db/Db.ts'

/** A database that knows one thing: which data set is loaded. */
function databaseWith(state: { dataSet: Row | null }): Db {
  const query: Db['query'] = (sql) =>
    Promise.resolve(sql.includes('FROM data_set') && state.dataSet ? [state.dataSet] : [])
  return {
    kind: 'embedded',
    query,
    transaction: (run) => run({ query }),
    close: () => Promise.resolve(),
  }
}

const dataSet = (asOf: string, loadedAt: string): Row => ({
  kind: 'demo',
  asOf: new Date(asOf),
  loadedAt: new Date(loadedAt),
  seed: 1,
  fictitious: true,
  source: '演示数据',
  changedAt: null,
})

describe('clock', () => {
  let clock: Clock | undefined
  beforeEach(() => {
    vi.useFakeTimers()
    // A year after the story, in the afternoon in Shanghai.
    vi.setSystemTime('2027-11-26T06:00:00Z')
  })
  afterEach(() => {
    clock?.stop()
    vi.useRealTimers()
  })

  const at = async (asOf: string): Promise<Clock> => {
    clock = await createClock(databaseWith({ dataSet: dataSet(asOf, '2027-11-26T06:00:00Z') }))
    return clock
  }

  it('shows the time of the data set when it was loaded, and what passed since', async () => {
    const { now, today, asOf } = await at('2026-11-23T09:00:00+08:00')
    expect(now()).toEqual(new Date('2026-11-23T09:00:00+08:00'))
    vi.advanceTimersByTime(3 * 3_600_000)
    expect(now()).toEqual(new Date('2026-11-23T12:00:00+08:00'))
    expect(today()).toBe('2026-11-23')
    expect(asOf()).toBe('2026-11-23T09:00:00+08:00')
  })

  it('says that the figures changed with the last record that did, here or in another process', async () => {
    const state = { dataSet: dataSet('2026-11-23T09:00:00+08:00', '2027-11-26T06:00:00Z') }
    clock = await createClock(databaseWith(state))
    vi.advanceTimersByTime(600_000)
    clock.noteChange()
    vi.advanceTimersByTime(600_000)
    expect(clock.asOf()).toBe('2026-11-23T09:10:00+08:00')
    state.dataSet = { ...state.dataSet, changedAt: new Date('2027-11-26T06:15:00Z') }
    await clock.refresh()
    expect(clock.asOf()).toBe('2026-11-23T09:15:00+08:00')
  })

  it('has the day of Shanghai at 23:30 and at 00:30, when London has another', async () => {
    const { today, asOf } = await at('2026-11-23T23:30:00+08:00')
    expect(today()).toBe('2026-11-23')
    expect(asOf()).toBe('2026-11-23T23:30:00+08:00')
    vi.advanceTimersByTime(3_600_000)
    expect(today()).toBe('2026-11-24')
    // Reviews fell due at midnight: the figures are as they are since then.
    expect(asOf()).toBe('2026-11-24T00:00:00+08:00')
  })

  it('follows another data set that another process loads', async () => {
    const state = { dataSet: dataSet('2026-11-23T01:00:00Z', '2027-11-26T06:00:00Z') }
    clock = await createClock(databaseWith(state))
    state.dataSet = { ...dataSet('2026-12-07T01:00:00Z', '2027-11-26T06:00:00Z'), source: '新' }
    await vi.advanceTimersByTimeAsync(10_000)
    expect(clock.today()).toBe('2026-12-07')
    expect(clock.source).toBe('新')
  })

  it('shows the real time while nothing is loaded', async () => {
    clock = await createClock(databaseWith({ dataSet: null }))
    expect(clock.now()).toEqual(new Date('2027-11-26T06:00:00Z'))
    expect(clock.fictitious).toBe(false)
    expect(clock.source).toBe('尚未载入数据')
  })
})
