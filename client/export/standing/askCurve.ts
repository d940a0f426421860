import { watch } from 'vue'
import type { DailyCurve, useTimelineStore } from '../../stores/timeline.ts'

type Timeline = ReturnType<typeof useTimelineStore>

/**
 * The curve of a place, at once where somebody reads it already, otherwise when the history has come.
 * @throws Error when the history could not be had; an AbortError when it is no longer wanted.
 */
export function askCurve(
  timeline: Timeline,
  code: string,
  signal: AbortSignal,
): Promise<DailyCurve> {
  // A curve that nobody reads is not kept up to date.
  const known = timeline.curveOf === code && timeline.curvePlace === code ? timeline.curve : null
  if (known) return Promise.resolve(known)
  return new Promise((resolve, reject) => {
    const before = timeline.curve
    const finish = (outcome: () => void) => {
      stop()
      signal.removeEventListener('abort', abort)
      timeline.part()
      outcome()
    }
    const abort = () => finish(() => reject(signal.reason as Error))
    timeline.join()
    timeline.ask(code)
    const stop = watch(
      () => [timeline.curve, timeline.curveFailed] as const,
      ([curve, isFailed]) => {
        if (isFailed) finish(() => reject(new Error('The history could not be read')))
        else if (curve && curve !== before && timeline.curvePlace === code) {
          finish(() => resolve(curve))
        }
      },
    )
    signal.addEventListener('abort', abort)
  })
}
