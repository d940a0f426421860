import { computed, ref, shallowRef } from 'vue'
import { useAfterWrite } from '../composables/useAfterWrite.ts'
import { useErrorWords } from '../composables/useErrorWords.ts'
import { ApiError } from './request.ts'

/** What a refusal means to whoever wrote: the server's own sentence, where it refused in one. */
const REFUSALS = [400, 403, 409, 412, 413, 415, 422, 428]

/**
 * One write at a time, with what the server says when it refuses. What was typed is not touched, so
 * nothing is lost; figures, cards and lists are asked for anew once it has worked.
 */
export function useWrite<I extends unknown[], A>(write: (...input: I) => Promise<A>) {
  const afterWrite = useAfterWrite()
  const errorWords = useErrorWords()
  const busy = ref(false)
  const error = shallowRef<unknown>(null)

  /** The answer, or null when it was refused. */
  async function run(...input: I): Promise<A | null> {
    if (busy.value) return null
    busy.value = true
    error.value = null
    try {
      const answer = await write(...input)
      void afterWrite()
      return answer
    } catch (cause) {
      error.value = cause
      return null
    } finally {
      busy.value = false
    }
  }

  const refused = computed(() =>
    error.value instanceof ApiError && REFUSALS.includes(error.value.status) ? error.value : null,
  )
  return {
    busy,
    run,
    /** What went wrong, as a sentence; null while nothing has. */
    refusal: computed(() =>
      error.value === null ? null : (refused.value?.message ?? errorWords(error.value)),
    ),
    /** What was wrong with which field of the body. */
    fieldErrors: computed(
      () =>
        new Map(
          (refused.value?.problem?.parameters ?? []).map(({ parameter, message }) => [
            parameter,
            message,
          ]),
        ),
    ),
    /** What somebody else changed since the version that the write was made from. */
    conflict: computed(() => refused.value?.problem?.conflict ?? null),
    forget: () => {
      error.value = null
    },
  }
}
