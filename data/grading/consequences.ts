import * as z from 'zod/mini'
import type { Labels } from '../domain/locales.ts'
import { bleve, BLEVE_INPUTS } from './consequences/bleve.ts'
import type { InputRange } from './consequences/inputs.ts'
import { poolFire, POOL_FIRE_INPUTS } from './consequences/poolFire.ts'
import { vce, VCE_INPUTS } from './consequences/vce.ts'

/** Stands beside every radius (CONTENT.md 2.2). */
export const CONSEQUENCE_NOTE = {
  short: {
    'zh-CN': '示意 不替代定量风险评价',
    en: 'Indicative only, no substitute for a quantitative risk assessment',
  },
  long: {
    'zh-CN':
      '按公开经验公式估算,未计地形、风向、屏障;仅供排查和演练参考,不替代定量风险评价和安全评价。',
    en: 'Estimated by published correlations without terrain, wind or shielding; for screening and drills only, no substitute for a quantitative risk or safety assessment.',
  },
} as const satisfies Record<string, Labels>

/** The models with the words of their inputs and of every radius, widest harm last. */
export const CONSEQUENCE_MODELS = {
  vce: {
    labels: { 'zh-CN': '蒸气云爆炸', en: 'Vapour cloud explosion' },
    source: { 'zh-CN': 'TNT当量法(公开经验公式)', en: 'TNT equivalent, published correlations' },
    inputs: VCE_INPUTS,
    radii: {
      death: { 'zh-CN': '死亡', en: 'Death' },
      seriousInjury: { 'zh-CN': '重伤', en: 'Serious injury' },
      minorInjury: { 'zh-CN': '轻伤', en: 'Minor injury' },
      property: { 'zh-CN': '财产损失', en: 'Damage to property' },
    },
  },
  bleve: {
    labels: { 'zh-CN': '沸腾液体扩展蒸气爆炸(火球)', en: 'BLEVE (fireball)' },
    source: { 'zh-CN': '火球模型(公开经验公式)', en: 'Fireball, published correlations' },
    inputs: BLEVE_INPUTS,
    radii: {
      death: { 'zh-CN': '死亡', en: 'Death' },
      secondDegreeBurn: { 'zh-CN': '二度烧伤', en: 'Second-degree burns' },
      firstDegreeBurn: { 'zh-CN': '一度烧伤', en: 'First-degree burns' },
    },
  },
  'pool-fire': {
    labels: { 'zh-CN': '池火灾', en: 'Pool fire' },
    source: { 'zh-CN': '点源模型(公开经验公式)', en: 'Point source, published correlations' },
    inputs: POOL_FIRE_INPUTS,
    radii: {
      '37.5': { 'zh-CN': '37.5 kW/m² 设备全部损坏', en: '37.5 kW/m² equipment destroyed' },
      '25': { 'zh-CN': '25 kW/m² 10秒重度烧伤', en: '25 kW/m² severe burns in 10 s' },
      '12.5': { 'zh-CN': '12.5 kW/m² 10秒一度烧伤', en: '12.5 kW/m² first-degree burns in 10 s' },
      '4': { 'zh-CN': '4.0 kW/m² 20秒感觉疼痛', en: '4.0 kW/m² pain after 20 s' },
      '1.6': { 'zh-CN': '1.6 kW/m² 长时间无不适', en: '1.6 kW/m² no discomfort' },
    },
  },
} as const satisfies {
  [Model in ConsequenceModel]: {
    labels: Labels
    source: Labels
    inputs: Record<string, InputRange>
    radii: Record<RadiusKey<Model>, Labels>
  }
}

type Results = {
  vce: ReturnType<typeof vce>
  bleve: ReturnType<typeof bleve>
  'pool-fire': ReturnType<typeof poolFire>
}
export type ConsequenceModel = keyof Results
export const CONSEQUENCE_MODEL_ORDER = ['vce', 'bleve', 'pool-fire'] as const
type RadiusKey<Model extends ConsequenceModel> = keyof Results[Model]['radiiMetres']

/** What a model is asked; whether each number is in its range is for the model to say. */
export const consequenceInputSchema = z.discriminatedUnion('model', [
  z.strictObject({
    model: z.literal('vce'),
    massKg: z.number(),
    heatOfCombustionKjPerKg: z.number(),
  }),
  z.strictObject({
    model: z.literal('bleve'),
    stockKg: z.number(),
    tanks: z.number(),
    tankShape: z.enum(['cylinder', 'sphere']),
  }),
  z.strictObject({
    model: z.literal('pool-fire'),
    radiusMetres: z.number(),
    burningRateKgPerM2S: z.number(),
    heatOfCombustionKjPerKg: z.number(),
    efficiency: z.number(),
  }),
])
export type ConsequenceInput = z.infer<typeof consequenceInputSchema>
export type Consequences = Results[ConsequenceModel]

/** @throws GradingError for an input outside the range of its model. */
export function estimateConsequences(input: ConsequenceInput): Consequences {
  switch (input.model) {
    case 'vce':
      return vce(input)
    case 'bleve':
      return bleve(input)
    case 'pool-fire':
      return poolFire(input)
  }
}
