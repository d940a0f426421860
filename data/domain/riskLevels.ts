import * as z from 'zod/mini'
import type { Labels } from './locales.ts'

/**
 * The four levels of risk and no fifth (安委办〔2016〕11号 §二(二): 红、橙、黄、蓝).
 * `rank` 1 is the highest and is what the columns and the database carry.
 * Colours: no standard fixes their values; the dark shades have contrast 5.3, 7.4, 12.5 and 6.0
 * against #0B1B33, the light ones at least 3:1 against the light land. `weight` is w of the
 * 较大以上风险值 (LEC lower bounds 320:160; 建议值).
 */
export const RISK_LEVELS = {
  major: {
    rank: 1,
    shape: 'square',
    colours: { dark: '#FF4D4F', light: '#C81E1E' },
    weight: 2,
    labels: { 'zh-CN': '重大风险点', en: 'Major risk' },
    colourNames: { 'zh-CN': '红', en: 'red' },
  },
  larger: {
    rank: 2,
    shape: 'triangle',
    colours: { dark: '#FF8C1A', light: '#C25700' },
    weight: 1,
    labels: { 'zh-CN': '较大风险点', en: 'Larger risk' },
    colourNames: { 'zh-CN': '橙', en: 'orange' },
  },
  general: {
    rank: 3,
    shape: 'diamond',
    colours: { dark: '#FFD93D', light: '#9C7600' },
    weight: 0,
    labels: { 'zh-CN': '一般风险点', en: 'General risk' },
    colourNames: { 'zh-CN': '黄', en: 'yellow' },
  },
  low: {
    rank: 4,
    shape: 'circle',
    colours: { dark: '#3B9BFF', light: '#1262C4' },
    weight: 0,
    labels: { 'zh-CN': '低风险点', en: 'Low risk' },
    colourNames: { 'zh-CN': '蓝', en: 'blue' },
  },
} as const satisfies Record<
  string,
  {
    rank: 1 | 2 | 3 | 4
    shape: 'square' | 'triangle' | 'diamond' | 'circle'
    colours: { dark: string; light: string }
    weight: number
    labels: Labels
    colourNames: Labels
  }
>

export type RiskLevel = keyof typeof RISK_LEVELS

/** Highest first: the order of legends, bars and counts. */
export const RISK_LEVEL_ORDER = ['major', 'larger', 'general', 'low'] as const
export const riskLevelSchema = z.enum(RISK_LEVEL_ORDER)

/** @throws RangeError for anything but 1 to 4. */
export function riskLevelOfRank(rank: number): RiskLevel {
  const level = RISK_LEVEL_ORDER[rank - 1]
  if (!level) throw new RangeError(`${rank} is not the rank of a risk level: 1 to 4 are`)
  return level
}

export const levelCountsSchema = z.object({
  total: z.int().check(z.nonnegative()),
  major: z.int().check(z.nonnegative()),
  larger: z.int().check(z.nonnegative()),
  general: z.int().check(z.nonnegative()),
  low: z.int().check(z.nonnegative()),
})
export type LevelCounts = z.infer<typeof levelCountsSchema>
export const NO_COUNTS: LevelCounts = { total: 0, major: 0, larger: 0, general: 0, low: 0 }

/** The highest level that occurs, or null where there is no risk point. */
export function highestLevel(counts: LevelCounts): RiskLevel | null {
  return RISK_LEVEL_ORDER.find((level) => counts[level] > 0) ?? null
}
