import { civilDayOfNumber } from '#data/domain/clock'
import { useI18n } from 'vue-i18n'
import { dateTime } from '../../composables/formatTime.ts'
import { usePlaceName } from '../../composables/usePlaceName.ts'
import { useTerms } from '../../composables/useTerms.ts'
import type { AnalysisResult } from '../../stores/analysis.ts'
import { pointFacts, type LegendFact } from './legendFacts.ts'

/** The facts of an analysis in the reader's language, the same for legend, picture and files. */
export function useAnalysisFacts() {
  const { t } = useI18n()
  const { words, figure } = useTerms()
  const { nameOf } = usePlaceName()
  const terms = { words, figure, placeOf: nameOf }
  const sentence = ({ key, values = {} }: LegendFact) => t(`analysis.legend.${key}`, values)

  /** When the points are true: the end of a past day, or the instant of the data. */
  const whenOf = ({ day }: AnalysisResult, asOf: string): LegendFact =>
    day === null
      ? { key: 'asOf', values: { time: dateTime(asOf) } }
      : { key: 'endOfDay', values: { day: civilDayOfNumber(day) } }

  return {
    terms,
    sentence,
    nameOf,
    whenOf,
    /** Of which day and of which points one side of a comparison is. */
    sideFacts: (result: AnalysisResult, asOf: string) => [
      whenOf(result, asOf),
      ...pointFacts(result, terms),
    ],
  }
}
