import type { Marks } from '../analysis/marks.ts'
import type { Bounds } from '../stores/camera.ts'

/** Marks inside the window: the worker adds a margin around it, which nobody sees. */
export function countInView({ byLevel }: Marks, [west, south, east, north]: Bounds): number {
  let count = 0
  for (const { positions } of Object.values(byLevel)) {
    for (let at = 0; at < positions.length; at += 2) {
      const longitude = positions[at] ?? NaN
      const latitude = positions[at + 1] ?? NaN
      if (longitude >= west && longitude <= east && latitude >= south && latitude <= north)
        count += 1
    }
  }
  return count
}
