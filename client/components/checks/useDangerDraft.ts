import { ref, watch } from 'vue'
import { useRecordDraftsStore } from '../../stores/recordDrafts.ts'
import { sentSchema, useIdempotencyKey } from '../../composables/useIdempotencyKey.ts'
import { dangerDraftSchema, newDangerDraft } from './dangerDraft.ts'

const KEY = 'hiddenDanger new'

/** A report as it is being typed, kept in this tab with the key that it was sent with. */
export function useDangerDraft(today: string) {
  const drafts = useRecordDraftsStore()
  const kept = drafts.drafts.get(KEY)
  const left = dangerDraftSchema.safeParse(kept?.form).data
  const draft = ref(left ?? newDangerDraft(today))
  const restored = ref(left !== undefined)
  const { sent, keyFor } = useIdempotencyKey(sentSchema.safeParse(kept?.base).data ?? null)

  const stop = watch(
    [draft, sent],
    ([form, base]) => drafts.keep(KEY, { form: { ...form }, base, version: null, reason: '' }),
    { deep: true, flush: 'sync' },
  )
  return {
    draft,
    restored,
    keyFor,
    startAnew() {
      draft.value = newDangerDraft(today)
      restored.value = false
      drafts.drop(KEY)
    },
    /** It is registered: nothing of it is kept. */
    finish() {
      stop()
      drafts.drop(KEY)
    },
  }
}
