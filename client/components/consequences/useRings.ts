import type { Labels } from '#data/domain/locales'
import { CONSEQUENCE_MODELS, type ConsequenceModel } from '#data/grading/consequences'
import { computed } from 'vue'
import { useTerms } from '../../composables/useTerms.ts'
import type { ConsequenceRing } from '../../stores/consequences.ts'
import type { Estimate } from './estimate.ts'

/** The radii of a model with their words, the gravest first. */
const radiiOf = (model: ConsequenceModel) =>
  Object.entries<Labels>(CONSEQUENCE_MODELS[model].radii)
    // Keys that are numbers come in their own order, whatever the registry's: most flux first.
    .sort(([a], [b]) => (Number(b) || 0) - (Number(a) || 0))

/** Metres with as many digits as the correlations are good for. */
export const metres = (value: number) =>
  value.toLocaleString('en-US', { maximumFractionDigits: value < 100 ? 1 : 0 })

/** The radii of an estimate as rings, named in the reader's language; none without an estimate. */
export function useRings(estimate: () => Estimate | null) {
  const { words } = useTerms()
  return computed<ConsequenceRing[]>(() => {
    const current = estimate()
    if (!current) return []
    const radii = current.result.radiiMetres as Readonly<Record<string, number>>
    return radiiOf(current.input.model).map(([key, labels]) => ({
      key,
      label: words(labels),
      radiusMetres: radii[key] ?? 0,
    }))
  })
}
