import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

/** A picture of the map as it is wanted. */
export type PictureWish = {
  /** A preview is as sharp as the screen; a file at least twice as sharp as the page. */
  purpose: 'preview' | 'file'
  /** What somebody has written as its title; empty for the proposed one. */
  title: string
}

/** A PNG, ready to be shown or kept; sizes in its own pixels. */
export type Picture = {
  wish: PictureWish
  file: Blob
  fileName: string
  width: number
  height: number
}

/** Why there is no picture: the map was busy too long, its device was lost, or the canvas is too large. */
export type PictureFailure = 'busy' | 'lost' | 'tooLarge'

/**
 * Who wants a picture says so here; the component that knows the map draws it and answers here, since
 * nobody else has the map.
 */
export const usePictureStore = defineStore('picture', () => {
  const wish = shallowRef<PictureWish | null>(null)
  const picture = shallowRef<Picture | null>(null)
  const failure = ref<PictureFailure | null>(null)
  /** The title that the picture has when nobody writes another. */
  const proposedTitle = ref('')
  /** Counts what the picture shows and how it looks, so that a preview knows that it is old. */
  const revision = ref(0)
  /** Somebody looks at previews: the component that draws stays. */
  const attended = ref(false)

  return {
    wish,
    picture,
    failure,
    proposedTitle,
    revision,
    attended,
    attend: (isAttended: boolean) => {
      attended.value = isAttended
      if (!isAttended) picture.value = null
    },
    ask: (next: PictureWish) => {
      failure.value = null
      wish.value = next
    },
    propose: (title: string) => {
      proposedTitle.value = title
    },
    touch: () => {
      revision.value += 1
    },
    deliver: (next: Picture) => {
      picture.value = next
      if (wish.value === next.wish) wish.value = null
    },
    fail: (reason: PictureFailure) => {
      failure.value = reason
      wish.value = null
    },
  }
})
