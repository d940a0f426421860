import { addDays, dayNumber, weekdayOf } from '../../domain/clock.ts'
import { ARTICLE_PARK } from '../namedParks.ts'

const [SUNDAY, SATURDAY] = [0, 6]

/** The day itself, or the Friday before where it is a weekend. */
export function workingDay(day: string): string {
  const weekday = weekdayOf(day)
  if (weekday === SATURDAY) return addDays(day, -1)
  return weekday === SUNDAY ? addDays(day, -2) : day
}

/** The day itself, or the Monday after where it is a weekend. */
export function nextWorkingDay(day: string): string {
  const weekday = weekdayOf(day)
  if (weekday === SATURDAY) return addDays(day, 2)
  return weekday === SUNDAY ? addDays(day, 1) : day
}

/** The story ends on 23 November: so many days of a year it tells of. */
const STORY_DAYS = 326

/** The day of a year that stands at a part of the story's year. */
export const dayOfYear = (year: number, part: number): string =>
  addDays(`${year}-01-01`, Math.floor(STORY_DAYS * part))

/** The last time that a part of the story's year came round: this year, or last year. */
export function latestDay(asOfDay: string, part: number): string {
  const year = Number(asOfDay.slice(0, 4))
  const day = workingDay(dayOfYear(year, part))
  return dayNumber(day) <= dayNumber(asOfDay) ? day : workingDay(dayOfYear(year - 1, part))
}

/** All but those of the park whose name is real: nothing is told of it (CONTENT.md 4.2). */
export function withoutArticlePark<E extends { parkCode: string }>(
  records: readonly E[],
  parks: readonly { code: string; name: string }[],
): E[] {
  const spared = parks.find(({ name }) => name === ARTICLE_PARK.name)?.code
  return records.filter(({ parkCode }) => parkCode !== spared)
}
