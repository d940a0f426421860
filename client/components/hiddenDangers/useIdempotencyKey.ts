import { idempotencyKey } from '../../api/idempotencyKey.ts'

/** One key for one content: sending the same again is the same write, changed content another. */
export function useIdempotencyKey() {
  let content = ''
  let key = ''
  return (next: unknown): string => {
    const text = JSON.stringify(next)
    if (text !== content || !key) {
      content = text
      key = idempotencyKey()
    }
    return key
  }
}
