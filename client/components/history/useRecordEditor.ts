import type { Conflict } from '#data/contract/responses'
import { computed, ref, shallowRef, watch } from 'vue'
import type * as z from 'zod/mini'
import { useWrite } from '../../api/write.ts'
import { useRecordDraftsStore, type RecordDraft } from '../../stores/recordDrafts.ts'
import { changedFields, rebase } from './recordDraft.ts'

type Versioned = { version: number }
type Options<R extends Versioned, F extends object, W extends R> = {
  /** What the draft is about; a form left without saving is found again by it. */
  key: string
  /** Null for a new one. */
  record: R | null
  form: F
  /** The form as it is kept in this tab. */
  formSchema: z.ZodMiniType<F>
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

/** What was left behind; null for nothing, and for what an older page has written. */
function readLeft<F>(left: RecordDraft | undefined, schema: z.ZodMiniType<F>) {
  const form = schema.safeParse(left?.form)
  const base = schema.safeParse(left?.base)
  if (!left || !form.success || !base.success) return null
  return { ...left, form: form.data, base: base.data }
}

/**
 * A form over a record with optimistic locking. A stale write keeps what was typed, takes over what
 * somebody else changed in the other fields, and is made from the latest version next time.
 * The form is kept in this tab from the first letter until it is saved or given up.
 */
export function useRecordEditor<R extends Versioned, F extends object, W extends R = R>(
  options: Options<R, F, W>,
) {
  const drafts = useRecordDraftsStore()
  const left = readLeft(drafts.drafts.get(options.key), options.formSchema)
  // A copy: what the fields write into is not what they are compared with.
  const form = ref({ ...(left?.form ?? options.form) })
  const base = shallowRef<F>(left?.base ?? options.form)
  const version = ref(left?.version ?? options.record?.version ?? null)
  const reason = ref(left?.reason ?? '')
  const conflict = shallowRef<Conflict | null>(null)
  /** What was typed when the conflict came up: the fields to look at twice. */
  const typed = shallowRef<readonly string[]>([])
  const restored = ref(left !== null)

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
      abandon()
      return saved
    }
    conflict.value = null
    if (writing.conflict.value) await meet(writing.conflict.value)
    return null
  }

  // At once: a form may be closed in the moment of its last letter.
  const stop = watch(
    [form, base, version, reason],
    () => {
      if (!changed.value.length && !reason.value) return drafts.drop(options.key)
      drafts.keep(options.key, {
        form: { ...current() },
        base: base.value,
        version: version.value,
        reason: reason.value,
      })
    },
    { deep: true, flush: 'sync' },
  )
  /** Saved or given up: nothing is kept any more. */
  function abandon() {
    stop()
    drafts.drop(options.key)
  }
  /** Back to the record. */
  function startAnew() {
    form.value = { ...options.form } as typeof form.value
    base.value = options.form
    version.value = options.record?.version ?? null
    reason.value = ''
    conflict.value = null
    restored.value = false
  }

  const { busy, refusal, fieldErrors } = writing
  return {
    ...{ form, reason, changed, conflict, typed, restored },
    ...{ save, abandon, startAnew, busy, refusal, fieldErrors },
  }
}
