import { failedItems, type ChecklistResults } from '../../domain/campaigns.ts'
import { targetMachine, type TargetAction, type TargetState } from '../../domain/campaignTargets.ts'
import { addDays, dayNumber } from '../../domain/clock.ts'
import type { Random } from '../random.ts'

export type DemoTargetEvent = {
  action: TargetAction
  fromState: TargetState | null
  toState: TargetState
  happenedOn: string
  note: string | null
  results: ChecklistResults | null
  deadline: string | null
}

type Story = {
  state: TargetState
  acceptedOn: string | null
  /** What the first check found. */
  found: ChecklistResults
  startsOn: string
  asOfDay: string
  random: Random
}

/** Steps that lead to each state, of a target that had to be rectified and of one that had not. */
const CLEAN = ['include', 'check', 'submitForAcceptance', 'accept'] as const
const RECTIFIED = [
  'include',
  'check',
  'startRectification',
  'submitForAcceptance',
  'accept',
] as const
const NOTES: Partial<Record<TargetAction, string>> = {
  startRectification: '已发责令整改(演示)',
  submitForAcceptance: '企业报整改完成(演示)',
  accept: '现场核实符合(演示)',
  exclude: '生产线已拆除,现场核实不再涉及(演示)',
}
/** Days given to rectify. */
const DEADLINE_DAYS = 30

/** The steps by which a target came to its state, evenly over the time it had. */
export function eventsOf({ state, acceptedOn, found, startsOn, asOfDay, random }: Story) {
  const actions = actionsTo(state, failedItems(found).length > 0)
  const last = dayNumber(acceptedOn ?? addDays(asOfDay, -2 - random.integer(24)))
  const begin = dayNumber(startsOn)
  const span = Math.max(1, last - begin)
  const first = begin + Math.round(span * random.between(0.25, 0.6))
  const events: DemoTargetEvent[] = []
  let deadline: string | null = null
  let from: TargetState | null = null
  actions.forEach((action, index) => {
    const share = actions.length > 2 ? (index - 1) / (actions.length - 2) : 1
    const day = index === 0 ? begin : Math.round(first + share * (last - first))
    const happenedOn = addDays(startsOn, day - begin)
    const to = targetMachine.next(from, action)
    if (to === null) throw new RangeError(`no ${action} from ${from}`)
    if (action === 'startRectification') deadline = addDays(happenedOn, DEADLINE_DAYS)
    events.push({
      ...{ action, fromState: from, toState: to, happenedOn, note: NOTES[action] ?? null },
      results: action === 'check' ? found : action === 'accept' ? allConform(found) : null,
      deadline: action === 'startRectification' ? deadline : null,
    })
    from = to
  })
  const checkedOn = events.find(({ action }) => action === 'check')?.happenedOn ?? null
  return { events, checkedOn, deadline: deadline as string | null }
}

function actionsTo(state: TargetState, isRectified: boolean): readonly TargetAction[] {
  if (state === 'notStarted') return ['include']
  if (state === 'notApplicable') return ['include', 'exclude']
  const path = isRectified ? RECTIFIED : CLEAN
  const end = path.findIndex((action) => targetEnds[action] === state)
  return path.slice(0, end + 1)
}

/** The state that each step of a path ends in. */
const targetEnds: Record<(typeof RECTIFIED)[number], TargetState> = {
  include: 'notStarted',
  check: 'checked',
  startRectification: 'rectifying',
  submitForAcceptance: 'pendingAcceptance',
  accept: 'accepted',
}

const allConform = (results: ChecklistResults): ChecklistResults =>
  Object.fromEntries(Object.keys(results).map((item) => [item, 'conforms'] as const))
