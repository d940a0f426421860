import type { Endpoint } from './endpoint.ts'

/** 一园一档: what is known of a park, its grading and acceptance. */
export const PARK_RECORDS_CONTRACT = {} as const satisfies Record<string, Endpoint>
