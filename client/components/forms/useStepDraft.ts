import { useQueryClient } from '@tanstack/vue-query'
import { computed, ref, watch } from 'vue'
import type * as z from 'zod/mini'
import { useWrite } from '../../api/write.ts'
import { useRecordDraftsStore } from '../../stores/recordDrafts.ts'

type Stepped<A extends string> = {
  version: number
  events: readonly { sequence: number; action: string; at: string; by: string }[]
  possibleActions: readonly A[]
}
type Options<A extends string, F extends object> = {
  /** The record as it is known now: another one after it was read again. */
  record: () => Stepped<A>
  /** Key of the query that reads it. */
  queryKey: readonly unknown[]
  action: A
  form: F
  /** The form as it is kept in this tab. */
  formSchema: z.ZodMiniType<F>
  write: (form: F, version: number) => Promise<unknown>
}

/**
 * The form of one step of a procedure. What is typed is kept in this tab until it is sent or begun
 * anew. Refused because somebody was faster, the record is read again: the form says what they did,
 * and what was typed goes from where the record stands now.
 */
export function useStepDraft<A extends string, F extends object>(options: Options<A, F>) {
  const client = useQueryClient()
  const drafts = useRecordDraftsStore()
  const key = [...options.queryKey, options.action].join(' ')
  const left = drafts.drafts.get(key)
  const kept = options.formSchema.safeParse(left?.form)
  const initial = () => structuredClone(options.form)
  const form = ref(kept.success ? kept.data : initial())
  const restored = ref(kept.success)
  const begun = ref((kept.success && left?.version) || options.record().version)
  const typed = () => form.value as F

  const meanwhile = computed(() =>
    options.record().events.filter(({ sequence }) => sequence > begun.value),
  )
  const isPossible = computed(() => options.record().possibleActions.includes(options.action))
  const writing = useWrite(() => options.write(typed(), options.record().version))

  // At once: a form may be closed in the moment of its last letter.
  const stop = watch(
    form,
    () => {
      if (JSON.stringify(form.value) === JSON.stringify(options.form)) return drafts.drop(key)
      const now = JSON.parse(JSON.stringify(form.value)) as unknown
      drafts.keep(key, { form: now, base: null, version: begun.value, reason: '' })
    },
    { deep: true, flush: 'sync' },
  )

  /** Whether the step was taken; refused, nothing typed is lost. */
  async function send(): Promise<boolean> {
    if ((await writing.run()) !== null) {
      stop()
      drafts.drop(key)
      return true
    }
    await client.invalidateQueries({ queryKey: options.queryKey })
    return false
  }
  function startAnew() {
    form.value = initial() as typeof form.value
    begun.value = options.record().version
    restored.value = false
    drafts.drop(key)
    writing.forget()
  }
  const { busy, refusal, fieldErrors } = writing
  return { form, restored, meanwhile, isPossible, send, startAnew, busy, refusal, fieldErrors }
}
