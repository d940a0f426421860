import { invalidParameters } from './problems.ts'

/** Where a page begins: behind the row with this key and id in the order of the list. */
export type PageStart = { key: string; id: number }

/** Opaque to the caller, so that its meaning may change; `order` tells two orders apart. */
export function encodePageCursor(order: string, { key, id }: PageStart): string {
  return Buffer.from(`${order.charAt(0)}${id}>${key}`).toString('base64url')
}

const KEY = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d:\d\d)?$/

/** @throws HttpProblem 400 for what `encodePageCursor` never gave for this order */
export function decodePageCursor(order: string, cursor: string): PageStart {
  const text = Buffer.from(cursor, 'base64url').toString()
  const separator = text.indexOf('>')
  const start = { id: Number(text.slice(1, separator)), key: text.slice(separator + 1) }
  const isWhole = Number.isSafeInteger(start.id) && start.id > 0 && start.id <= 2_147_483_647
  const isKey = KEY.test(start.key) && !Number.isNaN(Date.parse(start.key))
  if (isWhole && isKey && encodePageCursor(order, start) === cursor) return start
  throw invalidParameters([
    {
      parameter: 'cursor',
      message: 'must be the nextCursor of an earlier answer, with the same order',
    },
  ])
}

/** One page of rows of which one more than asked for was read, and where the next one begins. */
export function pageOf<T extends PageStart>(
  rows: readonly T[],
  limit: number,
  order: string,
): { rows: T[]; nextCursor: string | null } {
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { rows: page, nextCursor: last ? encodePageCursor(order, last) : null }
}
