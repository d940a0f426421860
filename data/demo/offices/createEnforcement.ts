import { addDays } from '../../domain/clock.ts'
import {
  ENFORCEMENT_ACTIONS,
  FIRST_ACTIONS,
  nextEnforcementState,
  type EnforcementAction,
  type EnforcementKind,
  type EnforcementState,
} from '../../domain/enforcement.ts'
import type { Enterprise } from '../../domain/enterprises.ts'
import { createRandom, DEMO_SEED, type Random } from '../random.ts'
import type { DemoDistrict } from '../types.ts'
import { workingDay } from './yearDays.ts'

/** A hidden danger that was handed to enforcement: a case follows from it. */
export type TransferredDanger = {
  code: string
  parkCode: string
  enterpriseCode: string | null
  description: string
  transferredOn: string
}

export type DemoEnforcementEvent = {
  action: EnforcementAction
  fromState: EnforcementState | null
  toState: EnforcementState
  happenedOn: string
  note: string | null
}
export type DemoEnforcement = {
  code: string
  parkCode: string
  enterpriseCode: string | null
  hiddenDangerCode: string | null
  caseCode: string | null
  kind: EnforcementKind
  state: EnforcementState
  subject: string
  basis: string | null
  officer: string
  documentNumber: string | null
  openedOn: string
  decidedOn: string | null
  closedOn: string | null
  fineYuan: number | null
  events: DemoEnforcementEvent[]
}

/** What a year sees; the shares of the kinds are invented, as everything here. */
const INSPECTIONS = 1240
const CASES = 82
const ON_THE_SPOT_FINES = 46
/** Every so manyth case is withdrawn, and ends in a suspension. */
const WITHDRAWN_EVERY = 17
const SUSPENDED_EVERY = 7
const DAYS = 364

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

/** A year of enforcement behind a day, and a case for each hidden danger that was handed over. */
export function createEnforcement(
  { asOfDay, enterprises, parks }: Pick<DemoDistrict, 'asOfDay' | 'enterprises' | 'parks'>,
  transferred: readonly TransferredDanger[],
): DemoEnforcement[] {
  const random = createRandom(DEMO_SEED, 'enforcement')
  const spared = new Set(
    parks.filter(({ name }) => name === '东海科技工业园').map(({ code }) => code),
  )
  const parties = enterprises.filter(({ parkCode }) => !spared.has(parkCode))
  const weights = parties.map(({ highRiskClass }) => (highRiskClass ? 6 : 1))
  const pick = () => parties[random.weighted(weights)]!
  const pastDay = () => workingDay(addDays(asOfDay, -1 - random.integer(DAYS)))
  const codes = counter('DEMO-ZF-')
  const records: DemoEnforcement[] = []
  for (let index = 0; index < INSPECTIONS; index++) {
    records.push(inspection(codes(), pick(), pastDay(), random))
  }
  for (let index = 0; index < ON_THE_SPOT_FINES; index++) {
    const yuan = 500 + 500 * random.integer(6)
    records.push(onTheSpotFine(codes(), pick(), pastDay(), yuan, random))
  }
  const causes = [
    ...transferred.map((danger) => ({ ...danger, openedOn: addDays(danger.transferredOn, 1) })),
    ...Array.from({ length: Math.max(0, CASES - transferred.length) }, () => {
      const { code, parkCode } = pick()
      return { code: null, parkCode, enterpriseCode: code, description: null, openedOn: pastDay() }
    }),
  ]
  causes.forEach((cause, index) => records.push(...caseOf(codes, cause, index, asOfDay, random)))
  return records
}

function counter(prefix: string): () => string {
  let number = 0
  return () => `${prefix}${String(++number).padStart(5, '0')}`
}

const officerOf = (random: Random) =>
  `演示执法员${String.fromCharCode(65 + random.integer(6))}${String(1 + random.integer(12)).padStart(2, '0')}`

const NOTHING = {
  hiddenDangerCode: null,
  caseCode: null,
  documentNumber: null,
  fineYuan: null,
} as const

function firstEvent(kind: EnforcementKind, happenedOn: string): DemoEnforcementEvent {
  const action = FIRST_ACTIONS[kind]
  return {
    action,
    fromState: null,
    toState: ENFORCEMENT_ACTIONS[action].to,
    happenedOn,
    note: null,
  }
}

function inspection(
  code: string,
  { parkCode, code: enterpriseCode }: Enterprise,
  day: string,
  random: Random,
): DemoEnforcement {
  return {
    ...NOTHING,
    code,
    parkCode,
    enterpriseCode,
    kind: 'inspection',
    state: 'recorded',
    subject: random.pick(['双随机执法检查', '专项执法检查', '节假日前执法检查', '隐患复核检查']),
    basis: null,
    officer: officerOf(random),
    openedOn: day,
    decidedOn: day,
    closedOn: day,
    events: [firstEvent('inspection', day)],
  }
}

function onTheSpotFine(
  code: string,
  { parkCode, code: enterpriseCode }: Enterprise,
  day: string,
  fineYuan: number,
  random: Random,
): DemoEnforcement {
  return {
    ...NOTHING,
    code,
    parkCode,
    enterpriseCode,
    kind: 'fine',
    state: 'recorded',
    subject: random.pick(['疏散通道堆放杂物', '灭火器失效未更换', '未设置安全警示标志']),
    // The most that may be imposed on the spot on an organisation is 3,000 yuan.
    basis: '行政处罚法第51条(当场处罚)',
    officer: officerOf(random),
    openedOn: day,
    decidedOn: day,
    closedOn: day,
    fineYuan,
    events: [firstEvent('fine', day)],
  }
}

type Cause = {
  code: string | null
  parkCode: string
  enterpriseCode: string | null
  description: string | null
  openedOn: string
}

/** A case as far as its time has come, with the fine and the suspension it decided. */
function caseOf(
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
