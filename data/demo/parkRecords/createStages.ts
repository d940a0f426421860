import { addDays } from '../../domain/clock.ts'
import { PARK_STAGE_ORDER } from '../../domain/parkRecords.ts'
import type { ParkStage } from '../../domain/parks.ts'
import { createRandom, DEMO_SEED } from '../random.ts'
import type { DemoDistrict } from '../types.ts'

export type DemoStage = { parkCode: string; stage: ParkStage; enteredOn: string; note: string }

/** Days before the day of the data on which the rectification campaign began: 2026-03-01. */
export const RECTIFICATION_BEGAN = 267
/** Days that each stage begins after that, and by how much parks differ. */
const BEGINS: Record<ParkStage, readonly [after: number, spread: number]> = {
  plan: [1, 8],
  mobilisation: [18, 20],
  rectification: [50, 45],
  acceptance: [120, 25],
  exchange: [190, 20],
  lasting: [222, 30],
}
const NOTES: Record<ParkStage, string> = {
  plan: '整治方案报街道备案(演示)',
  mobilisation: '召开动员大会,签订责任书(演示)',
  rectification: '按问题清单逐项整治(演示)',
  acceptance: '提请整治验收(演示)',
  exchange: '在街道现场交流会作介绍(演示)',
  lasting: '转入长效管理(演示)',
}

/** How each park came to its present stage, the first stage first. */
export function createStages({ parks, asOfDay }: DemoDistrict): DemoStage[] {
  return parks.flatMap(({ code, stage: present }) => {
    const random = createRandom(DEMO_SEED, 'stages', code)
    // A park is early or late throughout.
    const pace = random.next()
    const reached = PARK_STAGE_ORDER.indexOf(present)
    return PARK_STAGE_ORDER.slice(0, reached + 1).map((stage) => {
      const [after, spread] = BEGINS[stage]
      const day = after + Math.round(pace * spread) - RECTIFICATION_BEGAN
      return { parkCode: code, stage, enteredOn: addDays(asOfDay, day), note: NOTES[stage] }
    })
  })
}
