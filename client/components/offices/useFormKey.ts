import { idempotencyKey } from '../../api/idempotencyKey.ts'

/** One key for one content: what is sent again is written once, until it was written. */
export function useFormKey() {
  let sent: { content: string; key: string } | null = null
  return {
    keyFor(next: unknown): string {
      const content = JSON.stringify(next)
      if (sent?.content !== content) sent = { content, key: idempotencyKey() }
      return sent.key
    },
    forget() {
      sent = null
    },
  }
}
