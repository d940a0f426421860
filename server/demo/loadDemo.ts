import { createDemoDistrict } from '#data/demo/createDemoDistrict'
import { civilDayOf, demoAsOf } from '#data/domain/clock'
import type { Db } from '../db/Db.ts'
import { readGeography } from './geography.ts'
import { loadDistrict, type LoadProgress } from './loadDistrict.ts'

/** The day of CONTENT.md section 4 that every figure of the demo is true for, a Monday. */
const STORY_DAY = '2026-11-23'
const STORY_HOUR = 'T09:00:00+08:00'
const DEFAULT_SEED = 440_307
const SOURCE = '演示数据（虚构），由 data/demo 按固定种子生成'

export type DemoRequest = {
  /** Civil day that the data is loaded for; null: the story's weekday nearest to today. */
  asOfDay: string | null
  seed?: number | undefined
  /** 12,480 as in the story, or more. */
  riskPoints?: number | undefined
}

/** Generates the fictitious district and puts it in the place of an earlier one. */
export async function loadDemo(
  db: Db,
  { asOfDay, seed = DEFAULT_SEED, riskPoints }: DemoRequest,
  progress: LoadProgress,
): Promise<void> {
  const loadedAt = new Date()
  const asOf = asOfDay ? new Date(`${asOfDay}${STORY_HOUR}`) : demoAsOf(STORY_DAY, loadedAt)
  const areas = await readGeography()
  const district = createDemoDistrict({
    communities: areas.filter(({ level }) => level === 'community'),
    asOfDay: civilDayOf(asOf),
    seed,
    ...(riskPoints === undefined ? {} : { riskPoints }),
  })
  const dataSet = { kind: 'demo', asOf, loadedAt, seed, fictitious: true, source: SOURCE } as const
  await loadDistrict(db, district, dataSet, progress)
}
