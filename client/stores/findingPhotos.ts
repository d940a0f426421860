import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { uploadPhoto } from '../api/photos.ts'
import { ApiError } from '../api/request.ts'
import { useAfterWrite } from '../composables/useAfterWrite.ts'

/** A photo of a registered visit that has not gone yet, and to which hidden danger it goes. */
type Waiting = { check: string; danger: string; file: File; failure: Failure | null }
/** Why a photo did not go. A server that looked at it and refused it will do so again. */
type Failure = { name: string; error: unknown; refused: boolean }
/** Photos of one visit: how many there were, how many are left, and which of them failed. */
export type SendingVisit = {
  check: string
  name: string
  total: number
  left: number
  failures: readonly Failure[]
}

/**
 * Photos that go after their visit is registered: one queue for all visits of this page, so that
 * the next registration neither waits for them nor loses them.
 */
export const useFindingPhotosStore = defineStore('findingPhotos', () => {
  const afterWrite = useAfterWrite()
  const waiting = shallowRef<readonly Waiting[]>([])
  const known = shallowRef<ReadonlyMap<string, { name: string; total: number }>>(new Map())
  const isSending = shallowRef(false)

  const replace = (one: Waiting, next: readonly Waiting[]) => {
    waiting.value = waiting.value.flatMap((each) => (each === one ? next : [each]))
  }
  async function send() {
    if (isSending.value) return
    isSending.value = true
    for (;;) {
      const next = waiting.value.find(({ failure }) => failure === null)
      if (!next) break
      try {
        await uploadPhoto(next.danger, 'found', next.file, () => {})
        replace(next, [])
      } catch (error) {
        const refused = error instanceof ApiError && error.status >= 400 && error.status < 500
        replace(next, [{ ...next, failure: { name: next.file.name, error, refused } }])
      }
    }
    isSending.value = false
    void afterWrite()
  }
  function add(
    visit: { code: string; name: string },
    photos: readonly { danger: string; file: File }[],
  ) {
    if (!photos.length) return
    const { code: check, name } = visit
    known.value = new Map(known.value).set(check, { name, total: photos.length })
    waiting.value = [
      ...waiting.value,
      ...photos.map((photo) => ({ ...photo, check, failure: null })),
    ]
    void send()
  }
  function again(check: string) {
    waiting.value = waiting.value.map((each) =>
      each.check === check && !each.failure?.refused ? { ...each, failure: null } : each,
    )
    void send()
  }
  /** The photos that were refused are let go. */
  function drop(check: string) {
    waiting.value = waiting.value.filter((each) => each.check !== check || !each.failure?.refused)
  }
  /** Visits that have photos left, in the order of their registration. */
  const visits = computed<SendingVisit[]>(() =>
    [...known.value].flatMap(([check, { name, total }]) => {
      const own = waiting.value.filter((each) => each.check === check)
      const failures = own.flatMap(({ failure }) => (failure ? [failure] : []))
      return own.length ? [{ check, name, total, left: own.length, failures }] : []
    }),
  )
  return { visits, add, again, drop }
})
