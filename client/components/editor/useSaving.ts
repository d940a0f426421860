import type { RiskPointDetail } from '#data/contract/responses'
import { useRiskPointWrites } from '../../api/riskPoints.ts'
import { useWrite } from '../../api/write.ts'
import { useCameraStore } from '../../stores/camera.ts'
import type { EditorTask } from '../../stores/editor.ts'
import { useNotesStore } from '../../stores/notes.ts'
import { usePlaceStore } from '../../stores/place.ts'
import { draftOf, type Draft } from './draft.ts'
import { changeBody, creationBody } from './draftBody.ts'
import { beforeOf, writtenOf } from './written.ts'

/** Writes a form, and what follows: the card opens, and what was done is told with 撤销. */
export function useSaving(task: EditorTask) {
  const writes = useRiskPointWrites()
  const place = usePlaceStore()
  const camera = useCameraStore()
  const notes = useNotesStore()
  // What was told of the write before, with its 撤销, ends where the next one begins.
  notes.dismiss()

  const write = useWrite((draft: Draft, base: RiskPointDetail | null) =>
    base
      ? writes.update(
          base.code,
          base.version,
          changeBody(draftOf(base), draft, { assessed: task.kind === 'regrade' }),
        )
      : writes.create(creationBody(draft)),
  )

  function isInView({ longitude, latitude }: RiskPointDetail): boolean {
    const { bounds } = camera
    if (longitude === null || latitude === null || !bounds) return true
    const [west, south, east, north] = bounds
    return longitude > west && longitude < east && latitude > south && latitude < north
  }

  /** Shows what was written; the form has to be closed before. */
  function show(saved: RiskPointDetail, base: RiskPointDetail | null) {
    const { areaCode, parkCode, code } = saved
    place.open({ areaCode, parkCode, riskPointCode: code }, { fly: !isInView(saved) })
    notes.tell(writtenOf(base ? 'saved' : 'created', saved, base && beforeOf(base)))
  }

  return { ...write, show, reload: writes.reload }
}
