import { useSessionStorage } from '@vueuse/core'
import { watch } from 'vue'
import { useEditorStore, type EditorTask } from '../../stores/editor.ts'
import { usePlaceStore } from '../../stores/place.ts'
import { draftKey } from './draftKey.ts'

const EDITED = ['edit', 'move', 'regrade'] as const

/** A task as this tab wrote it down, or null for anything else. */
function readTask(text: string | null): EditorTask | null {
  const [kind, first = '', second = ''] = (text ?? '').split(' ')
  if (kind === 'create' && first) return { kind, areaCode: first, parkCode: second || null }
  const edited = EDITED.find((each) => each === kind)
  return edited && first ? { kind: edited, code: first } : null
}
const writeTask = (task: EditorTask): string =>
  task.kind === 'create'
    ? [task.kind, task.areaCode, task.parkCode ?? ''].join(' ')
    : [task.kind, task.code].join(' ')

/** After a reload the editor is open again where it was, if it kept a draft. */
export function useReopenedEditor(): void {
  const editor = useEditorStore()
  const place = usePlaceStore()
  const storage = useSessionStorage<string | null>('longgang.editing', null)

  const task = readTask(storage.value)
  const { areaCode, parkCode, riskPointCode } = place.place
  const isHere =
    task?.kind === 'create'
      ? task.areaCode === areaCode && task.parkCode === parkCode && !riskPointCode
      : task?.code === riskPointCode
  if (task && isHere && sessionStorage.getItem(draftKey(task))) editor.start(task)

  watch(
    () => editor.task,
    (next) => (storage.value = next && writeTask(next)),
  )
}
