import type { Endpoint } from './endpoint.ts'

/** Indicators, months that were frozen, and decisions. */
export const INDICATORS_CONTRACT = {} as const satisfies Record<string, Endpoint>
