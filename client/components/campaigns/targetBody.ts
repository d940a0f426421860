import type { TargetEventInput } from '#data/contract/campaigns'
import { checklistResultsSchema } from '#data/domain/campaigns'
import type { TargetAction } from '#data/domain/campaignTargets'
import { addDays } from '#data/domain/clock'
import { RECTIFICATION_DAYS } from '#data/domain/hiddenDangers'
import * as z from 'zod/mini'

export type TargetStep = Exclude<TargetAction, 'include'>
/** What a step asks for besides its day. */
export const STEP_FIELDS: Record<
  TargetStep,
  { results?: true; deadline?: true; text: 'note' | 'reason' }
> = {
  check: { results: true, text: 'note' },
  startRectification: { deadline: true, text: 'note' },
  submitForAcceptance: { text: 'note' },
  accept: { results: true, text: 'note' },
  returnToRectify: { deadline: true, text: 'reason' },
  reopen: { deadline: true, text: 'reason' },
  exclude: { text: 'reason' },
  includeAgain: { text: 'reason' },
}

/** The form of a step as it is kept in this tab. */
export const targetFormSchema = z.object({
  results: checklistResultsSchema,
  deadline: z.string(),
  happenedOn: z.string(),
  text: z.string(),
})
type Filled = z.infer<typeof targetFormSchema>

/** Nothing answered; today, and the longest of the usual deadlines. */
export const targetFormOf = (today: string): Filled => ({
  results: {},
  deadline: addDays(today, Math.max(...RECTIFICATION_DAYS)),
  happenedOn: today,
  text: '',
})

/** The body of a step: only what the step asks for. */
export function targetBodyOf(action: TargetStep, filled: Filled): TargetEventInput {
  const { results, deadline, text } = STEP_FIELDS[action]
  const words = filled.text.trim()
  return {
    action,
    happenedOn: filled.happenedOn,
    ...(results && { results: filled.results }),
    ...(deadline && { deadline: filled.deadline }),
    ...((text === 'reason' || words) && { [text]: words }),
  } as TargetEventInput
}
