import { EVERY_ROLE, noParamsSchema, type Endpoint } from './endpoint.ts'
import { indicatorsQuerySchema, monthsQuerySchema } from './indicatorQueries.ts'
import { indicatorsSchema, monthsSchema } from './indicatorResponses.ts'

const READ = {
  method: 'get',
  params: noParamsSchema,
  mediaType: 'application/json',
  roles: EVERY_ROLE,
} as const

/** Indicators, months that were frozen, and decisions. */
export const INDICATORS_CONTRACT = {
  getIndicators: {
    ...READ,
    path: '/api/indicators',
    summary: 'Every indicator of an area and of its children, now or as at the end of a month.',
    query: indicatorsQuerySchema,
    response: indicatorsSchema,
  },
  listMonths: {
    ...READ,
    path: '/api/indicators/months',
    summary: 'Hidden dangers registered, closed, open and overdue in each of twelve months.',
    query: monthsQuerySchema,
    response: monthsSchema,
  },
} as const satisfies Record<string, Endpoint>
