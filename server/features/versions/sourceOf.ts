import type { Change } from '#data/domain/changes'
import type { Clock } from '../../clock.ts'

/** Where a record comes from, in Chinese as it stands on screen: the data set, or who typed it last. */
export function sourceOf({ change }: { change: Change }, clock: Clock): string {
  return change.kind === 'load' ? clock.source : `${change.by}填报或修改;底数:${clock.source}`
}
