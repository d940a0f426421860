import type { EditorTask } from '../../stores/editor.ts'

/** Where the draft of a task is kept in this tab, so that a reload loses nothing. */
export const draftKey = (task: EditorTask): string =>
  task.kind === 'create'
    ? `longgang.draft.create.${task.parkCode ?? task.areaCode}`
    : `longgang.draft.${task.kind}.${task.code}`
