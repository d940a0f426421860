import type { Endpoint } from './endpoint.ts'

/** Campaigns and what they ask of each target. */
export const CAMPAIGNS_CONTRACT = {} as const satisfies Record<string, Endpoint>
