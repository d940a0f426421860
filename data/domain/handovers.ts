import * as z from 'zod/mini'
import type { Labels } from './locales.ts'

/** Where the name of a person stands in something open: what a handover carries to another. */
export const DUTIES = {
  hiddenDangerResponsible: {
    labels: { 'zh-CN': '未销号隐患责任人', en: 'Responsible for an open hidden danger' },
  },
  riskPointResponsible: {
    labels: { 'zh-CN': '在册风险点责任人', en: 'Responsible for a risk point' },
  },
  riskPointGuarantor: {
    labels: { 'zh-CN': '风险点包保责任人', en: 'Guarantor of a risk point' },
  },
  enterpriseOfficer: {
    labels: { 'zh-CN': '企业安全管理人员', en: 'Safety officer of an enterprise' },
  },
} as const satisfies Record<string, { labels: Labels }>
export type Duty = keyof typeof DUTIES
export const DUTY_ORDER = Object.keys(DUTIES) as [Duty, ...Duty[]]
export const dutySchema = z.enum(DUTY_ORDER)
