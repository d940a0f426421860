import type { Endpoint } from '../endpoint.ts'

export const COMPARISON_CONTRACT = {} as const satisfies Record<string, Endpoint>
