import { decodeCursor, encodeCursor } from '../riskPoints/cursor.ts'

/** A page of a list whose order is no order by id: it begins at a number of records. */
export type Page = { offset: number; limit: number }

export function pageOf({ cursor, limit }: { cursor?: string | undefined; limit: number }): Page {
  return { offset: cursor === undefined ? 0 : decodeCursor(cursor), limit }
}

/** @param found one record more than the page holds, where there is one */
export function pageAnswer<T>(found: readonly T[], { offset, limit }: Page) {
  return {
    items: found.slice(0, limit),
    nextCursor: found.length > limit ? encodeCursor(offset + limit) : null,
  }
}
