import {
  LARGEST_PHOTO_BYTES,
  PHOTO_TYPES,
  type PhotoStage,
  type PhotoType,
} from '#data/domain/photos'
import { shallowRef } from 'vue'
import { uploadPhoto } from '../../api/photos.ts'

export type Upload = {
  id: number
  stage: PhotoStage
  file: File
  /** How much has gone, 0 to 1. */
  share: number
  /** Why it did not go; null while it goes. */
  error: unknown
}
/** Why a file is not even sent: a key of `hiddenDangers.photos`. */
export type UnfitFile = { name: string; key: 'tooLarge' | 'wrongType' }

export function unfitness({ type, size }: Blob): UnfitFile['key'] | null {
  if (!PHOTO_TYPES.includes(type as PhotoType)) return 'wrongType'
  return size > LARGEST_PHOTO_BYTES ? 'tooLarge' : null
}

/** Photos on their way, one after the other; what failed keeps its file and can be sent again. */
export function usePhotoUploads(code: string, onUploaded: () => void) {
  const uploads = shallowRef<readonly Upload[]>([])
  const unfit = shallowRef<readonly UnfitFile[]>([])
  let next = 0
  let isSending = false

  const change = (id: number, part: Partial<Upload>) => {
    uploads.value = uploads.value.map((each) => (each.id === id ? { ...each, ...part } : each))
  }
  const drop = (id: number) => {
    uploads.value = uploads.value.filter((each) => each.id !== id)
  }

  async function send() {
    if (isSending) return
    isSending = true
    let gone = 0
    for (;;) {
      const waiting = uploads.value.find(({ error }) => error === null)
      if (!waiting) break
      const { id, stage, file } = waiting
      try {
        await uploadPhoto(code, stage, file, (share) => change(id, { share }))
        drop(id)
        gone += 1
      } catch (error) {
        change(id, { error, share: 0 })
      }
    }
    isSending = false
    // Once for all of them: each asks for every figure anew.
    if (gone) onUploaded()
  }

  function add(stage: PhotoStage, files: readonly File[]) {
    unfit.value = files.flatMap((file) => {
      const key = unfitness(file)
      return key ? [{ name: file.name, key }] : []
    })
    const fit = files.filter((file) => unfitness(file) === null)
    uploads.value = [
      ...uploads.value,
      ...fit.map((file) => ({ id: next++, stage, file, share: 0, error: null })),
    ]
    void send()
  }
  function again(id: number) {
    change(id, { error: null })
    void send()
  }
  return { uploads, unfit, add, again, drop }
}
