import type { HiddenDangerDetail } from '#data/contract/hiddenDangerResponses'
import { useQueryClient } from '@tanstack/vue-query'
import { computed, ref, watch } from 'vue'
import * as z from 'zod/mini'
import { useHiddenDangerStep } from '../../api/hiddenDangers.ts'
import { useWrite } from '../../api/write.ts'
import { useRecordDraftsStore } from '../../stores/recordDrafts.ts'
import type { Step } from './actionFields.ts'
import { bodyOf, initialValues, problemsOf, type StepValues } from './stepForm.ts'
import { useIdempotencyKey } from '../../composables/useIdempotencyKey.ts'

const valuesSchema = z.record(z.string(), z.string())
const keyOf = (code: string, step: Step) => `hiddenDanger ${code} ${step}`

/** The step of a record whose form was left without sending it, if there is one. */
export function leftStep(
  drafts: ReadonlyMap<string, unknown>,
  { code, actions }: Pick<HiddenDangerDetail, 'code' | 'actions'>,
): Step | null {
  return (actions as readonly Step[]).find((step) => drafts.has(keyOf(code, step))) ?? null
}

/**
 * The form of one step. What is typed is kept in this tab until it is sent or given up; when
 * somebody else was faster it stays, beside what they did.
 */
export function useStepForm(
  props: { danger: HiddenDangerDetail; step: Step },
  writer: string | null,
) {
  const drafts = useRecordDraftsStore()
  const client = useQueryClient()
  const send = useHiddenDangerStep()
  const key = keyOf(props.danger.code, props.step)
  const left = drafts.drafts.get(key)
  const kept = valuesSchema.safeParse(left?.form).data
  const initial = initialValues(props.step, props.danger, writer)
  const values = ref<StepValues>({ ...initial, ...kept })
  /** The version that the form was begun from: what came later is told. */
  const begun = ref(left?.version ?? props.danger.version)
  const restored = ref(kept !== undefined)
  const isChecked = ref(false)

  const problems = computed(() => problemsOf(props.step, values.value, props.danger))
  const meanwhile = computed(() =>
    props.danger.events.filter(({ sequence }) => sequence > begun.value),
  )
  const isPossible = computed(() => props.danger.actions.includes(props.step))
  const { keyFor, forget } = useIdempotencyKey()
  const writing = useWrite(() => {
    const { code, version } = props.danger
    const body = bodyOf(props.step, values.value, props.danger)
    return send(code, version, body, keyFor({ version, body }))
  })

  // At once: a panel may be closed in the moment of the last letter.
  const stop = watch(
    values,
    (form) => drafts.keep(key, { form: { ...form }, base: null, version: begun.value, reason: '' }),
    { deep: true, flush: 'sync' },
  )
  function abandon() {
    stop()
    drafts.drop(key)
  }
  /** The record after the step; null when something is missing or the server refused. */
  async function submit(): Promise<HiddenDangerDetail | null> {
    isChecked.value = true
    if (problems.value.size || !isPossible.value) return null
    const answer = await writing.run()
    if (answer) {
      forget()
      abandon()
    } else await client.invalidateQueries({ queryKey: ['hiddenDanger', props.danger.code] })
    return answer
  }
  function startAnew() {
    values.value = { ...initial }
    begun.value = props.danger.version
    restored.value = false
    isChecked.value = false
    drafts.drop(key)
  }
  return {
    ...writing,
    values,
    restored,
    isChecked,
    problems,
    meanwhile,
    isPossible,
    submit,
    abandon,
    startAnew,
  }
}
