import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '#data/contract'
import type { CheckPlanItem } from '#data/contract/hiddenDangerResponses'
import { isDueIn } from '#data/domain/checkPlan'
import { serveWritable, type Writable } from '../serveWritable.ts'

let api: Writable
let street: string
let month: string
beforeAll(async () => {
  api = await serveWritable()
  street = api.park.areaCode.slice(0, 9)
  month = api.today.slice(0, 7)
})
afterAll(() => api.close())

const make = (area: string, of: string) =>
  api.send('makeCheckPlan', '/api/check-plan', { body: { month: of, area } })
async function listAll(filter: string): Promise<CheckPlanItem[]> {
  const items: CheckPlanItem[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Answer<'listCheckPlan'> = await api.get(
      'listCheckPlan',
      `/api/check-plan?limit=37&${filter}${cursor && `&cursor=${cursor}`}`,
    )
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return items
}
const monthAfter = (months: number): string => {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}

test('a plan holds every enterprise whose visit is due, and nobody else', async () => {
  const of = monthAfter(7)
  const made = await make(street, of)
  const items = await listAll(`month=${of}&area=${street}`)
  expect(made.planned).toBe(items.length)
  const rows = await api.db.query(
    `SELECT enterprise.code, park.grade, (max(visit.checked_at) AT TIME ZONE 'Asia/Shanghai')::date
       AS "lastVisit"
     FROM enterprises AS enterprise JOIN parks AS park ON park.code = enterprise.park_code
     LEFT JOIN checks AS visit ON visit.enterprise_code = enterprise.code
       AND visit.kind IN ('routine', 'campaign') AND visit.withdrawn_at IS NULL
     WHERE enterprise.retired_at IS NULL AND enterprise.area_code LIKE $1
     GROUP BY enterprise.code, park.grade`,
    [`${street}%`],
  )
  const due = rows.filter((row) => isDueIn(of, row as Parameters<typeof isDueIn>[1]))
  expect(items.map(({ enterpriseCode }) => enterpriseCode).sort()).toEqual(
    due.map(({ code }) => code as string).sort(),
  )
  expect(items.length).toBeGreaterThan(20)
  expect(items.length).toBeLessThan(rows.length)
})

test('made twice it adds only what is new', async () => {
  const of = monthAfter(1)
  const first = await make(street, of)
  expect(first.planned).toBeGreaterThan(0)
  expect(await make(street, of)).toMatchObject({ planned: first.planned })
  // Every month sees those of a park of grade D.
  await api.db.query(`UPDATE parks SET grade = 'D' WHERE code = $1`, [api.park.code])
  const second = await make(street, of)
  expect(second.planned).toBeGreaterThan(first.planned)
  const items = await listAll(`month=${of}&park=${api.park.code}`)
  const { enterprises } = await api.get('getPark', `/api/parks/${api.park.code}`)
  expect(items).toHaveLength(enterprises.length)
  // As it was when it was planned.
  expect(new Set(items.map(({ parkGrade }) => parkGrade)).has('D')).toBe(true)
})

describe('done', () => {
  test('is a visit of the month that counts, the first of them', async () => {
    await api.db.query(`UPDATE parks SET grade = 'D' WHERE code = $1`, [api.park.code])
    await make(street, month)
    const here = `month=${month}&park=${api.park.code}`
    const [item] = await listAll(`${here}&done=false`)
    if (!item) throw new Error('Nothing is planned that is not done')
    const before = await api.get('listCheckPlan', `/api/check-plan?${here}`)
    const visit = (kind: string) =>
      api.send('registerCheck', '/api/checks', {
        body: {
          parkCode: item.parkCode,
          enterpriseCode: item.enterpriseCode,
          kind,
          department: '试验街道应急管理办',
          inspector: '演示安全员A01',
          findings: [],
        },
      })
    const present = async () =>
      (await listAll(here)).find(({ enterpriseCode }) => enterpriseCode === item.enterpriseCode)
    // Neither what the enterprise did itself nor what was withdrawn.
    await visit('selfCheck')
    expect((await present())?.checkCode).toBeNull()
    const mistake = await visit('routine')
    expect(await present()).toMatchObject({ checkCode: mistake.code, outcome: 'nothingFound' })
    const { done, planned } = await api.get('listCheckPlan', `/api/check-plan?${here}`)
    expect({ done, planned }).toEqual({ done: before.done + 1, planned: before.planned })
    await api.send('withdrawCheck', `/api/checks/${mistake.code}/withdrawal`, {
      body: { reason: '登记到别家' },
    })
    expect((await present())?.checkCode).toBeNull()
    const first = await visit('campaign')
    await visit('routine')
    expect((await present())?.checkCode).toBe(first.code)
  })
})

test('the answer changes as soon as there is a plan', async () => {
  const of = monthAfter(2)
  const address = `/api/check-plan?month=${of}&area=${street}`
  const { headers } = await api.request(address)
  await make(street, of)
  const again = await api.request(address, {
    headers: { 'If-None-Match': String(headers.etag) },
  })
  expect(again.status).toBe(200)
})

test.each([-1, 13])('%i months from now is refused', async (months) => {
  const body = { month: monthAfter(months), area: street }
  const problem = await api.refusal('makeCheckPlan', '/api/check-plan', { body })
  expect(problem).toMatchObject({ status: 422, parameters: [{ parameter: 'month' }] })
})
