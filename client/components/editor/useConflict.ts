import type { Conflict, RiskPointDetail } from '#data/contract/responses'
import { computed, ref, shallowRef, type Ref } from 'vue'
import { copyDraft, draftOf, type Draft } from './draft.ts'
import type { DraftField } from './draftBody.ts'
import { mergeDrafts, type Clash } from './mergeDrafts.ts'

export type Side = 'mine' | 'theirs'
type Open = {
  conflict: Conflict
  /** The record as they left it. */
  theirs: RiskPointDetail
  taken: DraftField[]
  clashes: Clash[]
}

/**
 * Somebody else saved first: what only they changed is taken into the form, what both changed is
 * chosen here. Until everything is chosen the form keeps the record that it was filled from, so that
 * a reload tells of the conflict again instead of forgetting it.
 */
export function useConflict(base: Ref<RiskPointDetail | null>, draft: Ref<Draft>) {
  const open = shallowRef<Open | null>(null)
  const choices = ref<Partial<Record<DraftField, Side>>>({})

  return {
    open,
    choices,
    resolved: computed(
      () => open.value?.clashes.every(({ field }) => choices.value[field]) ?? true,
    ),
    begin(conflict: Conflict, theirs: RiskPointDetail) {
      if (!base.value) return
      const merge = mergeDrafts(draftOf(base.value), draft.value, draftOf(theirs))
      draft.value = copyDraft(merge.draft)
      choices.value = {}
      open.value = { conflict, theirs, taken: merge.taken, clashes: merge.clashes }
    },
    choose(clash: Clash, side: Side) {
      choices.value = { ...choices.value, [clash.field]: side }
      draft.value = { ...draft.value, [clash.field]: clash[side] }
    },
    /** The form goes on from their version. */
    settle() {
      if (!open.value) return
      base.value = open.value.theirs
      open.value = null
    },
  }
}
