import { areaCodeSchema, DISTRICT_CODE } from '#data/domain/areas'
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { readPageCheck, type PageCheck } from './pageChecks.ts'

/** The address is the view: `/quality?area=440307013&check=missingPersons`; each choice is a step. */
export function useQualityAddress() {
  const route = useRoute()
  const router = useRouter()

  function go(next: { area: string; check: PageCheck | null }) {
    void router.push({
      path: route.path,
      query: {
        ...(next.area !== DISTRICT_CODE && { area: next.area }),
        ...(next.check && { check: next.check }),
      },
    })
  }

  const area = computed(() => areaCodeSchema.safeParse(route.query.area).data ?? DISTRICT_CODE)
  const check = computed(() => readPageCheck(route.query.check))
  return {
    area,
    check,
    chooseArea: (code: string) => go({ area: code, check: check.value }),
    chooseCheck: (next: PageCheck) => go({ area: area.value, check: next }),
  }
}
