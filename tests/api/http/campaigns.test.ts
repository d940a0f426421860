import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignTargetDetail } from '#data/contract/campaignResponses'
import { checklistOf, type CheckResult } from '#data/domain/campaigns'
import { serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
beforeAll(async () => {
  api = await serveWritable()
})
afterAll(() => api.close())

const DUST = 'DEMO-ZX-DUST'
const PARKS = 'DEMO-ZX-PARK'
const addressOf = (id: number, action = '') =>
  `/api/campaign-targets/${id}${action && `/${action}`}`
const act = (target: CampaignTargetDetail, body: unknown) =>
  api.send('actOnCampaignTarget', addressOf(target.id, 'events'), {
    body,
    version: target.version,
  })
const refusal = (target: CampaignTargetDetail, body: unknown) =>
  api.refusal('actOnCampaignTarget', addressOf(target.id, 'events'), {
    body,
    version: target.version,
  })
const answers = (target: CampaignTargetDetail, failing: readonly string[] = []) =>
  Object.fromEntries(
    Object.keys(checklistOf(target.kind)).map((item): [string, CheckResult] => [
      item,
      failing.includes(item) ? 'fails' : 'conforms',
    ]),
  )
const read = (id: number) => api.get('getCampaignTarget', addressOf(id))
async function targetAt(campaign: string, state: string, skip = 0): Promise<CampaignTargetDetail> {
  const { items } = await api.get(
    'listCampaignTargets',
    `/api/campaigns/${campaign}/targets?state=${state}&limit=1000`,
  )
  return read(items[skip]!.id)
}
const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0)

test('204, 14 and 118 enterprises and 276 parks are targets, with progress against time', async () => {
  const { items } = await api.get('listCampaigns', '/api/campaigns')
  const totals = Object.fromEntries(items.map(({ kind, counts }) => [kind, sum(counts)]))
  expect(totals).toEqual({ dust: 204, ammonia: 14, lithiumBattery: 118, parkRectification: 276 })
  for (const campaign of items) {
    const { counts, completion, timeProgress, difference } = campaign
    const counted = sum(counts) - counts.notApplicable
    expect(completion).toBeCloseTo(counts.accepted / counted)
    expect(difference).toBeCloseTo(100 * (counts.accepted / counted - timeProgress), 1)
  }
})

test('宝龙 is ahead in dust, 横岗 and 坪地 are behind by more than 10 points', async () => {
  const { areas, counts, timeProgress } = await api.get('getCampaign', `/api/campaigns/${DUST}`)
  expect(timeProgress).toBeCloseTo(237 / 275)
  expect(areas).toHaveLength(11)
  const of = (code: string) => areas.find((area) => area.code === code)!.difference!
  expect(of('440307019')).toBeGreaterThan(0)
  expect(of('440307017')).toBeLessThan(-10)
  expect(of('440307006')).toBeLessThan(-10)
  expect(areas.reduce((total, area) => total + area.counts.accepted, 0)).toBe(counts.accepted)
  const street = await api.get('getCampaign', `/api/campaigns/${DUST}?area=440307017`)
  expect(sum(street.counts)).toBe(40)
  expect(street.areas.every(({ code }) => code.startsWith('440307017'))).toBe(true)
})

test('a park is accepted exactly when its acceptance was passed', async () => {
  const rows = await api.db.query(
    `SELECT park.code FROM parks AS park JOIN campaign_targets AS target
       ON target.park_code = park.code AND target.campaign_code = $1
     WHERE (target.state = 'accepted') <> EXISTS (SELECT FROM park_gradings
       WHERE park_code = park.code AND purpose = 'acceptance' AND outcome = 'passed'
         AND state = 'effective')
       OR (park.stage IN ('exchange', 'lasting') AND target.state <> 'accepted')`,
    [PARKS],
  )
  expect(rows).toEqual([])
})

test('the steps of each target lead to where it stands', async () => {
  const [row] = await api.db.query(
    `SELECT count(*)::integer AS wrong FROM campaign_targets AS target
     WHERE (SELECT to_state FROM campaign_target_events WHERE target_id = target.id
         AND sequence = target.version) IS DISTINCT FROM target.state
       OR EXISTS (SELECT FROM campaign_target_events AS step
         JOIN campaign_target_events AS later ON later.target_id = step.target_id
           AND later.sequence = step.sequence + 1
         WHERE step.target_id = target.id AND (later.happened_on < step.happened_on
           OR later.from_state <> step.to_state))`,
  )
  expect(row!.wrong).toBe(0)
})

