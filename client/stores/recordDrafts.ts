import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** A form as it was left, with the version of the record that it was made from. */
export type RecordDraft = { form: object; base: object; version: number | null; reason: string }

/** Forms that somebody left without saving, by what they are about: coming back finds them again. */
export const useRecordDraftsStore = defineStore('recordDrafts', () => {
  const drafts = shallowRef<ReadonlyMap<string, RecordDraft>>(new Map())
  return {
    drafts,
    keep: (key: string, draft: RecordDraft) => {
      drafts.value = new Map(drafts.value).set(key, draft)
    },
    drop: (key: string) => {
      drafts.value = new Map([...drafts.value].filter(([each]) => each !== key))
    },
  }
})
