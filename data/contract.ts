import { AROUND_CONTRACT } from './contract/analysis/around.ts'
import { COMPARISON_CONTRACT } from './contract/analysis/comparison.ts'
import { HISTORY_CONTRACT } from './contract/analysis/history.ts'
import { CAMPAIGNS_CONTRACT } from './contract/campaigns.ts'
import { CORE_CONTRACT } from './contract/core.ts'
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from './contract/endpoint.ts'
import { GRADING_CONTRACT } from './contract/grading.ts'
import { HIDDEN_DANGERS_CONTRACT } from './contract/hiddenDangers.ts'
import { INDICATORS_CONTRACT } from './contract/indicators.ts'
import { OFFICES_CONTRACT } from './contract/offices.ts'
import { PARK_RECORDS_CONTRACT } from './contract/parkRecords.ts'
import { QUALITY_CONTRACT } from './contract/quality.ts'
import { REGISTRIES_CONTRACT } from './contract/registries.ts'
import { SITE_CONTRACT } from './contract/site/site.ts'
import { RECORDS_CONTRACT } from './contract/records.ts'

/**
 * Every endpoint once: the server registers its handlers by these keys, the browser parses answers
 * by them, the OpenAPI page is made from them. In parts, so that a page carries only those it uses.
 */
export const CONTRACT = {
  // Before /api/risk-points/:code, which would take history.arrow for a code.
  ...HISTORY_CONTRACT,
  ...CORE_CONTRACT,
  ...GRADING_CONTRACT,
  ...RECORDS_CONTRACT,
  ...QUALITY_CONTRACT,
  ...REGISTRIES_CONTRACT,
  ...HIDDEN_DANGERS_CONTRACT,
  ...CAMPAIGNS_CONTRACT,
  ...PARK_RECORDS_CONTRACT,
  ...OFFICES_CONTRACT,
  ...INDICATORS_CONTRACT,
  ...COMPARISON_CONTRACT,
  ...AROUND_CONTRACT,
  ...SITE_CONTRACT,
} as const

export type Contract = typeof CONTRACT
export type EndpointKey = keyof Contract
export type Params<K extends EndpointKey> = ParamsOf<Contract[K]>
export type Query<K extends EndpointKey> = QueryOf<Contract[K]>
export type Body<K extends EndpointKey> = BodyOf<Contract[K]>
export type Answer<K extends EndpointKey> = AnswerOf<Contract[K]>
