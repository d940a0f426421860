import { DEFAULT_THRESHOLDS, type GradingThresholds } from '#data/grading/grade'
import { parseThresholds } from '#data/grading/thresholds'
import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { recordRequest } from './recordRequest.ts'

/** The grading methods, their thresholds and the intervals of review, as this server has them. */
export const useGradingSettings = () =>
  useQuery({
    queryKey: ['grading'],
    queryFn: ({ signal }) => recordRequest('getGradingSettings', { signal }),
  })

/** The bands in force; those of the product until the server has told its own. */
export function useThresholds() {
  const { data } = useGradingSettings()
  return computed<GradingThresholds>(() => {
    const told = (data.value?.methods ?? []).map(({ method, thresholds }) => [
      method,
      parseThresholds(thresholds, DEFAULT_THRESHOLDS[method]),
    ])
    return { ...DEFAULT_THRESHOLDS, ...Object.fromEntries(told) } as GradingThresholds
  })
}

/** What lies within radii (in metres, `49.9,124.7`) around a position; nothing is asked without one. */
export const useSurroundings = (
  position: Ref<{ longitude: number; latitude: number } | null>,
  radii: Ref<string>,
) =>
  useQuery({
    queryKey: computed(() => ['surroundings', position.value, radii.value]),
    queryFn: ({ signal }) =>
      recordRequest('getSurroundings', {
        query: { ...position.value, radii: radii.value },
        signal,
      }),
    enabled: computed(() => position.value !== null && radii.value !== ''),
  })
