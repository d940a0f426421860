import type { HazardSourceSubstance } from '#data/domain/hazardSources'
import {
  CONSEQUENCE_MODELS,
  consequenceInputSchema,
  estimateConsequences,
  type ConsequenceInput,
  type ConsequenceModel,
  type Consequences,
} from '#data/grading/consequences'
import type { TankShape } from '#data/grading/consequences/bleve'
import { FUELS } from '#data/grading/consequences/fuels'
import { checkRanges, type InputRange } from '#data/grading/consequences/inputs'
import { GradingError } from '#data/grading/GradingError'

/** What has been typed for a model so far; null where a field is empty. */
export type ConsequenceDraft = {
  model: ConsequenceModel
  values: Readonly<Record<string, number | null>>
  tankShape: TankShape
}

/** The stock that an estimate starts from; of how much is not always known. */
export type Stock = Pick<HazardSourceSubstance, 'cas' | 'name'> & {
  designedQuantityTonnes: number | null
}

type Fuel = {
  heatOfCombustionKjPerKg: number
  burningRateKgPerM2S: number | null
  source: string
}
/** Where a CAS number is a fuel whose values are known: all of them 建议值. */
export function fuelOf(cas: string | null | undefined): Fuel | null {
  return cas && Object.hasOwn(FUELS, cas) ? FUELS[cas as keyof typeof FUELS] : null
}

/** The largest of the printed range of the efficiency, which is on the safe side; a 建议值. */
const EFFICIENCY = 0.35

/** What is known of a stock for a model; the rest stays to be typed. */
export function prefill(model: ConsequenceModel, stock: Stock | null): ConsequenceDraft {
  const tonnes = stock?.designedQuantityTonnes ?? null
  const kilograms = tonnes === null ? null : Math.round(tonnes * 1e6) / 1000
  const fuel = fuelOf(stock?.cas)
  const heat = fuel?.heatOfCombustionKjPerKg ?? null
  const values: Record<ConsequenceModel, ConsequenceDraft['values']> = {
    vce: { massKg: kilograms, heatOfCombustionKjPerKg: heat },
    bleve: { stockKg: kilograms, tanks: 1 },
    'pool-fire': {
      radiusMetres: null,
      burningRateKgPerM2S: fuel?.burningRateKgPerM2S ?? null,
      heatOfCombustionKjPerKg: heat,
      efficiency: EFFICIENCY,
    },
  }
  return { model, values: values[model], tankShape: 'cylinder' }
}

/** The inputs of a model with their ranges, in the order of the form. */
export const inputsOf = (model: ConsequenceModel) =>
  Object.entries<InputRange>(CONSEQUENCE_MODELS[model].inputs)

/** Whether a number is one that the model takes. */
export function isWithin(key: string, value: number, range: InputRange): boolean {
  try {
    checkRanges({ [key]: value }, { [key]: range })
    return true
  } catch (error) {
    if (error instanceof GradingError) return false
    throw error
  }
}

/** The draft as an input of its model; null while a field is empty or out of its range. */
export function inputOf({ model, values, tankShape }: ConsequenceDraft): ConsequenceInput | null {
  const isComplete = inputsOf(model).every(([key, range]) => {
    const value = values[key]
    return typeof value === 'number' && isWithin(key, value, range)
  })
  if (!isComplete) return null
  const input = { model, ...values, ...(model === 'bleve' ? { tankShape } : {}) }
  return consequenceInputSchema.safeParse(input).data ?? null
}

export type Estimate = { input: ConsequenceInput; result: Consequences }

export function estimateOf(draft: ConsequenceDraft): Estimate | null {
  const input = inputOf(draft)
  return input && { input, result: estimateConsequences(input) }
}
