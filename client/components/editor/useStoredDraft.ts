import { useSessionStorage } from '@vueuse/core'
import * as z from 'zod/mini'
import { riskPointDetailSchema, type RiskPointDetail } from '#data/contract/responses'
import { computed, ref, shallowRef, watch } from 'vue'
import type { EditorTask } from '../../stores/editor.ts'
import { draftKey } from './draftKey.ts'
import { copyDraft, draftOf, draftSchema, emptyDraft, isSame, type Draft } from './draft.ts'

const storedSchema = z.object({
  draft: draftSchema,
  base: z.nullable(riskPointDetailSchema),
})

/** What was left behind; null for nothing, and for what an older page has written. */
function readStored(text: string | null): z.infer<typeof storedSchema> | null {
  try {
    return storedSchema.safeParse(JSON.parse(text ?? 'null')).data ?? null
  } catch {
    return null
  }
}

/** What a task begins with: the record, and what the task says by itself. */
function beginning(task: EditorTask, base: RiskPointDetail | null, today: string): Draft {
  if (task.kind === 'create' || !base) {
    return emptyDraft(task.kind === 'create' ? task.parkCode : null, today)
  }
  const draft = draftOf(base)
  if (task.kind === 'regrade') {
    const trigger = base.reviewTrigger ?? (base.reviewOverdue ? 'regular' : null)
    return { ...draft, assessedOn: today, trigger }
  }
  return draft
}

/** The form of a task, kept in this tab from the first letter until it is saved or given up. */
export function useStoredDraft(task: EditorTask, point: RiskPointDetail | null, today: string) {
  // At once: what is saved or given up must be gone before the form is.
  const storage = useSessionStorage<string | null>(draftKey(task), null, { flush: 'sync' })
  const kept = readStored(storage.value)
  /** The record that the form was filled from; another after a conflict. */
  const base = shallowRef<RiskPointDetail | null>(kept ? kept.base : point)
  const first = computed(() => beginning(task, base.value, today))
  const draft = ref<Draft>(copyDraft(kept?.draft ?? first.value))
  const dirty = computed(() => !isSame(draft.value, first.value))
  const restored = ref(kept !== null && dirty.value)

  const stop = watch(
    [draft, base],
    () => {
      storage.value = dirty.value ? JSON.stringify({ draft: draft.value, base: base.value }) : null
    },
    { deep: true },
  )

  return {
    base,
    draft,
    dirty,
    restored,
    /** The form of the record as it stands, to tell changes from; null for a new one. */
    baseDraft: computed(() => base.value && draftOf(base.value)),
    /** Back to where the task began. */
    startAnew: () => {
      base.value = point
      draft.value = copyDraft(first.value)
      restored.value = false
    },
    /** Saved or given up: nothing is kept any more. */
    forget: () => {
      stop()
      storage.value = null
    },
  }
}
