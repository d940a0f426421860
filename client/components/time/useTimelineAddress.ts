import { civilDayOfNumber, dayNumber, isCivilDay } from '#data/domain/clock'
import { watch } from 'vue'
import { useRailStore } from '../../stores/rail.ts'
import { FAR_DAY, useTimelineStore } from '../../stores/timeline.ts'
import { useToolQueryStore } from '../../stores/toolQuery.ts'

const NOW = 'now'
const dayOf = (text: string | undefined) => (text && isCivilDay(text) ? dayNumber(text) : null)

/** `day=2026-06-30`, and while two dates are compared `day2=2026-09-30` or `day2=now`. */
export function useTimelineAddress() {
  const timeline = useTimelineStore()
  const tools = useToolQueryStore()
  const rail = useRailStore()

  watch(
    () => tools.arrivals,
    () => {
      const { day, day2 } = tools.query
      if (timeline.playing) timeline.play(false)
      timeline.show(dayOf(day))
      timeline.compare(day2 === NOW ? FAR_DAY : dayOf(day2))
    },
    { immediate: true },
  )
  watch(
    () => [timeline.day, timeline.compareDay, timeline.right, timeline.playing] as const,
    ([day, compareDay, right, playing]) => {
      rail.mark('time', day !== null || compareDay !== null)
      // A browser refuses an address that changes several times a second.
      if (playing) return
      const second = compareDay === null || right === null ? null : civilDayOfNumber(right)
      tools.write({
        day: day === null ? undefined : civilDayOfNumber(day),
        day2: compareDay === null ? undefined : (second ?? NOW),
      })
    },
    { immediate: true },
  )
}
