import { INDICATORS, type IndicatorKey } from './indicators.ts'
import type { IndicatorDefinition } from './indicatorTerms.ts'
import type { Labels } from './locales.ts'

/** 较上月末增3处, 同比减2起; null where there is nothing to compare with. */
export function changeWords(key: IndicatorKey, difference: number | null): Labels | null {
  if (difference === null) return null
  const { comparedWith, kind, unit }: IndicatorDefinition = INDICATORS[key]
  const isMonth = comparedWith === 'monthEnd'
  const since = isMonth ? '较上月末' : '同比'
  const sinceEn = isMonth ? 'since last month' : 'on last year'
  if (difference === 0) return { 'zh-CN': `${since}持平`, en: `unchanged ${sinceEn}` }
  const amount = String(Math.abs(difference))
  const [units, unitsEn] = kind === 'rate' ? ['个百分点', ' pp'] : [unit['zh-CN'], '']
  const sign = difference > 0 ? '+' : '−'
  return {
    'zh-CN': `${since}${difference > 0 ? '增' : '减'}${amount}${units}`,
    en: `${sign}${amount}${unitsEn} ${sinceEn}`,
  }
}
