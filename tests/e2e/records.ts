import { expect, type APIRequestContext } from '@playwright/test'

/** A record as far as the tests look at it. */
export type Versioned = { code: string; version: number }
export type Point = Versioned & {
  name: string
  areaCode: string
  parkCode: string
  level: string
  reviewDue: string
  longitude: number | null
  hazardSources: { code: string; name: string; s: number; r: number; version: number }[]
}

export async function read<T>(request: APIRequestContext, address: string): Promise<T> {
  const answer = await request.get(address)
  expect(answer.status(), address).toBe(200)
  return (await answer.json()) as T
}

/** Writes past the page, for what a test needs before and puts back after. */
export async function write<T>(
  request: APIRequestContext,
  method: 'POST' | 'PATCH',
  address: string,
  data: object,
  version?: number,
): Promise<T> {
  const answer = await request.fetch(address, {
    method,
    data,
    headers: version === undefined ? {} : { 'If-Match': `"${version}"` },
  })
  expect(answer.ok(), `${address}: ${await answer.text()}`).toBe(true)
  return (await answer.json()) as T
}

/** Every risk point of an area that a query finds, page by page. */
export async function allPoints(request: APIRequestContext, query: string): Promise<Point[]> {
  const items: Point[] = []
  let cursor: string | null = null
  do {
    const address: string = `/api/risk-points?limit=1000&${query}${cursor ? `&cursor=${cursor}` : ''}`
    const page: { items: Point[]; nextCursor: string | null } = await read(request, address)
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor)
  return items
}

/** Puts the version before the latest back. */
export async function undo(request: APIRequestContext, address: string) {
  const { version } = await read<Versioned>(request, address)
  await write(request, 'POST', `${address}/undo`, { reason: '测试后复原' }, version)
}
