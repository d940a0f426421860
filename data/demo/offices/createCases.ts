import { addDays } from '../../domain/clock.ts'
import {
  ENFORCEMENT_ACTIONS,
  nextEnforcementState,
  type EnforcementAction,
} from '../../domain/enforcement.ts'
import type { Random } from '../random.ts'
import { firstEvent, NOTHING, officerOf, type DemoEnforcement } from './enforcementRecord.ts'
import { workingDay } from './yearDays.ts'

/** Every so manyth case is withdrawn, and ends in a suspension. */
const WITHDRAWN_EVERY = 17
const SUSPENDED_EVERY = 7

const OFFENCES = [
  { subject: '特种作业人员无证上岗', basis: '安全生产法第97条', least: 10, most: 50 },
  { subject: '未如实记录事故隐患排查治理情况', basis: '安全生产法第97条', least: 5, most: 30 },
  { subject: '未按规定组织应急预案演练', basis: '安全生产法第97条', least: 5, most: 25 },
  { subject: '安全设备的安装、使用不符合标准', basis: '安全生产法第99条', least: 10, most: 45 },
  { subject: '未采取措施消除事故隐患', basis: '安全生产法第102条', least: 15, most: 50 },
  { subject: '危险作业未安排专人现场管理', basis: '安全生产法第101条', least: 10, most: 60 },
] as const

/** Days after 立案 on which each further step of a case takes place. */
const STEPS = [
  { action: 'investigate', after: 4 },
  { action: 'notify', after: 24 },
  { action: 'decide', after: 38 },
  { action: 'execute', after: 45 },
  { action: 'close', after: 70 },
] as const satisfies readonly { action: EnforcementAction; after: number }[]

/** What a case is about: a hidden danger that was handed over, or what an inspection found. */
export type Cause = {
  code: string | null
  parkCode: string
  enterpriseCode: string | null
  description: string | null
  openedOn: string
}

/** A case as far as its time has come, with the fine and the suspension it decided. */
export function caseOf(
  codes: () => string,
  cause: Cause,
  index: number,
  asOfDay: string,
  random: Random,
): DemoEnforcement[] {
  const offence = random.pick(OFFENCES)
  const openedOn = cause.openedOn > asOfDay ? asOfDay : cause.openedOn
  const record: DemoEnforcement = {
    ...NOTHING,
    code: codes(),
    parkCode: cause.parkCode,
    enterpriseCode: cause.enterpriseCode,
    hiddenDangerCode: cause.code,
    kind: 'case',
    state: 'filed',
    subject: cause.description ?? offence.subject,
    basis: offence.basis,
    officer: officerOf(random),
    openedOn,
    decidedOn: null,
    closedOn: null,
    events: [firstEvent('case', openedOn)],
  }
  const isWithdrawn = cause.code === null && index % WITHDRAWN_EVERY === 5
  const decided = advance(record, isWithdrawn, asOfDay)
  if (!decided) return [record]
  const own = { ...record, caseCode: record.code, openedOn: decided, decidedOn: decided }
  const yuan = 1000 * Math.round(random.between(offence.least, offence.most))
  const fine: DemoEnforcement = {
    ...own,
    code: codes(),
    kind: 'fine',
    state: 'recorded',
    closedOn: decided,
    fineYuan: yuan,
    events: [firstEvent('fine', decided)],
  }
  return [
    record,
    fine,
    ...(index % SUSPENDED_EVERY === 0 ? [suspension(codes(), own, asOfDay)] : []),
  ]
}

/** Takes a case as far as the day allows. @returns the day of its decision, if it came */
function advance(record: DemoEnforcement, isWithdrawn: boolean, asOfDay: string): string | null {
  let decided: string | null = null
  const take = (action: EnforcementAction, happenedOn: string, note: string | null) => {
    const state = nextEnforcementState(record.state, action)
    if (!state) throw new RangeError(`no ${action} from ${record.state}`)
    record.events.push({ action, fromState: record.state, toState: state, happenedOn, note })
    record.state = state
  }
  for (const { action, after } of STEPS) {
    const day = workingDay(addDays(record.openedOn, after))
    if (day > asOfDay) return decided
    if (isWithdrawn && action === 'notify') {
      take('withdraw', day, '经调查,违法事实不成立(演示)')
      record.closedOn = day
      return null
    }
    take(action, day, action === 'decide' ? '决定给予行政处罚(演示)' : null)
    if (action === 'decide') record.decidedOn = decided = day
    if (action === 'close') record.closedOn = day
  }
  return decided
}

function suspension(code: string, own: DemoEnforcement, asOfDay: string): DemoEnforcement {
  const { openedOn } = own
  const record: DemoEnforcement = {
    ...own,
    code,
    kind: 'suspension',
    state: 'inForce',
    closedOn: null,
    events: [firstEvent('suspension', openedOn)],
  }
  const lifted = workingDay(addDays(openedOn, 21))
  if (lifted >= asOfDay) return record
  const { to } = ENFORCEMENT_ACTIONS.lift
  const event = { action: 'lift', fromState: 'inForce', toState: to, happenedOn: lifted } as const
  return {
    ...record,
    state: to,
    closedOn: lifted,
    events: [...record.events, { ...event, note: '整改验收合格,准予复产(演示)' }],
  }
}
