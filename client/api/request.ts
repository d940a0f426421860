import type { AnswerOf, BodyInputOf, Endpoint, Endpoints } from '#data/contract/endpoint'
import { CORE_CONTRACT } from '#data/contract/core'
import { problemSchema, type Problem } from '#data/contract/responses'

/** What went wrong between here and the server; `status` 0 when no answer came at all. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** What the server said of it, where it said something. */
    readonly problem: Problem | null = null,
  ) {
    super(message)
    this.name = 'ApiError'
  }
}

/** A server that accepts and says nothing is as good as away. */
const DEADLINE_MILLISECONDS = 20_000

export type RequestInput<E extends Endpoint = Endpoint> = {
  params?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, string | number | boolean | undefined>>
  signal?: AbortSignal
  /** A write sent twice with the same key is done once. */
  idempotencyKey?: string
} & (BodyInputOf<E> extends undefined ? { body?: undefined } : { body: BodyInputOf<E> }) &
  (E extends { ifMatch: true }
    ? {
        /** The version of the record that the change was made from. */
        version: number
      }
    : { version?: undefined })

type LooseInput = RequestInput & { body?: unknown; version?: number | undefined }

/** `/api/parks/:code` with its parameters filled in and the query behind it. */
function urlOf({ path }: Endpoint, { params = {}, query = {} }: LooseInput): string {
  const address = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value))
  }
  return search.size ? `${address}?${search}` : address
}

async function problemOf(response: Response): Promise<ApiError> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => null))
  return parsed.success
    ? new ApiError(response.status, parsed.data.detail, parsed.data)
    : new ApiError(response.status, response.statusText)
}

function initOf(endpoint: Endpoint, { body, version, idempotencyKey }: LooseInput): RequestInit {
  const headers: Record<string, string> = {
    Accept: endpoint.mediaType,
    // Refusals come as a sentence in the language of the page.
    'Accept-Language': document.documentElement.lang || 'zh-CN',
  }
  if (version !== undefined) headers['If-Match'] = `"${version}"`
  if (idempotencyKey) headers['Idempotency-Key'] = idempotencyKey
  if (body === undefined) return { method: endpoint.method.toUpperCase(), headers }
  headers['Content-Type'] = 'application/json'
  return { method: endpoint.method.toUpperCase(), headers, body: JSON.stringify(body) }
}

async function ask(key: string, endpoint: Endpoint, input: LooseInput): Promise<unknown> {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), DEADLINE_MILLISECONDS)
  const giveUp = () => deadline.abort()
  input.signal?.addEventListener('abort', giveUp)
  const response = await fetch(urlOf(endpoint, input), {
    ...initOf(endpoint, input),
    signal: deadline.signal,
  })
    .catch((cause: unknown) => {
      if (input.signal?.aborted) throw cause
      throw new ApiError(0, 'The server cannot be reached')
    })
    .finally(() => {
      clearTimeout(timer)
      input.signal?.removeEventListener('abort', giveUp)
    })
  if (!response.ok) throw await problemOf(response)
  const parsed = endpoint.response?.safeParse(await response.json())
  if (!parsed?.success) {
    throw new ApiError(response.status, `The answer of ${key} is not what the contract says`)
  }
  return parsed.data
}

/**
 * Asks one endpoint of a part of the contract and parses its answer.
 * @throws ApiError with the server's sentence, or status 0 when the server cannot be reached.
 */
export function createRequest<C extends Endpoints>(contract: C) {
  return <K extends keyof C & string>(
    key: K,
    ...[input]: object extends RequestInput<C[K]>
      ? [input?: RequestInput<C[K]>]
      : [input: RequestInput<C[K]>]
  ): Promise<AnswerOf<C[K]>> =>
    ask(key, contract[key] as Endpoint, (input ?? {}) as LooseInput) as Promise<AnswerOf<C[K]>>
}

/** The part of the contract that the map itself lives on. */
export const request = createRequest(CORE_CONTRACT)
