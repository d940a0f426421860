import type { Random } from '../random.ts'
import { FIRST_DAY } from './calendar.ts'
import { createDayQuotas } from './dayQuotas.ts'
import { createLateTracks } from './lateTracks.ts'
import { createPromptTracks } from './promptTracks.ts'
import type { Track } from './track.ts'
import { OPENING } from './yearTable.ts'

/** The hidden dangers of the year with a deadline, in time alone, in the order of registration. */
export function createTracks(random: Random): Track[] {
  const quotas = createDayQuotas(random)
  const late = createLateTracks(quotas, random)
  const before = late.filter(({ registered }) => registered < FIRST_DAY).length
  const prompt = createPromptTracks(quotas, OPENING.open - before, random)
  return [...late, ...prompt].sort((a, b) => a.registered - b.registered)
}
