import type { Conflict } from '#data/contract/responses'
import { computed, onBeforeUnmount, ref, shallowRef } from 'vue'
import { useWrite } from '../../api/write.ts'
import { useRecordDraftsStore } from '../../stores/recordDrafts.ts'
import { changedFields, rebase } from './recordDraft.ts'

type Versioned = { version: number }
type Options<R extends Versioned, F extends object, W extends R> = {
  /** What the draft is about; a form left without saving is found again by it. */
  key: string
  /** Null for a new one. */
  record: R | null
  form: F
  formOf: (record: R) => F
  write: (
    form: F,
    changed: (keyof F & string)[],
    version: number | null,
    reason: string,
  ) => Promise<W>
  /** The record as it stands now; asked for when somebody else was faster. */
  reload: () => Promise<W>
}

/**
 * A form over a record with optimistic locking. A stale write keeps what was typed, takes over what
 * somebody else changed in the other fields, and is made from the latest version next time.
 */
export function useRecordEditor<R extends Versioned, F extends object, W extends R = R>(
  options: Options<R, F, W>,
) {
  const drafts = useRecordDraftsStore()
  const left = drafts.drafts.get(options.key)
  // A copy: what the fields write into is not what they are compared with.
  const form = ref({ ...((left?.form ?? options.form) as F) })
  const base = shallowRef((left?.base ?? options.form) as F)
  const version = ref(left?.version ?? options.record?.version ?? null)
  const reason = ref(left?.reason ?? '')
  const conflict = shallowRef<Conflict | null>(null)
  /** What was typed when the conflict came up: the fields to look at twice. */
  const typed = shallowRef<readonly string[]>([])
  let isDone = false

  const current = () => form.value as F
  const changed = computed(() => changedFields(base.value as F, current()))
  const writing = useWrite(() =>
    options.write(current(), changed.value, version.value, reason.value.trim()),
  )

  async function meet(stale: Conflict) {
    typed.value = changed.value
    conflict.value = stale
    const latest = await options.reload().catch(() => null)
    if (!latest) return
    const next = options.formOf(latest)
    form.value = rebase(base.value, current(), next) as typeof form.value
    base.value = next
    version.value = latest.version
  }

  /** The record as saved; null when it was refused. */
  async function save(): Promise<W | null> {
    const saved = await writing.run()
    if (saved) {
      isDone = true
      drafts.drop(options.key)
      return saved
    }
    conflict.value = null
    if (writing.conflict.value) await meet(writing.conflict.value)
    return null
  }

  function abandon() {
    isDone = true
    drafts.drop(options.key)
  }

  onBeforeUnmount(() => {
    if (isDone || (!changed.value.length && !reason.value)) return
    const { value: from } = version
    drafts.keep(options.key, {
      form: { ...current() },
      base: base.value,
      version: from,
      reason: reason.value,
    })
  })

  return { form, reason, changed, conflict, typed, save, abandon, ...pick(writing) }
}

const pick = ({ busy, refusal, fieldErrors }: ReturnType<typeof useWrite>) => ({
  busy,
  refusal,
  fieldErrors,
})