test('a target goes from its check over rectification and a return to its acceptance', async () => {
  const target = await targetAt(DUST, 'notStarted')
  const incomplete = Object.fromEntries(
    Object.entries(answers(target)).filter(([item]) => item !== 'airlock'),
  )
  const missing = await refusal(target, { action: 'check', results: incomplete })
  expect(missing.detail).toContain('air lock')
  const unknown = { ...answers(target), formation: 'conforms' }
  expect((await refusal(target, { action: 'check', results: unknown })).status).toBe(422)
  const checked = await act(target, { action: 'check', results: answers(target, ['airlock']) })
  expect(checked).toMatchObject({ state: 'checked', checkedOn: api.today, failing: 1 })
  const early = await refusal(checked, { action: 'submitForAcceptance' })
  expect(early.detail).toContain('air lock')
  const past = { action: 'startRectification', deadline: api.today }
  expect((await refusal(checked, past)).detail).toContain('deadline')
  const rectifying = await act(checked, { action: 'startRectification', deadline: '2027-01-05' })
  const pending = await act(rectifying, { action: 'submitForAcceptance' })
  const failing = { action: 'accept', results: answers(target, ['sparks']) }
  expect((await refusal(pending, failing)).detail).toContain('still fail')
  const returned = await act(pending, {
    action: 'returnToRectify',
    reason: '锁气阀未装',
    deadline: '2027-01-20',
  })
  expect(returned).toMatchObject({ state: 'rectifying', deadline: '2027-01-20' })
  const again = await act(returned, { action: 'submitForAcceptance' })
  const before = await api.get('getCampaign', `/api/campaigns/${DUST}`)
  const accepted = await act(again, { action: 'accept', results: answers(target) })
  expect(accepted).toMatchObject({ state: 'accepted', acceptedOn: api.today, failing: 0 })
  const after = await api.get('getCampaign', `/api/campaigns/${DUST}`)
  expect(after.counts.accepted).toBe(before.counts.accepted + 1)
  const reopened = await act(accepted, {
    action: 'reopen',
    reason: '回头看积尘',
    deadline: '2027-02-01',
  })
  expect(reopened).toMatchObject({ state: 'rectifying', acceptedOn: null })
  expect(reopened.events.map(({ action }) => action)).toEqual([
    'include',
    'check',
    'startRectification',
    'submitForAcceptance',
    'returnToRectify',
    'submitForAcceptance',
    'accept',
    'reopen',
  ])
})

test('what does not apply leaves the denominator, with its reason, and comes back', async () => {
  const target = await targetAt(DUST, 'notStarted')
  const before = await api.get('getCampaign', `/api/campaigns/${DUST}`)
  const excluded = await act(target, { action: 'exclude', reason: '产线已搬迁' })
  expect(excluded).toMatchObject({ state: 'notApplicable', exclusionReason: '产线已搬迁' })
  const after = await api.get('getCampaign', `/api/campaigns/${DUST}`)
  const counted = ({ counts }: typeof before) => sum(counts) - counts.notApplicable
  expect(counted(after)).toBe(counted(before) - 1)
  const stale = await refusal(target, { action: 'exclude', reason: '再来' })
  expect(stale.status).toBe(412)
  const back = await act(excluded, { action: 'includeAgain', reason: '仍在生产' })
  expect(back).toMatchObject({ state: 'notStarted', exclusionReason: null })
})

test('a clean check needs no rectification; a park needs its acceptance', async () => {
  const target = await targetAt(PARKS, 'notStarted')
  const checked = await act(target, { action: 'check', results: answers(target) })
  const needless = { action: 'startRectification', deadline: '2027-01-05' }
  expect((await refusal(checked, needless)).detail).toContain('nothing to rectify')
  const pending = await act(checked, { action: 'submitForAcceptance' })
  const refused = await refusal(pending, { action: 'accept', results: answers(target) })
  expect(refused.detail).toContain('seven aspects')
})

test('days lie between the beginning of the campaign and today', async () => {
  const target = await targetAt(DUST, 'notStarted')
  for (const happenedOn of ['2020-01-01', '2199-01-01']) {
    const body = { action: 'check', results: answers(target), happenedOn }
    expect((await refusal(target, body)).detail).toContain('between')
  }
})

test('a new campaign takes every registered enterprise of its class', async () => {
  const body = {
    kind: 'ammonia',
    name: '涉氨回头看',
    documentNumber: '龙安演示〔2026〕20号',
    startsOn: '2026-11-20',
    endsOn: '2026-12-31',
    description: '回头看',
  }
  const created = await api.send('createCampaign', '/api/campaigns', { body })
  expect(created.counts.notStarted).toBe(14)
  const wrong = { body: { ...body, endsOn: '2026-11-20' } }
  expect((await api.refusal('createCampaign', '/api/campaigns', wrong)).status).toBe(422)
  const page = await api.get(
    'listCampaignTargets',
    `/api/campaigns/${created.code}/targets?limit=10`,
  )
  expect(page).toMatchObject({ total: 14 })
  const rest = await api.get(
    'listCampaignTargets',
    `/api/campaigns/${created.code}/targets?limit=10&cursor=${page.nextCursor}`,
  )
  expect(page.items.length + rest.items.length).toBe(14)
  const one = await api.get(
    'listCampaignTargets',
    `/api/campaigns/${created.code}/targets?q=${encodeURIComponent(page.items[0]!.enterpriseName!)}`,
  )
  expect(one.items[0]!.enterpriseName).toBe(page.items[0]!.enterpriseName)
})
