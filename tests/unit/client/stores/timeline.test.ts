import { dayNumber } from '#data/domain/clock'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { useTimelineStore } from '../../../../client/stores/timeline.ts'

const FIRST = dayNumber('2025-11-30')
const TODAY = dayNumber('2026-11-23')

beforeEach(() => setActivePinia(createPinia()))

it('keeps a day within the history; today is now', () => {
  const timeline = useTimelineStore()
  timeline.know({ first: FIRST, last: TODAY })
  timeline.show(dayNumber('2026-06-30'))
  expect(timeline.day).toBe(dayNumber('2026-06-30'))
  timeline.show(TODAY)
  expect(timeline.day).toBeNull()
  timeline.show(FIRST - 40)
  expect(timeline.day).toBe(FIRST)
})

it('moves a day of a link into the history once that is known', () => {
  const timeline = useTimelineStore()
  timeline.show(TODAY + 100)
  expect(timeline.day).toBe(TODAY + 100)
  timeline.know({ first: FIRST, last: TODAY })
  expect(timeline.day).toBeNull()
})

it('compares or plays, never both; a comparison with today is one with now', () => {
  const timeline = useTimelineStore()
  timeline.know({ first: FIRST, last: TODAY })
  timeline.play(true)
  timeline.compare(TODAY)
  expect(timeline.playing).toBe(false)
  expect(timeline.comparing).toBe(true)
  expect(timeline.right).toBeNull()
  timeline.compare(dayNumber('2026-10-31'))
  expect(timeline.right).toBe(dayNumber('2026-10-31'))
  timeline.play(true)
  expect(timeline.comparing).toBe(false)
})

it('leaves nothing of the past behind', () => {
  const timeline = useTimelineStore()
  timeline.show(FIRST)
  timeline.compare(TODAY)
  timeline.leave()
  expect([timeline.day, timeline.compareDay, timeline.playing]).toEqual([null, null, false])
})
