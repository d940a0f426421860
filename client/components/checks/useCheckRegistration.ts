import type { CheckDetail } from '#data/contract/hiddenDangerResponses'
import { shallowRef } from 'vue'
import { hiddenDangerRequest } from '../../api/hiddenDangers.ts'
import { uploadPhoto } from '../../api/photos.ts'
import { useWrite } from '../../api/write.ts'
import { useAfterWrite } from '../../composables/useAfterWrite.ts'
import { useIdempotencyKey } from '../hiddenDangers/useIdempotencyKey.ts'
import { checkBody, type CheckDraft, type FindingDraft, type Inspector } from './checkDraft.ts'

type Sending = { code: string; file: File }

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
export function useCheckRegistration() {
  const keyFor = useIdempotencyKey()
  const afterWrite = useAfterWrite()
  const registered = shallowRef<CheckDetail | null>(null)
  /** Photos that are still to go; what failed stays here. */
  const waiting = shallowRef<readonly Sending[]>([])
  const total = shallowRef(0)
  const isSending = shallowRef(false)

  const writing = useWrite((draft: CheckDraft, who: Inspector) => {
    const body = checkBody(draft, who)
    return hiddenDangerRequest('registerCheck', { body, idempotencyKey: keyFor(body) })
  })
  const withdrawal = useWrite((code: string, reason: string) =>
    hiddenDangerRequest('withdrawCheck', { params: { code }, body: { reason } }),
  )

  async function sendPhotos() {
    if (isSending.value || !waiting.value.length) return
    isSending.value = true
    const failed: Sending[] = []
    for (const photo of waiting.value) {
      try {
        await uploadPhoto(photo.code, 'found', photo.file, () => {})
        waiting.value = waiting.value.filter((each) => each !== photo)
      } catch {
        failed.push(photo)
      }
    }
    waiting.value = failed
    isSending.value = false
    void afterWrite()
  }

  async function register(
    draft: CheckDraft,
    who: Inspector,
    photos: ReadonlyMap<number, readonly File[]>,
  ): Promise<CheckDetail | null> {
    const answer = await writing.run(draft, who)
    if (!answer) return null
    registered.value = answer
    const codes = codesOf(draft.findings, answer.findings)
    waiting.value = [...photos].flatMap(([id, files]) => {
      const code = codes.get(id)
      return code ? files.map((file) => ({ code, file })) : []
    })
    total.value = waiting.value.length
    void sendPhotos()
    return answer
  }
  async function withdraw(reason: string) {
    if (!registered.value) return
    const answer = await withdrawal.run(registered.value.code, reason)
    if (answer) registered.value = answer
  }
  function startAnew() {
    registered.value = null
    waiting.value = []
    total.value = 0
    withdrawal.forget()
  }
  return {
    ...{ registered, waiting, total, isSending, register, sendPhotos, withdraw, startAnew },
    busy: writing.busy,
    refusal: writing.refusal,
    fieldErrors: writing.fieldErrors,
    withdrawing: withdrawal.busy,
    withdrawalRefusal: withdrawal.refusal,
  }
}
