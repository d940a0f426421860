import { PointsError, type LoadProgress } from './pointsProtocol.ts'

export type FetchedColumns = { bytes: ArrayBuffer; etag: string | null }

/** The server's own sentence where it sent one (problem+json, RFC 9457). */
async function refusal(response: Response): Promise<PointsError> {
  const problem: unknown = await response.json().catch(() => null)
  const detail =
    typeof problem === 'object' && problem !== null && 'detail' in problem ? problem.detail : null
  const message =
    typeof detail === 'string' && detail
      ? detail
      : `The server refused the risk points with status ${response.status}.`
  return new PointsError({ kind: 'refused', status: response.status, message })
}

async function readWhole(
  response: Response,
  report: (progress: LoadProgress) => void,
): Promise<ArrayBuffer> {
  if (!response.body) return response.arrayBuffer()
  const length = Number(response.headers.get('Content-Length'))
  const total = length > 0 && !response.headers.has('Content-Encoding') ? length : null
  const chunks: Uint8Array[] = []
  let received = 0
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    received += value.byteLength
    report({ received, total })
  }
  const bytes = new Uint8Array(received)
  chunks.reduce((at, chunk) => {
    bytes.set(chunk, at)
    return at + chunk.byteLength
  }, 0)
  return bytes.buffer
}

/**
 * Fetches the columns, or null when they are still those of `etag`. The browser's own cache answers
 * the first time after asking the server whether it is fresh.
 * @throws PointsError
 */
export async function fetchColumns(
  url: string,
  etag: string | null,
  report: (progress: LoadProgress) => void,
): Promise<FetchedColumns | null> {
  const unreachable = () =>
    new PointsError({ kind: 'unreachable', status: 0, message: 'The server cannot be reached.' })
  const response = await fetch(url, {
    cache: 'no-cache',
    headers: {
      Accept: 'application/vnd.apache.arrow.stream',
      ...(etag && { 'If-None-Match': etag }),
    },
  }).catch(() => {
    throw unreachable()
  })
  if (response.status === 304) return null
  if (!response.ok) throw await refusal(response)
  const bytes = await readWhole(response, report).catch(() => {
    throw unreachable()
  })
  return { bytes, etag: response.headers.get('ETag') }
}
