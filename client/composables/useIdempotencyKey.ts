import { shallowRef } from 'vue'
import * as z from 'zod/mini'
import { idempotencyKey } from '../api/idempotencyKey.ts'

/** The key that a content was sent with. */
export const sentSchema = z.object({ content: z.string(), key: z.string() })
export type Sent = z.infer<typeof sentSchema>

/**
 * One key for one content: sending the same again is the same write, changed content another. Once
 * it is written the key is forgotten, because the same content is a new write then.
 * @param left what was sent before a reload without an answer.
 */
export function useIdempotencyKey(left: Sent | null = null) {
  const sent = shallowRef<Sent | null>(left)
  return {
    sent,
    keyFor(next: unknown): string {
      const content = JSON.stringify(next)
      if (sent.value?.content !== content) sent.value = { content, key: idempotencyKey() }
      return sent.value.key
    },
    forget() {
      sent.value = null
    },
  }
}
