import type { HotspotClass } from '../../analysis/analysisProtocol.ts'
import type { Theme } from '../../stores/session.ts'

type AnalysisColours = {
  /** Of classes from the lowest to the highest. */
  ramp: readonly [string, string, string, string, string, string]
  /** Between two classes. */
  line: string
  hot: readonly [string, string, string]
  cold: readonly [string, string, string]
  /** Outline of a hexagon in which nothing is significant, or that stands upright. */
  quiet: string
}

/**
 * Magenta, a hue that neither the levels nor the measures of areas have (theirs is violet). Even
 * steps of lightness in OKLCH (dark 0.30 to 0.80, light 0.90 to 0.40) at the hue 345: on dark the
 * lowest class lies close to the ground, on light it is a tint of it. Cold is teal, hue 175.
 */
export const ANALYSIS_COLOURS: Record<Theme, AnalysisColours> = {
  dark: {
    ramp: ['#461e36', '#693253', '#8e4771', '#b55d92', '#de75b4', '#ff9bdb'],
    line: '#ffd0ee',
    hot: ['#693253', '#b55d92', '#ff9bdb'],
    cold: ['#23584b', '#40917d', '#5fceb3'],
    quiet: '#8fa6bd',
  },
  light: {
    ramp: ['#f3cfdf', '#e0a8c2', '#cc82a5', '#b75c8a', '#a0326f', '#7a004d'],
    line: '#5c003a',
    hot: ['#e0a8c2', '#b75c8a', '#7a004d'],
    cold: ['#9bd1c2', '#5a9b8a', '#066755'],
    quiet: '#6b7f93',
  },
}

/** Colour of class `index` of `classes`: the last class is always the strongest. */
export function bandColour(theme: Theme, index: number, classes: number): string {
  const { ramp } = ANALYSIS_COLOURS[theme]
  const last = ramp.length - 1
  const step = classes < 2 ? last : Math.round((index / (classes - 1)) * last)
  return ramp[Math.min(last, Math.max(0, step))]!
}

const STRENGTHS = [90, 95, 99] as const

/** Colour of a class of significance; null where nothing is significant. */
export function hotspotColour(theme: Theme, significance: HotspotClass): string | null {
  if (significance === 0) return null
  const { hot, cold } = ANALYSIS_COLOURS[theme]
  const strength = STRENGTHS.findIndex((each) => each === Math.abs(significance))
  return (significance > 0 ? hot : cold)[strength]!
}
