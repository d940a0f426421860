import { computed, nextTick, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useTerms } from '../../composables/useTerms.ts'
import type { Draft } from './draft.ts'
import { draftProblems, type FormField, type Judgement } from './draftProblems.ts'

/**
 * What is wrong with which field: of our own rules from the first attempt to save on, of the
 * server's until the field is changed. A position that cannot be read is told at once.
 */
export function useFieldErrors(
  draft: Readonly<Ref<Draft>>,
  judgement: Readonly<Ref<Judgement>>,
  root: Readonly<Ref<HTMLElement | null>>,
) {
  const { t } = useI18n()
  const { words } = useTerms()
  const tried = ref(false)
  const refusals = ref(new Map<FormField, { sentence: string; value: string | undefined }>())
  const problems = computed(() => draftProblems(draft.value, judgement.value))

  const valueOf = (field: FormField) =>
    field in draft.value ? JSON.stringify(draft.value[field as keyof Draft]) : undefined

  function errorOf(field: FormField): string | null {
    const { position, today } = judgement.value
    if (field === 'coordinates' && position.kind === 'problem') return words(position.sentence)
    const refusal = refusals.value.get(field)
    if (refusal && refusal.value === valueOf(field)) return refusal.sentence
    const problem = tried.value ? problems.value.get(field) : undefined
    return problem ? t(`records.wrong.${problem.key}`, { most: problem.most ?? '', today }) : null
  }

  /** Takes the keyboard to the first field that is wrong. */
  async function focusFirst() {
    await nextTick()
    const wrong = root.value?.querySelector<HTMLElement>(
      '[aria-invalid="true"], [data-invalid] :is(select, button)',
    )
    wrong?.focus({ preventScroll: true })
    // Not at the lower edge, where the buttons stand over it.
    wrong?.scrollIntoView({ block: 'center' })
  }

  return {
    errorOf,
    focusFirst,
    /** How many fields are wrong by our own rules; from now on they say so. */
    count: () => {
      tried.value = true
      refusals.value = new Map()
      return problems.value.size
    },
    refuse: (sentences: ReadonlyMap<FormField, string>) => {
      refusals.value = new Map(
        [...sentences].map(([field, sentence]) => [field, { sentence, value: valueOf(field) }]),
      )
    },
  }
}
