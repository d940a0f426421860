import type { Clock } from '../../../server/clock.ts'
import type { Db, Row } from '../../../server/db/Db.ts'

/** A database that answers every statement with the same, for tests of what surrounds it. */
export function stillDatabase(answer: (sql: string) => Promise<Row[]>): Db & { asked: string[] } {
  const asked: string[] = []
  const query = (sql: string) => {
    asked.push(sql)
    return answer(sql)
  }
  return {
    kind: 'embedded',
    asked,
    query,
    transaction: (run) => run({ query }),
    close: () => Promise.resolve(),
  }
}

/** 2026-11-23 in Shanghai, or whatever day is set. */
export function stillClock(): Clock & { day: string } {
  const clock = {
    day: '2026-11-23',
    now: () => new Date(`${clock.day}T09:00:00+08:00`),
    today: () => clock.day,
    asOf: () => `${clock.day}T09:00:00+08:00`,
    fictitious: true,
    source: '测试数据',
    refresh: () => Promise.resolve(),
    noteChange: () => undefined,
    stop: () => undefined,
  }
  return clock
}
