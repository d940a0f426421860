import type { Marks } from './marks.ts'
import { createPointsHandlers } from './pointsHandlers.ts'
import type { PointsCalls } from './pointsProtocol.ts'
import { serveCalls } from './serveCalls.ts'

/** The arrays of marks are made for this answer; a column stays: all of them share one buffer. */
function buffersOf({ byLevel, hazards }: Marks): Transferable[] {
  const parts = [...Object.values(byLevel), hazards]
  return [
    ...parts.flatMap(({ positions, rows }) => [positions.buffer, rows.buffer]),
    hazards.level.buffer,
    hazards.majorHazardGrade.buffer,
  ] as ArrayBuffer[]
}

serveCalls<PointsCalls>(self as unknown as DedicatedWorkerGlobalScope, createPointsHandlers, {
  load: () => [],
  select: ({ marks }) => buffersOf(marks),
  curve: () => [],
  rowOf: () => [],
  describe: () => [],
  span: () => [],
  figures: () => [],
})
