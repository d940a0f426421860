import type { Endpoint } from './endpoint.ts'

/** Enforcement, accidents, work permits, trainings and handovers. */
export const OFFICES_CONTRACT = {} as const satisfies Record<string, Endpoint>
