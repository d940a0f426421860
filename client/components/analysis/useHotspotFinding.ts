import { DISTRICT_CODE, parentAreaCode } from '#data/domain/areas'
import { civilDayOfNumber } from '#data/domain/clock'
import { hotspotSentence } from '../../analysis/hexagons/hotspotSentence.ts'
import { shortDateTime } from '../../composables/formatTime.ts'
import { usePlaceName } from '../../composables/usePlaceName.ts'
import { useTerms } from '../../composables/useTerms.ts'
import type { AnalysisResult } from '../../stores/analysis.ts'

export type HotspotResult = Extract<AnalysisResult, { mode: 'hotspots' }>

/**
 * Tells what the test over the hexagons found, in a sentence for a leader.
 * @returns a function of the result and of the instant, ISO 8601, at which the points are true
 */
export function useHotspotFinding() {
  const { areaName } = usePlaceName()
  const { words } = useTerms()

  return ({ answer, weight, day }: HotspotResult, asOf: string): string => {
    const { finding } = hotspotSentence({
      asOf: day === null ? shortDateTime(asOf) : civilDayOfNumber(day),
      district: areaName(DISTRICT_CODE),
      weight,
      hotspots: answer,
      communities: answer.hotCommunities.map(
        ({ areaCode }) => areaName(parentAreaCode(areaCode) ?? '') + areaName(areaCode),
      ),
    })
    return words(finding)
  }
}
