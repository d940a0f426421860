import type { Labels } from './locales.ts'
import { ARRIVAL_LIMIT_SECONDS } from './parkRecords.ts'

/**
 * How a time is estimated where nobody measured one: the straight line, made longer by a detour
 * factor, at one speed. All three are 建议值 without official source: 300 m a minute is 18 km/h, what a
 * fire engine keeps in narrow industrial roads; 1.3 is the usual ratio of road to straight line.
 */
export const TRAVEL = {
  speed: {
    labels: { 'zh-CN': '行进速度', en: 'Speed' },
    /** Metres per minute. */
    standard: 300,
    least: 10,
    most: 2_000,
  },
  detour: {
    labels: { 'zh-CN': '绕行系数', en: 'Detour factor' },
    /** Length of the way by that of the straight line, without unit. */
    standard: 1.3,
    least: 1,
    most: 5,
  },
  minutes: {
    labels: { 'zh-CN': '到场时间', en: 'Time to arrive' },
    /** 三分钟到场 (公消〔2015〕301号). */
    standard: ARRIVAL_LIMIT_SECONDS / 60,
    least: 0.5,
    most: 30,
  },
} as const satisfies Record<
  string,
  { labels: Labels; standard: number; least: number; most: number }
>

export type Travel = { speedMetresPerMinute: number; detourFactor: number }

/** Minutes for a straight-line distance in metres, to a tenth. */
export function travelMinutes(metres: number, travel: Travel): number {
  const minutes = (metres * travel.detourFactor) / travel.speedMetresPerMinute
  return Math.round(minutes * 10) / 10
}

/** Straight-line metres that are reached within minutes. */
export function reachMetres(minutes: number, travel: Travel): number {
  return (minutes * travel.speedMetresPerMinute) / travel.detourFactor
}
