import { BLOCKED_BY_MAJOR } from '#data/domain/gradingMachine'
import { lockPark, updatePark, type ParkFactsRow } from '../parkRecords/parkFacts.queries.ts'
import { markOf, type Editing } from '../versions/editRecord.ts'
import { findParkOfHiddenDanger } from './hiddenDangerRecord.queries.ts'

/** What a park with an open 重大事故隐患 is at best. */
const LOWERED = 'C'

/**
 * Locks the park of a hidden danger, which comes before the hidden danger itself: a grading locks the
 * park first too, so that of a grading and an assessment at once one sees what the other decided.
 */
export async function lockParkOf(
  { transaction }: Editing,
  hiddenDangerCode: string,
): Promise<ParkFactsRow | undefined> {
  const parkCode = await findParkOfHiddenDanger(transaction, hiddenDangerCode)
  return parkCode === null ? undefined : lockPark(transaction, parkCode)
}

/** A park of grade A or B is one no longer, once something in it was assessed as 重大事故隐患. */
export async function lowerParkGrade(
  editing: Editing,
  park: ParkFactsRow,
  hiddenDangerCode: string,
): Promise<void> {
  if (!BLOCKED_BY_MAJOR.includes(park.grade)) return
  const reason = `隐患 ${hiddenDangerCode} 核定为重大事故隐患,未销号前园区不得为 A、B 级:由 ${park.grade} 降为 ${LOWERED}`
  const mark = markOf(editing, 'regrade', reason)
  await updatePark(editing.transaction, { ...park, grade: LOWERED }, mark)
}
