import { MEASURES, type MeasureKey } from '#data/domain/measures'
import { RISK_LEVELS, RISK_LEVEL_ORDER } from '#data/domain/riskLevels'
import type { Labels } from '#data/domain/locales'
import type { Theme } from '../stores/session.ts'
import { MAP_THEMES } from './mapTheme.ts'
import { classColour } from './measureColours.ts'
import type { Scale } from './scale.ts'

type Measure = (typeof MEASURES)[MeasureKey]
type MeasureClass = { labels: Labels; colour: string }

function rangeOf(measure: Measure, bounds: readonly number[], index: number): string {
  const [from = 0, next] = [bounds[index], bounds[index + 1]]
  if (next === undefined) return `≥${from}`
  if ('reversed' in measure) return from ? `${from}–<${next}` : `<${next}`
  return next - 1 === from ? `${from}` : `${from}–${next - 1}`
}

/** The fixed classes of a measure at a scale with their colours, as legends show them. */
export function measureClasses(measure: Measure, scale: Scale, theme: Theme): MeasureClass[] {
  const { levelFill, ramp } = MAP_THEMES[theme]
  if (measure.kind === 'level') {
    return RISK_LEVEL_ORDER.map((level) => ({
      labels: RISK_LEVELS[level].labels,
      colour: levelFill[level],
    }))
  }
  const bounds: readonly number[] = measure.classes[scale === 'district' ? 'street' : 'community']
  return bounds.map((_, index) => {
    const range = rangeOf(measure, bounds, index)
    return {
      labels: { 'zh-CN': range, en: range },
      colour: classColour(ramp, measure, index, bounds.length),
    }
  })
}

/** A ratio of few says nothing: such areas are plain, and the legend says so. */
export function leavesFewSamplesPlain(measure: Measure, scale: Scale): boolean {
  if ('reversed' in measure) return true
  return measure === MEASURES.perHundredEnterprises && scale !== 'district'
}
