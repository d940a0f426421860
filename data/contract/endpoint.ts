import * as z from 'zod/mini'
import type { Role } from '../domain/roles.ts'
import { noQuerySchema } from './queries.ts'

/** Who may read. */
export const EVERY_ROLE = [
  'districtViewer',
  'areaViewer',
  'districtAdministrator',
] as const satisfies readonly Role[]
/** Who may write. */
export const WRITERS = ['districtAdministrator'] as const satisfies readonly Role[]

export const noParamsSchema = z.strictObject({})

/** What most endpoints share; what differs is said after it. */
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
/** A new record. */
export const CREATE = { ...WRITE, status: 201, versioned: true } as const

/** A file that comes as the body, and what Content-Type calls it. */
export type FileBody = { mediaType: string; bytes: Uint8Array }

/**
 * One endpoint. `response: null` marks an answer that is not JSON; its `mediaType` says what it is.
 * `roles: null` asks for no actor and touches no scoped data.
 */
export type Endpoint = {
  method: 'get' | 'post' | 'patch'
  path: `/api/${string}`
  summary: string
  params: z.ZodMiniType
  query: z.ZodMiniType
  /** The JSON that comes with the request, or a file as its bytes; none without it. */
  body?: z.ZodMiniType | 'bytes'
  /** What a body of bytes may be. */
  bodyTypes?: readonly string[]
  /** Writes by it name the version they were made from in `If-Match`. */
  ifMatch?: true
  /** Does once what is sent twice with the same `Idempotency-Key`. */
  idempotent?: true
  /** Answers one record: its ETag names the version that `If-Match` asks for. */
  versioned?: true
  /** Its answer follows the clock, not the records alone: what is known of it holds for a minute. */
  timed?: true
  /** Of an answer that is not 200. */
  status?: 201
  /** Never changes under its address, so that a browser keeps it for itself and does not ask again. */
  immutable?: true
  response: z.ZodMiniType | null
  mediaType: string
  roles: readonly Role[] | null
}

export type Endpoints = Readonly<Record<string, Endpoint>>
export type ParamsOf<E extends Endpoint> = z.output<E['params']>
export type QueryOf<E extends Endpoint> = z.output<E['query']>
/** What the caller sends, and what the handler is given of it. */
export type BodyInputOf<E extends Endpoint> = E extends { body: infer B extends z.ZodMiniType }
  ? z.input<B>
  : E extends { body: 'bytes' }
    ? // A file is sent by a request of its own, which tells how much of it has gone.
      never
    : undefined
export type BodyOf<E extends Endpoint> = E extends { body: infer B extends z.ZodMiniType }
  ? z.output<B>
  : E extends { body: 'bytes' }
    ? FileBody
    : undefined
/** The body of an answer; an endpoint without a response schema answers bytes of its own. */
export type AnswerOf<E extends Endpoint> = E['response'] extends z.ZodMiniType
  ? z.output<E['response']>
  : null
