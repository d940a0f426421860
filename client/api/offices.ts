import { OFFICES_CONTRACT } from '#data/contract/offices'
import { useQuery } from '@tanstack/vue-query'
import type { MaybeRefOrGetter } from 'vue'
import { computed, toValue } from 'vue'
import { createRequest } from './request.ts'

/** Enforcement, documents, accidents, dangerous work, trainings, handovers: after the first frame. */
export const officesRequest = createRequest(OFFICES_CONTRACT)

type Key = keyof typeof OFFICES_CONTRACT
type Input = {
  params?: Record<string, string>
  query?: Record<string, string | number | boolean | undefined>
}
type Answer<K extends Key> = Awaited<ReturnType<typeof officesRequest<K>>>

/** A read of the offices, asked anew whenever what it asks for changes. */
export function useOffices<K extends Key>(
  key: K,
  input: MaybeRefOrGetter<Input>,
  enabled: MaybeRefOrGetter<boolean> = true,
) {
  return useQuery({
    queryKey: computed(() => ['offices', key, toValue(input)]),
    queryFn: ({ signal }): Promise<Answer<K>> => {
      const ask = officesRequest as (key: K, input: unknown) => Promise<Answer<K>>
      return ask(key, { ...toValue(input), signal })
    },
    enabled: computed(() => toValue(enabled)),
  })
}
