import * as z from 'zod/mini'
import { areaCodeSchema, positionSchema } from './areas.ts'
import type { Labels } from './locales.ts'
import { recordCodeSchema } from './recordCode.ts'

/** Supervision grade of a park: 自评 → 街道审核 → 区级复核 (Longgang, about 2020). */
export const PARK_GRADES = {
  A: { labels: { 'zh-CN': 'A 宽管', en: 'A light' } },
  B: { labels: { 'zh-CN': 'B 关注', en: 'B attention' } },
  C: { labels: { 'zh-CN': 'C 严管', en: 'C strict' } },
  D: { labels: { 'zh-CN': 'D 禁止', en: 'D prohibited' } },
} as const satisfies Record<string, { labels: Labels }>
export type ParkGrade = keyof typeof PARK_GRADES
export const parkGradeSchema = z.enum(['A', 'B', 'C', 'D'])

export const PARK_TYPES = {
  oldMixed: { labels: { 'zh-CN': '老旧混租(五金塑胶)', en: 'Old mixed (metal, plastics)' } },
  electronics: { labels: { 'zh-CN': '电子信息', en: 'Electronics' } },
  furniture: { labels: { 'zh-CN': '家具木作', en: 'Furniture and wood' } },
  lithiumEnergy: { labels: { 'zh-CN': '锂电新能源', en: 'Lithium and new energy' } },
  coldChain: { labels: { 'zh-CN': '冷链物流', en: 'Cold chain' } },
  printing: { labels: { 'zh-CN': '印刷塑料包装', en: 'Printing and packaging' } },
  foodOpticsJewellery: {
    labels: { 'zh-CN': '食品眼镜珠宝', en: 'Food, optics, jewellery' },
  },
  research: { labels: { 'zh-CN': '研发办公', en: 'Research and office' } },
} as const satisfies Record<string, { labels: Labels }>
export type ParkType = keyof typeof PARK_TYPES
export const parkTypeSchema = z.enum(Object.keys(PARK_TYPES) as [ParkType, ...ParkType[]])

/** Stages of the rectification campaign (方案 → … → 长效). */
export const PARK_STAGES = {
  plan: { labels: { 'zh-CN': '方案', en: 'Plan' } },
  mobilisation: { labels: { 'zh-CN': '动员', en: 'Mobilisation' } },
  rectification: { labels: { 'zh-CN': '整治提升', en: 'Rectification' } },
  acceptance: { labels: { 'zh-CN': '验收', en: 'Acceptance' } },
  exchange: { labels: { 'zh-CN': '现场交流推广', en: 'Exchange' } },
  lasting: { labels: { 'zh-CN': '长效', en: 'Lasting' } },
} as const satisfies Record<string, { labels: Labels }>
export type ParkStage = keyof typeof PARK_STAGES
export const parkStageSchema = z.enum(Object.keys(PARK_STAGES) as [ParkStage, ...ParkStage[]])

/** The problems that the 2017 plan names; a park may carry several. */
export const PROBLEM_TAGS = {
  threeNone: { labels: { 'zh-CN': '三无', en: 'No body, team or rules' } },
  threeMissing: { labels: { 'zh-CN': '三缺失', en: 'No idea, duty or management' } },
  rentOnly: { labels: { 'zh-CN': '只收租不管理', en: 'Rent without management' } },
  contractOnly: { labels: { 'zh-CN': '只发包不管理', en: 'Contract without management' } },
  disorder: { labels: { 'zh-CN': '管理环境混乱', en: 'Disorderly site' } },
} as const satisfies Record<string, { labels: Labels }>
export type ProblemTag = keyof typeof PROBLEM_TAGS
export const problemTagSchema = z.enum(Object.keys(PROBLEM_TAGS) as [ProblemTag, ...ProblemTag[]])

export const parkCodeSchema = recordCodeSchema('a park code')

export const parkSchema = z.object({
  code: parkCodeSchema,
  name: z.string(),
  /** Community the park is registered in. This, never its drawn position, says where it belongs. */
  areaCode: areaCodeSchema,
  parkType: parkTypeSchema,
  demonstration: z.boolean(),
  grade: parkGradeSchema,
  stage: parkStageSchema,
  problemTags: z.array(problemTagSchema),
  operator: z.nullable(z.string()),
  fictitious: z.boolean(),
  labelPoint: positionSchema,
})
export type Park = z.infer<typeof parkSchema>
