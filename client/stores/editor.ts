import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

/** What somebody is about to write in the side panel. */
export type EditorTask =
  | { kind: 'create'; areaCode: string; parkCode: string | null }
  | { kind: 'edit' | 'move' | 'regrade'; code: string }

/** Degrees WGS84, and how far off a position taken from the map may be. */
export type PickedPosition = { longitude: number; latitude: number; errorMetres: number }

/**
 * The editor as the map knows it: whether a click sets a position, and where the marker stands.
 * What is typed belongs to the form (components/editor), which comes after the first frame.
 */
export const useEditorStore = defineStore('editor', () => {
  const task = shallowRef<EditorTask | null>(null)
  const position = shallowRef<readonly [longitude: number, latitude: number] | null>(null)
  /** What the map gave last; the form takes it over as soon as it comes. */
  const picked = shallowRef<PickedPosition | null>(null)
  /** On a phone the form asks for the map behind it. */
  const lowered = ref(false)
  /** A tool of a drawer takes what is clicked on the map. */
  const surveying = ref(false)

  return {
    task,
    position,
    picked,
    lowered,
    surveying,
    /** A click on the map is a position and opens nothing. */
    picking: computed(
      () => surveying.value || (task.value !== null && task.value.kind !== 'regrade'),
    ),
    start: (next: EditorTask) => {
      picked.value = null
      position.value = null
      // To move a point is to drag it: the map first, the form after.
      lowered.value = next.kind === 'move'
      task.value = next
    },
    finish: () => {
      task.value = null
      position.value = null
      picked.value = null
    },
    pick: (next: PickedPosition | null) => {
      picked.value = next
    },
    showMarker: (next: readonly [number, number] | null) => {
      position.value = next
    },
    lower: (next: boolean) => {
      lowered.value = next
    },
  }
})
