import { watch } from 'vue'
import { usePointsStore } from '../../stores/points.ts'
import { useTimelineStore } from '../../stores/timeline.ts'
import { stepped } from './days.ts'

/** A month in about two seconds, stepped by the week. */
const WEEK_MILLISECONDS = 2000 / (365.25 / 12 / 7)
/** A picture that has not come is waited for, but not for ever. */
const PATIENCE_MILLISECONDS = 3000
const GLANCE_MILLISECONDS = 50

/**
 * Moves the day on while the timeline plays: week by week from the chosen day, from the first one
 * when it stands at now. A step waits for the picture of the one before. Stops at today and when the
 * page is hidden. Each picture simply takes the place of the last: nothing fades or slides.
 */
export function usePlayback(): () => void {
  const timeline = useTimelineStore()
  const points = usePointsStore()
  let timer = 0
  let shownAt = 0

  function schedule(wait: number) {
    clearTimeout(timer)
    timer = window.setTimeout(step, wait)
  }

  function step() {
    const { span, day } = timeline
    if (!timeline.playing || !span) return
    const late = performance.now() - shownAt
    if (points.day !== day && points.status === 'ready' && late < PATIENCE_MILLISECONDS) {
      return schedule(GLANCE_MILLISECONDS)
    }
    timeline.show(stepped(day ?? span.last, 'week', 1, span))
    shownAt = performance.now()
    if (timeline.day === null) timeline.play(false)
    else schedule(WEEK_MILLISECONDS / timeline.speed)
  }

  const stop = watch(
    () => timeline.playing,
    (playing) => {
      clearTimeout(timer)
      if (!playing || !timeline.span) return
      if (timeline.day === null) timeline.show(timeline.span.first)
      shownAt = performance.now()
      schedule(WEEK_MILLISECONDS / timeline.speed)
    },
    { immediate: true },
  )
  const hide = () => document.hidden && timeline.play(false)
  document.addEventListener('visibilitychange', hide)

  return () => {
    stop()
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', hide)
  }
}
