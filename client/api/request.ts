import { CONTRACT, type Answer, type EndpointKey } from '#data/contract'
import { problemSchema } from '#data/contract/responses'

/** What went wrong between here and the server; `status` 0 when no answer came at all. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
    this.name = 'ApiError'
  }
}

/** A server that accepts and says nothing is as good as away. */
const DEADLINE_MILLISECONDS = 20_000

export type RequestInput = {
  params?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, string | number | boolean | undefined>>
  signal?: AbortSignal
}

/** `/api/parks/:code` with its parameters filled in and the query behind it. */
export function urlOf(key: EndpointKey, { params = {}, query = {} }: RequestInput): string {
  const path = CONTRACT[key].path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value))
  }
  return search.size ? `${path}?${search}` : path
}

async function problemOf(response: Response): Promise<ApiError> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => null))
  return new ApiError(response.status, parsed.success ? parsed.data.detail : response.statusText)
}

/**
 * Asks one endpoint of the contract and parses its answer.
 * @throws ApiError with the server's sentence, or status 0 when the server cannot be reached.
 */
export async function request<K extends EndpointKey>(
  key: K,
  input: RequestInput = {},
): Promise<Answer<K>> {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), DEADLINE_MILLISECONDS)
  const giveUp = () => deadline.abort()
  input.signal?.addEventListener('abort', giveUp)
  const response = await fetch(urlOf(key, input), {
    headers: { Accept: CONTRACT[key].mediaType },
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
  const parsed = CONTRACT[key].response?.safeParse(await response.json())
  if (!parsed?.success) {
    throw new ApiError(response.status, `The answer of ${key} is not what the contract says`)
  }
  return parsed.data as Answer<K>
}
