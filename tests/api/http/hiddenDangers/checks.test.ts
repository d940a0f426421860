import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '#data/contract'
import { serveWritable, type Writable } from '../serveWritable.ts'
import { hiddenDangerRecords, type HiddenDangerRecords } from './records.ts'

let api: Writable
let records: HiddenDangerRecords
let enterprise: { code: string; name: string }
beforeAll(async () => {
  api = await serveWritable()
  records = hiddenDangerRecords(api)
  const park = await api.get('getPark', `/api/parks/${api.park.code}`)
  const [first] = park.enterprises
  if (!first) throw new Error('The park has no enterprise')
  enterprise = first
})
afterAll(() => api.close())

type Fields = Record<string, unknown>
const finding = (outcome: string, fields: Fields = {}): Fields => ({
  location: '二楼',
  description: '灭火器压力不足',
  category: 'fire',
  outcome,
  ...(outcome !== 'rectifiedOnTheSpot' && { deadline: records.day(7) }),
  ...fields,
})
const visit = (findings: Fields[], fields: Fields = {}): Fields => ({
  parkCode: api.park.code,
  enterpriseCode: enterprise.code,
  kind: 'routine',
  department: '试验街道应急管理办',
  inspector: '演示安全员A01',
  findings,
  ...fields,
})
const register = (findings: Fields[], fields: Fields = {}) =>
  api.send('registerCheck', '/api/checks', { body: visit(findings, fields) })
const withdraw = ({ code }: { code: string }) =>
  ({ address: `/api/checks/${code}/withdrawal`, sent: { body: { reason: '登记到别家' } } }) as const
const count = async (table: string) =>
  (await api.db.query(`SELECT count(*) AS count FROM ${table}`))[0]?.count

describe('the answer of a visit is that of the gravest it found', () => {
  test.each([
    [[], 'nothingFound'],
    [['rectifiedOnTheSpot'], 'rectifiedOnTheSpot'],
    [['rectifiedOnTheSpot', 'deadlineSet'], 'deadlineSet'],
    [['suspectedMajor', 'deadlineSet', 'rectifiedOnTheSpot'], 'suspectedMajor'],
  ])('%j: %s', async (outcomes, answer) => {
    const check = await register(outcomes.map((outcome) => finding(outcome)))
    expect(check).toMatchObject({
      outcome: answer,
      enterpriseName: enterprise.name,
      hiddenDangers: outcomes.length,
      openHiddenDangers: outcomes.filter((outcome) => outcome !== 'rectifiedOnTheSpot').length,
      withdrawn: null,
    })
    expect(check.findings.map(({ state }) => state)).toEqual(
      outcomes.map((outcome) =>
        outcome === 'rectifiedOnTheSpot' ? 'closed' : 'pendingAssessment',
      ),
    )
  })

  test('the clause counts too, where the inspector only set a deadline', async () => {
    const check = await register([finding('deadlineSet', { clauseNumber: 9 })])
    expect(check.outcome).toBe('suspectedMajor')
    expect(check.findings[0]).toMatchObject({ suspectedMajor: true, severity: 'general' })
  })
})

test('what is rectified on the spot is closed as it is registered, with one event', async () => {
  const { findings } = await register([finding('rectifiedOnTheSpot')])
  const code = findings[0]?.code
  const closed = await api.get('getHiddenDanger', `/api/hidden-dangers/${code}`)
  expect(closed).toMatchObject({
    state: 'closed',
    onTheSpot: true,
    overdue: false,
    rectifiedOn: api.today,
    closedAt: closed.registeredAt,
    responsibleUnit: enterprise.name,
    events: [{ action: 'registerOnTheSpot', fromState: null, toState: 'closed' }],
  })
})

describe('a visit is registered whole or not at all', () => {
  test.each([
    ['a finding without its deadline', { deadline: undefined }, 'findings.1.deadline'],
    ['a clause that there is none', { clauseNumber: 998 }, 'findings.1.clauseNumber'],
    ['a risk point that there is none', { riskPointCode: 'NO-POINT' }, 'findings.1.riskPointCode'],
  ])('%s', async (_, fields, parameter) => {
    const before = [await count('checks'), await count('hidden_dangers')]
    const body = visit([finding('rectifiedOnTheSpot'), finding('deadlineSet', fields)])
    const problem = await api.refusal('registerCheck', '/api/checks', { body })
    expect(problem.status).toBe(422)
    expect(problem.parameters?.map((each) => each.parameter)).toEqual([parameter])
    expect([await count('checks'), await count('hidden_dangers')]).toEqual(before)
  })

  test('nothing that is suspected to be major is closed on the spot', async () => {
    const body = visit([finding('rectifiedOnTheSpot', { clauseNumber: 11 })])
    const problem = await api.refusal('registerCheck', '/api/checks', { body })
    expect(problem).toMatchObject({ status: 422, detail: expect.stringContaining('第12条(二)') })
  })

  test('nor in free words that say all of an entry for 重大事故隐患', async () => {
    const description = '砂光车间除尘管道内粉尘堆积'
    const body = visit([finding('rectifiedOnTheSpot', { description })])
    const problem = await api.refusal('registerCheck', '/api/checks', { body })
    expect(problem).toMatchObject({ status: 422, detail: expect.stringContaining('on the spot') })
  })

  test('a visit of tomorrow', async () => {
    const body = visit([], { checkedAt: `${records.day(1)}T09:00:00+08:00` })
    const problem = await api.refusal('registerCheck', '/api/checks', { body })
    expect(problem).toMatchObject({ status: 422, parameters: [{ parameter: 'checkedAt' }] })
  })
})

