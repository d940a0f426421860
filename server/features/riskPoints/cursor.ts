import { invalidParameters } from '../../http/problems.ts'

const PREFIX = 'id>'

/** Where the next page begins, opaque to the caller so that its meaning may change. */
export function encodeCursor(lastId: number): string {
  return Buffer.from(`${PREFIX}${lastId}`).toString('base64url')
}

/** The id after which the page begins. @throws HttpProblem 400 for what `encodeCursor` never gave. */
export function decodeCursor(cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString()
  const id = Number(text.slice(PREFIX.length))
  if (!Number.isSafeInteger(id) || id < 0 || id > 2_147_483_647 || encodeCursor(id) !== cursor) {
    throw invalidParameters([
      { parameter: 'cursor', message: 'must be the nextCursor of an earlier answer' },
    ])
  }
  return id
}
