import type { RiskLevel } from '#data/domain/riskLevels'
import { inject, provide, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import type { EditorTask } from '../../stores/editor.ts'
import type { Draft } from './draft.ts'
import type { FormField } from './draftProblems.ts'
import type { Lowering } from './loweringOf.ts'
import type { ReadPosition } from './readPosition.ts'

/** What the parts of the form share. */
export type EditorForm = {
  task: EditorTask
  draft: Ref<Draft>
  /** The civil day of the data. */
  today: Ref<string>
  position: ComputedRef<ReadPosition>
  /** The level that the form gives; null while it gives none. */
  level: ComputedRef<RiskLevel | null>
  /** What the district would have to decide of the level, or null. */
  lowering: ComputedRef<Lowering | null>
  /** What is wrong with a field, once somebody has tried to save. */
  errorOf: (field: FormField) => string | null
}

const KEY: InjectionKey<EditorForm> = Symbol('editor form')

export const provideForm = (form: EditorForm): void => provide(KEY, form)

/** @throws Error outside the editor. */
export function useForm(): EditorForm {
  const form = inject(KEY)
  if (!form) throw new Error('A part of the editor stands outside of it')
  return form
}
