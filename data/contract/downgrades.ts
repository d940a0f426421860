import * as z from 'zod/mini'
import { downgradeSchema } from '../domain/downgrades.ts'
import { downgradeDecisionSchema } from './bodies.ts'
import { EVERY_ROLE, noParamsSchema, WRITERS, type Endpoint } from './endpoint.ts'
import { downgradesQuerySchema, noQuerySchema } from './queries.ts'
import { downgradesSchema } from './recordResponses.ts'

/** Requests to lower a 重大 or 较大 risk point, which the district decides. */
export const DOWNGRADES_CONTRACT = {
  listDowngrades: {
    method: 'get',
    path: '/api/downgrades',
    summary: 'Requests to lower 重大 and 较大 risk points, the oldest pending first.',
    params: noParamsSchema,
    query: downgradesQuerySchema,
    response: downgradesSchema,
    mediaType: 'application/json',
    roles: EVERY_ROLE,
  },
  decideDowngrade: {
    method: 'post',
    path: '/api/downgrades/:id/decision',
    summary: 'The district approves or rejects a request; approval changes the level.',
    params: z.strictObject({
      id: z.string().check(z.regex(/^\d{1,9}$/, 'must be the id of a request')),
    }),
    query: noQuerySchema,
    body: downgradeDecisionSchema,
    response: downgradeSchema,
    mediaType: 'application/json',
    roles: WRITERS,
  },
} as const satisfies Record<string, Endpoint>
