import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '#data/contract'
import type { HiddenDangerItem } from '#data/contract/hiddenDangerResponses'
import { addDays } from '#data/domain/clock'
import { effectiveDeadline, isOpen, isOverdue } from '#data/domain/hiddenDangers'
import { serveWritable, type Writable } from '../serveWritable.ts'
import { hiddenDangerRecords, type HiddenDangerRecords } from './records.ts'

let api: Writable
let records: HiddenDangerRecords
/** Every hidden danger of the street, read in one page after another. */
let all: HiddenDangerItem[]
const escalated = new Set<string>()

async function listAll(filter = ''): Promise<HiddenDangerItem[]> {
  const items: HiddenDangerItem[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Answer<'listHiddenDangers'> = await api.get(
      'listHiddenDangers',
      `/api/hidden-dangers?limit=1000${filter}${cursor && `&cursor=${cursor}`}`,
    )
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return items
}

const street = (): string => api.park.areaCode.slice(0, 9)

beforeAll(async () => {
  api = await serveWritable()
  records = hiddenDangerRecords(api)
  const due = (offset: number) => ({ foundOn: records.day(-30), deadline: records.day(offset) })
  for (const offset of [-10, -1, 0, 1, 3, 4]) await records.inState('rectifying', due(offset))
  for (const state of ['returned', 'returnedToRegistrant', 'pendingClosure', 'closed'] as const) {
    await records.inState(state, due(-3))
  }
  await records.inState('extensionRequested')
  await records.inState('pendingReview')
  await records.inState('transferred')
  await records.inState('merged')
  const [first, second, third] = [
    await records.majorInState('rectifying', due(-2)),
    await records.majorInState('rectifying'),
    await records.majorInState('pendingClosure'),
  ]
  await records.majorInState('pendingAssignment')
  const up = { action: 'escalate', level: 'district', reason: '试验' } as const
  await records.act(second, up)
  await records.act(third, {
    action: 'supervise',
    level: 'street',
    documentNumber: '试验督〔2026〕4号',
    deadline: records.day(5),
  })
  // Extended: due in three days at present, overdue in the statistics.
  const asked = await records.act(first, {
    action: 'requestExtension',
    deadline: records.day(3),
    reason: '备件未到',
  })
  await records.act(asked, { action: 'approveExtension' })
  const rows = await api.db.query(
    `SELECT DISTINCT danger.code FROM hidden_danger_events AS event
     JOIN hidden_dangers AS danger ON danger.id = event.hidden_danger_id
     WHERE event.action = 'escalate'`,
  )
  for (const { code } of rows) escalated.add(code as string)
  all = await listAll(`&area=${street()}`)
})
afterAll(() => api.close())

const isNail = (item: HiddenDangerItem): boolean =>
  isOpen(item.state) &&
  item.severity === 'major' &&
  (isOverdue(item, api.today) || escalated.has(item.code) || isSupervised(item))
const isSupervised = ({ state, supervision }: HiddenDangerItem): boolean =>
  isOpen(state) && supervision !== null && supervision.endedAt === null
const due = (item: HiddenDangerItem, from: string, until: string): boolean =>
  isOpen(item.state) && effectiveDeadline(item) >= from && effectiveDeadline(item) <= until

/** Counts that a person would make going through the list. */
const COUNTS: Record<string, { fits: (item: HiddenDangerItem) => boolean; filter: () => string }> =
  {
    open: { fits: ({ state }) => isOpen(state), filter: () => 'open=true' },
    overdue: { fits: (item) => isOverdue(item, api.today), filter: () => 'overdue=true' },
    dueToday: {
      fits: (item) => due(item, api.today, api.today),
      filter: () => `dueFrom=${api.today}&dueUntil=${api.today}`,
    },
    dueWithinThreeDays: {
      fits: (item) => due(item, addDays(api.today, 1), addDays(api.today, 3)),
      filter: () => `dueFrom=${addDays(api.today, 1)}&dueUntil=${addDays(api.today, 3)}`,
    },
    pendingAssessment: stateCount('pendingAssessment'),
    pendingAssignment: stateCount('pendingAssignment'),
    pendingReview: stateCount('pendingReview'),
    pendingClosure: stateCount('pendingClosure'),
    returned: stateCount('returned', 'returnedToRegistrant'),
    extensionRequested: stateCount('extensionRequested'),
    transferred: stateCount('transferred'),
    major: {
      fits: ({ state, severity }) => isOpen(state) && severity === 'major',
      filter: () => 'open=true&severity=major',
    },
    majorOverdue: {
      fits: (item) => item.severity === 'major' && isOverdue(item, api.today),
      filter: () => 'overdue=true&severity=major',
    },
    supervised: { fits: isSupervised, filter: () => 'supervised=true' },
    nails: { fits: isNail, filter: () => 'nails=true' },
  }
function stateCount(...states: string[]) {
  return {
    fits: ({ state }: HiddenDangerItem) => states.includes(state),
    filter: () => `state=${states.join(',')}`,
  }
}

describe('what waits is counted as one would count it in the list', () => {
  test.each(Object.keys(COUNTS))('%s', async (name) => {
    const entry = COUNTS[name]
    if (!entry) throw new Error(`No count ${name}`)
    for (const [scope, within] of [
      [`area=${street()}`, () => true],
      [`area=${api.park.areaCode}`, inCommunity],
      [`park=${api.park.code}`, inPark],
    ] as const) {
      const expected = all.filter((item) => within(item) && entry.fits(item)).length
      const counts = await api.get('countHiddenDangers', `/api/hidden-dangers/counts?${scope}`)
      expect(counts[name as keyof typeof counts], scope).toBe(expected)
      const address = `/api/hidden-dangers?limit=1&${entry.filter()}&${scope}`
      expect((await api.get('listHiddenDangers', address)).total, address).toBe(expected)
      if (scope.startsWith('park')) expect(expected).toBeGreaterThan(0)
    }
  })
  const inCommunity = ({ areaCode }: HiddenDangerItem) => areaCode === api.park.areaCode
  const inPark = ({ parkCode }: HiddenDangerItem) => parkCode === api.park.code
})

describe('the list', () => {
  test('by the present deadline, page after page, without a gap or a repetition', async () => {
    const here = `&park=${api.park.code}`
    const whole = await listAll(here)
    const keys = whole.map((item) => effectiveDeadline(item))
    expect(keys).toEqual([...keys].sort())
    const codes: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Answer<'listHiddenDangers'> = await api.get(
        'listHiddenDangers',
        `/api/hidden-dangers?limit=3${here}${cursor && `&cursor=${cursor}`}`,
      )
      codes.push(...page.items.map(({ code }) => code))
      cursor = page.nextCursor
    }
    expect(codes).toEqual(whole.map(({ code }) => code))
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('the latest registered first', async () => {
    const items = await listAll(`&park=${api.park.code}&order=latest`)
    const instants = items.map(({ registeredAt }) => Date.parse(registeredAt))
    expect(instants).toEqual([...instants].sort((a, b) => b - a))
  })

  test('a cursor of one order is none of the other', async () => {
    const { nextCursor } = await api.get('listHiddenDangers', '/api/hidden-dangers?limit=1')
    for (const cursor of [nextCursor, 'abc', 'ZDE-eA', '____']) {
      const problem = await api.problem(`/api/hidden-dangers?order=latest&limit=1&cursor=${cursor}`)
      expect(problem.status).toBe(400)
    }
  })

  test('finds by words, code, category, source, day and place', async () => {
    const own = await records.register({ description: '货梯平台护栏缺失', category: 'mechanical' })
    const total = async (filter: string) =>
      (await api.get('listHiddenDangers', `/api/hidden-dangers?${filter}`)).total
    const q = (text: string) => `q=${encodeURIComponent(text)}`
    expect(await total(q('货梯 护栏'))).toBe(1)
    expect(await total(q('htpt'))).toBeGreaterThanOrEqual(1)
    expect(await total(q(own.code.toLowerCase()))).toBe(1)
    expect(await total(`${q('货梯 护栏')}&category=mechanical&source=otherDepartment`)).toBe(1)
    expect(await total(`${q('货梯 护栏')}&category=fire`)).toBe(0)
    expect(await total(`${q('货梯 护栏')}&source=hotline`)).toBe(0)
    expect(await total(`${q('货梯 护栏')}&registeredFrom=${api.today}`)).toBe(1)
    expect(await total(`${q('货梯 护栏')}&registeredUntil=${addDays(api.today, -1)}`)).toBe(0)
    const [x, y] = [own.longitude, own.latitude]
    expect([x, y]).toEqual(api.park.labelPoint)
    const box = (shift: number) =>
      `bbox=${x - 0.001 + shift},${y - 0.001},${x + 0.001 + shift},${y + 0.001}`
    expect(await total(`${q('货梯 护栏')}&${box(0)}`)).toBe(1)
    expect(await total(`${q('货梯 护栏')}&${box(0.1)}`)).toBe(0)
  })

  test('of a risk point it stands where that does', async () => {
    const [longitude, latitude] = api.park.labelPoint
    const point = await api.register({
      coordinates: { system: 'wgs84', longitude: longitude + 0.0001, latitude },
    })
    const own = await records.register({ riskPointCode: point.code })
    expect(own).toMatchObject({ riskPointCode: point.code, riskPointName: point.name })
    expect(own.longitude).toBeCloseTo(longitude + 0.0001, 6)
    const { items } = await api.get(
      'listHiddenDangers',
      `/api/hidden-dangers?riskPoint=${point.code}`,
    )
    expect(items.map(({ code }) => code)).toEqual([own.code])
  })
})
