import type { CheckDetail } from '#data/contract/hiddenDangerResponses'
import { shallowRef } from 'vue'
import { hiddenDangerRequest } from '../../api/hiddenDangers.ts'
import { useWrite } from '../../api/write.ts'
import { useFindingPhotosStore } from '../../stores/findingPhotos.ts'
import { checkBody, type CheckDraft, type FindingDraft, type Inspector } from './checkDraft.ts'

/** Which hidden danger each finding became: by its words, each one once. */
export function codesOf(
  findings: readonly FindingDraft[],
  registered: readonly { code: string; location: string; description: string }[],
): Map<number, string> {
  const free = [...registered]
  const codes = new Map<number, string>()
  for (const { id, location, description } of findings) {
    const index = free.findIndex(
      (each) => each.location === location.trim() && each.description === description.trim(),
    )
    const [found] = index < 0 ? [] : free.splice(index, 1)
    if (found) codes.set(id, found.code)
  }
  return codes
}

/** Registers a visit whole or not at all, and sends its photos after it. */
export function useCheckRegistration(keyFor: (content: unknown) => string) {
  const photoQueue = useFindingPhotosStore()
  const registered = shallowRef<CheckDetail | null>(null)

  const writing = useWrite((draft: CheckDraft, who: Inspector, today: string) => {
    const body = checkBody(draft, who)
    // The same words on another day are another visit, even where an answer was lost.
    return hiddenDangerRequest('registerCheck', { body, idempotencyKey: keyFor({ today, body }) })
  })
  const withdrawal = useWrite((code: string, reason: string) =>
    hiddenDangerRequest('withdrawCheck', { params: { code }, body: { reason } }),
  )

  async function register(
    draft: CheckDraft,
    who: Inspector,
    today: string,
    photos: ReadonlyMap<number, readonly File[]>,
  ): Promise<CheckDetail | null> {
    const answer = await writing.run(draft, who, today)
    if (!answer) return null
    registered.value = answer
    const codes = codesOf(draft.findings, answer.findings)
    photoQueue.add(
      { code: answer.code, name: answer.enterpriseName ?? answer.parkName },
      [...photos].flatMap(([id, files]) => {
        const danger = codes.get(id)
        return danger ? files.map((file) => ({ danger, file })) : []
      }),
    )
    return answer
  }
  async function withdraw(reason: string) {
    if (!registered.value) return
    const answer = await withdrawal.run(registered.value.code, reason)
    if (answer) registered.value = answer
  }
  function startAnew() {
    registered.value = null
    withdrawal.forget()
  }
  return {
    ...{ registered, register, withdraw, startAnew },
    busy: writing.busy,
    refusal: writing.refusal,
    fieldErrors: writing.fieldErrors,
    forgetRefusal: writing.forget,
    withdrawing: withdrawal.busy,
    withdrawalRefusal: withdrawal.refusal,
  }
}
