import * as z from 'zod/mini'
import type { Labels } from './locales.ts'

/** Kinds of training (DOMAIN.md 0). `targeted` ones are measured in 家次 against a number for the year. */
export const TRAINING_KINDS = {
  mobilisation: {
    targeted: false,
    labels: { 'zh-CN': '部署动员会', en: 'Mobilisation meeting' },
  },
  responsibility: {
    targeted: false,
    labels: { 'zh-CN': '主体责任培训', en: 'Training on the main responsibility' },
  },
  tenThousand: {
    targeted: true,
    labels: { 'zh-CN': '万家企业培训', en: 'Training of ten thousand enterprises' },
  },
  safetyMonth: { targeted: false, labels: { 'zh-CN': '安全生产月', en: 'Work safety month' } },
  special: { targeted: false, labels: { 'zh-CN': '专项培训', en: 'Training on one subject' } },
} as const satisfies Record<string, { targeted: boolean; labels: Labels }>
export type TrainingKind = keyof typeof TRAINING_KINDS
export const TRAINING_KIND_ORDER = Object.keys(TRAINING_KINDS) as [TrainingKind, ...TrainingKind[]]
export const trainingKindSchema = z.enum(TRAINING_KIND_ORDER)
/** The one that CONTENT.md 2.4 lists beside the coverage, in 家次. */
export const TARGETED_KIND = 'tenThousand' satisfies TrainingKind
