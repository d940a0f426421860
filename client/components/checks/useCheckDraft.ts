import { ref, watch } from 'vue'
import { useRecordDraftsStore } from '../../stores/recordDrafts.ts'
import { sentSchema, useIdempotencyKey } from '../../composables/useIdempotencyKey.ts'
import { checkDraftSchema, EMPTY_DRAFT, type CheckDraft } from './checkDraft.ts'

const KEY = 'check'
const isEmpty = ({ object, remark, findings }: CheckDraft) =>
  object === null && remark === '' && findings.length === 0

/**
 * The visit as it is being typed: kept in this tab until it is registered or given up. The key that
 * it was sent with is kept too: when the answer was lost, a reload does not register it twice.
 */
export function useCheckDraft() {
  const drafts = useRecordDraftsStore()
  const kept = drafts.drafts.get(KEY)
  const left = checkDraftSchema.safeParse(kept?.form).data
  const draft = ref<CheckDraft>(left ?? { ...EMPTY_DRAFT })
  const restored = ref(left !== undefined && left.findings.length > 0)
  const { sent, keyFor, forget } = useIdempotencyKey(sentSchema.safeParse(kept?.base).data ?? null)

  watch(
    [draft, sent],
    ([form, base]) => {
      if (isEmpty(form)) drafts.drop(KEY)
      else drafts.keep(KEY, { form: { ...form }, base, version: null, reason: '' })
    },
    { deep: true, flush: 'sync' },
  )
  function clear(object: CheckDraft['object'] = null) {
    forget()
    draft.value = { ...EMPTY_DRAFT, object, lastId: draft.value.lastId }
    restored.value = false
  }
  return { draft, restored, keyFor, clear }
}
