import type { TargetEventInput } from '#data/contract/campaigns'
import type { ChecklistResults } from '#data/domain/campaigns'
import type { TargetAction } from '#data/domain/campaignTargets'

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

type Filled = { results: ChecklistResults; deadline: string; happenedOn: string; text: string }

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
