import type { Endpoint } from '../endpoint.ts'

export const AROUND_CONTRACT = {} as const satisfies Record<string, Endpoint>
