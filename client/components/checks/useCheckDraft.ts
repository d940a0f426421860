import { ref, watch } from 'vue'
import { useRecordDraftsStore } from '../../stores/recordDrafts.ts'
import { checkDraftSchema, EMPTY_DRAFT, type CheckDraft } from './checkDraft.ts'

const KEY = 'check'
const isEmpty = ({ object, remark, findings }: CheckDraft) =>
  object === null && remark === '' && findings.length === 0

/** The visit as it is being typed: kept in this tab until it is registered or given up. */
export function useCheckDraft() {
  const drafts = useRecordDraftsStore()
  const left = checkDraftSchema.safeParse(drafts.drafts.get(KEY)?.form).data
  const draft = ref<CheckDraft>(left ?? { ...EMPTY_DRAFT })
  const restored = ref(left !== undefined && left.findings.length > 0)

  watch(
    draft,
    (form) => {
      if (isEmpty(form)) drafts.drop(KEY)
      else drafts.keep(KEY, { form: { ...form }, base: null, version: null, reason: '' })
    },
    { deep: true, flush: 'sync' },
  )
  function clear(object: CheckDraft['object'] = null) {
    draft.value = { ...EMPTY_DRAFT, object }
    restored.value = false
  }
  return { draft, restored, clear }
}
