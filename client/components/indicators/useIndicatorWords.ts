import type { IndicatorValue } from '#data/contract/indicatorResponses'
import { correctedValue } from '#data/domain/correctedValue'
import { INDICATORS, judgeChange } from '#data/domain/indicators'
import {
  INDICATOR_GAPS,
  INDICATOR_PARTS,
  type IndicatorDefinition,
} from '#data/domain/indicatorTerms'
import { changeWords } from '#data/domain/indicatorWords'
import { useTerms } from '../../composables/useTerms.ts'

const isCorrected = ({ corrections = [] }: IndicatorValue) => corrections.length > 0

/** An indicator in words: its value with the unit, what it is made of, how it changed. */
export function useIndicatorWords() {
  const { figure, term, words } = useTerms()
  const unitOf = ({ key }: IndicatorValue) => words(INDICATORS[key].unit)
  return {
    unitOf,
    isCorrected,
    valueOf: (item: IndicatorValue) => {
      const value = correctedValue(item)
      return value === null ? (item.gap ? term(INDICATOR_GAPS[item.gap]) : '–') : figure(value)
    },
    casesOf: (item: IndicatorValue) => {
      const { key, numerator, denominator, value } = item
      const { kind }: IndicatorDefinition = INDICATORS[key]
      // The cases behind a number that was corrected do not make the one that stands.
      if (kind === 'count' || denominator === null || value === null || isCorrected(item)) return ''
      return numerator === null
        ? `n=${figure(denominator)}`
        : `${figure(numerator)}/${figure(denominator)}`
    },
    partsOf: ({ parts }: IndicatorValue) =>
      parts
        .filter(({ value }) => value !== null)
        .map(({ key, value }) => {
          const part = INDICATOR_PARTS[key]
          return `${term(part)} ${figure(value ?? 0)} ${words(part.unit)}`
        }),
    changeOf: ({ key, difference }: IndicatorValue) => {
      const sentence = changeWords(key, difference)
      if (sentence === null || difference === null) return null
      return { text: words(sentence), judged: judgeChange(key, difference) }
    },
  }
}
