import { useSessionStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import * as z from 'zod/mini'

const draftSchema = z.object({
  form: z.unknown(),
  base: z.unknown(),
  version: z.nullable(z.int()),
  reason: z.string(),
})
/**
 * A form as it was left, with the version of the record that it was made from. What the form holds
 * is for its editor to read: another page may have written it.
 */
export type RecordDraft = z.infer<typeof draftSchema>
type Drafts = ReadonlyMap<string, RecordDraft>

const storedSchema = z.array(z.tuple([z.string(), draftSchema]))

/** What this tab was left with; nothing for what cannot be read. */
function readStored(text: string | null): Drafts {
  try {
    return new Map(storedSchema.safeParse(JSON.parse(text ?? '[]')).data ?? [])
  } catch {
    return new Map()
  }
}

/**
 * Forms that somebody left without saving, by what they are about: coming back finds them again,
 * and so does a reload.
 */
export const useRecordDraftsStore = defineStore('recordDrafts', () => {
  const storage = useSessionStorage<string | null>('longgang.recordDrafts', null, {
    // At once: what is saved or given up must be gone before the form is.
    flush: 'sync',
    // Hearing itself write, it would miss a second change of the same moment.
    listenToStorageChanges: false,
  })
  const drafts = shallowRef(readStored(storage.value))

  function replace(next: Drafts) {
    drafts.value = next
    storage.value = next.size ? JSON.stringify([...next]) : null
  }
  return {
    drafts,
    keep: (key: string, draft: RecordDraft) => replace(new Map(drafts.value).set(key, draft)),
    drop: (key: string) => {
      if (drafts.value.has(key))
        replace(new Map([...drafts.value].filter(([each]) => each !== key)))
    },
  }
})
