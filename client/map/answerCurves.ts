import { watch } from 'vue'
import type { PointsWorkerClient } from '../analysis/pointsWorkerClient.ts'
import type { PointsState } from '../stores/points.ts'
import { useTimelineStore } from '../stores/timeline.ts'

/** Answers what the timeline asks of the history, as often as the place or the data changes. */
export function answerCurves(worker: PointsWorkerClient, points: PointsState) {
  const timeline = useTimelineStore()
  watch(
    () => [timeline.curveOf, points.loaded] as const,
    async ([code, loaded]) => {
      if (!code || !loaded) return
      try {
        const curve = await worker.curve(code)
        if (timeline.curveOf !== code) return
        timeline.know({ first: curve.first, last: curve.last })
        timeline.draw(curve, code)
      } catch (cause) {
        console.error(cause)
        timeline.failCurve()
      }
    },
    { immediate: true },
  )
}
