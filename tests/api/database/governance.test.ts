import { beforeAll, expect, test } from 'vitest'
import type { Db } from '../../../server/db/Db.ts'
import { openTestDatabase } from '../../helpers/testDatabase.ts'

let db: Db
beforeAll(async () => {
  db = await openTestDatabase()
}, 120_000)

const COUNTED = `NOT on_the_spot AND state NOT IN ('merged', 'dismissed')`

test('the database has the streets of CONTENT.md 4.2: 年登记 未销号 逾期 重大隐患', async () => {
  const rows = await db.query(
    `SELECT areas.name, array[
       count(*) FILTER (WHERE registered_at >= '2025-12-01T00:00:00+08:00'),
       count(*) FILTER (WHERE closed_at IS NULL),
       count(*) FILTER (WHERE closed_at IS NULL AND deadline < '2026-11-23'),
       count(*) FILTER (WHERE closed_at IS NULL AND severity = 'major')]::integer[] AS figures
     FROM hidden_dangers JOIN areas ON areas.code = left(hidden_dangers.area_code, 9)
     WHERE ${COUNTED} GROUP BY areas.code, areas.name ORDER BY areas.code`,
  )
  expect(Object.fromEntries(rows.map(({ name, figures }) => [name, figures]))).toEqual({
    平湖街道: [1480, 82, 5, 2],
    坪地街道: [1010, 63, 8, 2],
    南湾街道: [1180, 55, 4, 1],
    坂田街道: [1230, 42, 1, 0],
    布吉街道: [170, 6, 0, 0],
    龙城街道: [450, 15, 1, 0],
    龙岗街道: [800, 41, 3, 1],
    横岗街道: [1110, 66, 9, 2],
    吉华街道: [490, 19, 1, 0],
    宝龙街道: [920, 37, 1, 0],
    园山街道: [760, 42, 4, 1],
  })
})

test('each month: opening + registered − closed = closing, as in CONTENT.md 4.4', async () => {
  const rows = await db.query(
    `WITH months AS (
       SELECT month AT TIME ZONE 'Asia/Shanghai' AS began,
         (month + interval '1 month') AT TIME ZONE 'Asia/Shanghai' AS ended
       FROM generate_series(timestamp '2025-12-01', '2026-11-01', interval '1 month') AS month)
     SELECT array[count(*) FILTER (WHERE registered_at < began
           AND (closed_at IS NULL OR closed_at >= began)),
         count(*) FILTER (WHERE registered_at >= began AND registered_at < ended),
         count(*) FILTER (WHERE closed_at >= began AND closed_at < ended),
         count(*) FILTER (WHERE registered_at < ended
           AND (closed_at IS NULL OR closed_at >= ended))]::integer[] AS figures
     FROM months CROSS JOIN hidden_dangers WHERE ${COUNTED} GROUP BY began ORDER BY began`,
  )
  const figures = rows.map((row) => row.figures as [number, number, number, number])
  for (const [opening, registered, closed, closing] of figures) {
    expect(opening + registered - closed).toBe(closing)
  }
  expect(figures[0]![0]).toBe(505)
  expect(figures.map(([, , , closing]) => closing)).toEqual([
    512, 470, 395, 590, 540, 525, 640, 560, 505, 530, 455, 468,
  ])
})

test('every hidden danger stands where its events led it', async () => {
  const rows = await db.query(
    `SELECT danger.code FROM hidden_dangers AS danger LEFT JOIN LATERAL (
       SELECT count(*) AS count, max(sequence) AS last FROM hidden_danger_events
       WHERE hidden_danger_id = danger.id) AS events ON true
     LEFT JOIN hidden_danger_events AS event
       ON event.hidden_danger_id = danger.id AND event.sequence = events.last
     WHERE events.count IS DISTINCT FROM danger.version
       OR event.sequence IS DISTINCT FROM danger.version
       OR event.to_state IS DISTINCT FROM danger.state`,
  )
  expect(rows).toEqual([])
})

test('everything that was generated is there, and is fictitious', async () => {
  const [row] = await db.query(
    `SELECT (SELECT count(*) FROM checks WHERE fictitious) AS checks,
       (SELECT count(*) FROM hidden_dangers WHERE fictitious) AS dangers,
       (SELECT count(*) FROM hidden_dangers WHERE on_the_spot) AS spot,
       (SELECT count(*) FROM hidden_dangers WHERE merged_into IS NOT NULL) AS merged,
       (SELECT count(*) FROM hidden_dangers WHERE risk_point_id IS NOT NULL) AS named,
       (SELECT count(DISTINCT month) FROM check_plan_items) AS months`,
  )
  expect(row).toMatchObject({ checks: 8064, spot: 6400, merged: 60, months: 12 })
  expect(Number(row?.dangers)).toBe(9600 + 505 + 6400 + 60 + 24)
  expect(Number(row?.named)).toBeGreaterThan(4000)
})
