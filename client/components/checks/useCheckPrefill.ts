import { ref, watch, type Ref } from 'vue'
import { usePark, useRiskPoint } from '../../api/queries.ts'
import { useWorkAddress } from '../hiddenDangers/useWorkAddress.ts'
import type { CheckObject } from './checkDraft.ts'
import { readRegister } from './registerAddress.ts'

/**
 * Whom the address names, as the cards of the map and the plan link to it. `choose` is called once
 * the name is known, unless something was typed for somebody else before.
 */
export function useCheckPrefill(isBegun: Ref<boolean>, choose: (object: CheckObject) => void) {
  const target = readRegister(useWorkAddress().textOf('register'))
  const { data: park } = usePark(ref(target?.parkCode ?? null))
  const { data: point } = useRiskPoint(ref(target?.riskPointCode ?? null))

  watch(
    park,
    (found, before) => {
      if (!found || before || isBegun.value) return
      const enterprise = found.enterprises.find(({ code }) => code === target?.enterpriseCode)
      choose({
        parkCode: found.code,
        enterpriseCode: enterprise?.code ?? null,
        name: enterprise?.name ?? found.name,
        context: `${found.street} › ${enterprise ? found.name : found.community}`,
      })
    },
    { immediate: true },
  )
  return {
    /** What a first finding starts with, where a risk point of this very object was linked from. */
    knownOf(object: CheckObject | null) {
      const linked = point.value
      const isOwn =
        linked?.parkCode === object?.parkCode &&
        (!object?.enterpriseCode || linked?.enterpriseCode === object.enterpriseCode)
      return linked && isOwn ? { riskPointCode: linked.code, location: linked.location ?? '' } : {}
    },
  }
}
