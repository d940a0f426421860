import { vi } from 'vitest'

export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  body: unknown
  ifMatch: string | null
}
type Answer = unknown | ((asked: Asked) => unknown)

/** A refusal as the server words it. */
export const refusal = (status: number, detail: string, more: object = {}) =>
  Response.json(
    { type: '/api/docs#x', title: 'x', status, detail, ...more },
    { status, statusText: detail },
  )

/**
 * Answers in place of the network: the first route whose `METHOD /path` fits, a function to decide
 * by what was asked. What no route knows is 404.
 */
export function fakeServer(routes: Record<string, Answer>) {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) => {
    const url = new URL(address, 'http://here')
    const request: Asked = {
      method: init.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : null,
      ifMatch: new Headers(init.headers).get('If-Match'),
    }
    asked.push(request)
    const answer = routes[`${request.method} ${request.path}`]
    const given = typeof answer === 'function' ? (answer as (a: Asked) => unknown)(request) : answer
    if (given === undefined) return Promise.resolve(refusal(404, 'There is no such thing.'))
    return Promise.resolve(given instanceof Response ? given : Response.json(given))
  })
  return {
    asked,
    /** What was written, without the reads. */
    written: () => asked.filter(({ method }) => method !== 'GET'),
    answer: (route: string, answer: Answer) => {
      routes[route] = answer
    },
  }
}