test('what a spot check and the enterprise itself find says so', async () => {
  const sources = []
  for (const kind of ['routine', 'campaign', 'spotCheck', 'thirdParty', 'selfCheck']) {
    const check = await register([finding('deadlineSet')], { kind })
    sources.push(check.findings[0]?.source)
  }
  expect(sources).toEqual(['check', 'check', 'spotCheck', 'spotCheck', 'selfReport'])
})

describe('a visit that was registered by mistake', () => {
  test('is withdrawn with what nobody has judged yet, once', async () => {
    const check = await register([finding('deadlineSet'), finding('suspectedMajor')])
    const { address, sent } = withdraw(check)
    const withdrawn = await api.send('withdrawCheck', address, sent)
    expect(withdrawn.withdrawn).toMatchObject({ by: '演示管理员', reason: '登记到别家' })
    expect(withdrawn.findings.map(({ state }) => state)).toEqual(['dismissed', 'dismissed'])
    expect(withdrawn.openHiddenDangers).toBe(0)
    const again = await api.refusal('withdrawCheck', address, sent)
    expect(again).toMatchObject({ status: 409, detail: expect.stringContaining('演示管理员') })
  })

  test('stays where something of it was assessed or rectified', async () => {
    const check = await register([finding('deadlineSet'), finding('deadlineSet')])
    const [, second] = check.findings
    if (!second) throw new Error('The visit found nothing')
    await records.act(second, { action: 'assess', severity: 'general' })
    const { address, sent } = withdraw(check)
    const problem = await api.refusal('withdrawCheck', address, sent)
    expect(problem).toMatchObject({ status: 409, detail: expect.stringContaining(second.code) })
    const { findings } = await api.get('getCheck', `/api/checks/${check.code}`)
    expect(findings.map(({ state }) => state)).toEqual(['pendingAssessment', 'pendingAssignment'])
  })

  test('stays while another was merged into what it found', async () => {
    const check = await register([finding('deadlineSet')])
    const [stays] = check.findings
    if (!stays) throw new Error('The visit found nothing')
    const goes = await records.register({ enterpriseCode: enterprise.code })
    await records.act(goes, { action: 'merge', into: stays.code, reason: '同一处' })
    const { address, sent } = withdraw(check)
    const problem = await api.refusal('withdrawCheck', address, sent)
    expect(problem).toMatchObject({ status: 409, detail: expect.stringContaining(goes.code) })
    const { findings } = await api.get('getCheck', `/api/checks/${check.code}`)
    expect(findings.map(({ state }) => state)).toEqual(['pendingAssessment'])
  })

  test('stays while a document of it is in force', async () => {
    const check = await register([finding('deadlineSet')])
    const number = `试验〔2026〕${check.code}`
    await api.db.query(
      `INSERT INTO issued_documents (template_key, template_version, year, serial, number, title,
         lines, area_code, park_code, check_id, issued_by, issued_at, fictitious)
       SELECT 'checkRecord', 1, 2026, 90001, $2, '检查记录', '[]', area_code, park_code, id, '试',
         now(), true FROM checks WHERE code = $1`,
      [check.code, number],
    )
    const { address, sent } = withdraw(check)
    const problem = await api.refusal('withdrawCheck', address, sent)
    expect(problem).toMatchObject({ status: 409, detail: expect.stringContaining(number) })
    await api.db.query(
      `UPDATE issued_documents SET voided_by = '试', voided_at = now(), void_reason = '误发'
       WHERE number = $1`,
      [number],
    )
    expect((await api.send('withdrawCheck', address, sent)).withdrawn).not.toBeNull()
  })

  test('that there is none', async () => {
    const { address, sent } = withdraw({ code: 'CK-NONE' })
    expect((await api.refusal('withdrawCheck', address, sent)).status).toBe(404)
  })
})

test('the list is filtered and paged without a gap or a repetition', async () => {
  const inspector = '演示安全员B77'
  for (let each = 0; each < 5; each += 1) {
    await register([], {
      inspector,
      checkedAt: `${records.day(each < 3 ? -1 : 0)}T00:00:0${each}+08:00`,
      kind: each === 0 ? 'campaign' : 'routine',
    })
  }
  const filter = `/api/checks?q=${encodeURIComponent(inspector)}&limit=2`
  const codes: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Answer<'listChecks'> = await api.get(
      'listChecks',
      cursor ? `${filter}&cursor=${cursor}` : filter,
    )
    expect(page.total).toBe(5)
    codes.push(...page.items.map(({ code }) => code))
    cursor = page.nextCursor
  }
  expect(new Set(codes).size).toBe(5)
  expect(codes).toEqual([...codes].sort().reverse())
  const total = async (more: string) => (await api.get('listChecks', filter + more)).total
  expect(await total('&kind=campaign')).toBe(1)
  expect(await total(`&from=${api.today}`)).toBe(2)
  expect(await total(`&until=${records.day(-1)}`)).toBe(3)
  expect(await total('&outcome=deadlineSet')).toBe(0)
  expect(await total(`&enterprise=${enterprise.code}&park=${api.park.code}`)).toBe(5)
  expect(await total('&park=NO-PARK')).toBe(0)
})
