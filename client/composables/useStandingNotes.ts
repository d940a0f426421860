import { DISTRICT_CODE } from '#data/domain/areas'
import { computed, ref } from 'vue'
import { useHealth } from '../api/health.ts'
import { useSummary } from '../api/queries.ts'

/** What the standing notes depend on: until it is known the data counts as fictitious. */
export function useStandingNotes() {
  const { data: health } = useHealth()
  const { data: district } = useSummary(ref(DISTRICT_CODE))
  return {
    district,
    fictitious: computed(() => district.value?.fictitious ?? true),
    mapNumber: computed(() => health.value?.mapApprovalNumber ?? null),
  }
}
