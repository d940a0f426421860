import type { Endpoint } from '../endpoint.ts'

export const HISTORY_CONTRACT = {} as const satisfies Record<string, Endpoint>
