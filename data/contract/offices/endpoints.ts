import { EVERY_ROLE, noParamsSchema, WRITERS } from '../endpoint.ts'
import { noQuerySchema } from '../queries.ts'

/** What every read of the offices has, and every write. */
export const READ = {
  method: 'get',
  params: noParamsSchema,
  mediaType: 'application/json',
  roles: EVERY_ROLE,
} as const
export const WRITE = {
  method: 'post',
  params: noParamsSchema,
  query: noQuerySchema,
  mediaType: 'application/json',
  roles: WRITERS,
} as const
