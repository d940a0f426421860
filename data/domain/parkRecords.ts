import * as z from 'zod/mini'
import type { Labels } from './locales.ts'
import { PARK_STAGES, type ParkStage } from './parks.ts'

/** The papers of a park's safety system (制度体系) that its record lists. */
export const SYSTEM_DOCUMENTS = {
  responsibility: { labels: { 'zh-CN': '安全生产责任制', en: 'Responsibilities' } },
  checks: { labels: { 'zh-CN': '隐患排查治理制度', en: 'Search for hidden dangers' } },
  training: { labels: { 'zh-CN': '教育培训制度', en: 'Training' } },
  dangerousWork: { labels: { 'zh-CN': '危险作业管理制度', en: 'Dangerous work' } },
  fire: { labels: { 'zh-CN': '消防安全制度', en: 'Fire safety' } },
  leasing: { labels: { 'zh-CN': '出租安全管理制度', en: 'Safety in leasing' } },
  emergency: { labels: { 'zh-CN': '应急预案', en: 'Emergency plan' } },
  contractors: { labels: { 'zh-CN': '外包施工管理制度', en: 'Contractors' } },
} as const satisfies Record<string, { labels: Labels }>
export type SystemDocument = keyof typeof SYSTEM_DOCUMENTS
export const SYSTEM_DOCUMENT_ORDER = Object.keys(SYSTEM_DOCUMENTS) as [
  SystemDocument,
  ...SystemDocument[],
]
export const systemDocumentSchema = z.enum(SYSTEM_DOCUMENT_ORDER)

/** 到场: there within three minutes (公消〔2015〕301号). */
export const ARRIVAL_LIMIT_SECONDS = 180
/** People on the roll of a micro fire station (公消〔2015〕301号). */
export const STATION_LEAST_STAFF = 6

export const PARK_STAGE_ORDER = Object.keys(PARK_STAGES) as [ParkStage, ...ParkStage[]]

/** What a park may enter from a stage: the next one, or any earlier one again. */
export function possibleStages(stage: ParkStage): ParkStage[] {
  const index = PARK_STAGE_ORDER.indexOf(stage)
  return PARK_STAGE_ORDER.filter((_, each) => each < index || each === index + 1)
}

/** Stages that follow only a passed acceptance (整治验收通过). */
export const STAGES_AFTER_ACCEPTANCE: readonly ParkStage[] = ['exchange', 'lasting']
