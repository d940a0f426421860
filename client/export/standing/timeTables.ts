import { civilDayOfNumber } from '#data/domain/clock'
import { dateTime } from '../../composables/formatTime.ts'
import type { DailyCurve } from '../../stores/timeline.ts'
import type { Cell } from '../csv.ts'

/** The lines of a curve, in the order of the file, each with the unit it counts in. */
export const CURVE_FIGURES = [
  { key: 'major', unit: 'point' },
  { key: 'larger', unit: 'point' },
  { key: 'open', unit: 'source' },
  { key: 'overdue', unit: 'source' },
] as const satisfies readonly { key: keyof DailyCurve; unit: 'point' | 'source' }[]
export type CurveFigure = (typeof CURVE_FIGURES)[number]['key']

const END_OF_DAY = '24:00'

/**
 * The year of a place, a row a day: date, time of that day, and the value of each line. The last day
 * has not ended: its time is that of the data. Pure.
 * @param asOf instant of the data
 */
export function yearRows(curve: DailyCurve, asOf: string): Cell[][] {
  return Array.from({ length: curve.last - curve.first + 1 }, (_, index) => {
    const day = curve.first + index
    const time = day === curve.last ? dateTime(asOf).slice(11) : END_OF_DAY
    return [civilDayOfNumber(day), time, ...CURVE_FIGURES.map(({ key }) => curve[key][index] ?? 0)]
  })
}

/** When the figures of a chosen day are true: its end, or the instant of the data for now. */
export const dayText = (day: number | null, asOf: string) =>
  day === null ? dateTime(asOf) : `${civilDayOfNumber(day)} ${END_OF_DAY}`

/** What a line says at the end of a day within its span; null is now. */
export function valueAt(curve: DailyCurve, key: CurveFigure, day: number | null): number {
  const within = Math.min(curve.last, Math.max(curve.first, day ?? curve.last))
  return curve[key][within - curve.first] ?? 0
}
