import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RiskPointDetail } from '#data/contract/responses'
import { addDays } from '#data/domain/clock'
import { LEC, serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
beforeAll(async () => {
  api = await serveWritable()
})
afterAll(() => api.close())

const addressOf = ({ code }: { code: string }) => `/api/risk-points/${code}`
const change = (point: RiskPointDetail, body: Record<string, unknown>) =>
  api.send('updateRiskPoint', addressOf(point), {
    body: { reason: '测试', ...body },
    version: point.version,
  })

describe('past dates', () => {
  test('a version at any past instant can be asked for', async () => {
    const point = await api.register({ name: '最初名称' })
    await new Promise((resolve) => setTimeout(resolve, 20))
    const renamed = await change(point, { name: '后来名称' })
    const at = (instant: string) => `${addressOf(point)}?asOf=${encodeURIComponent(instant)}`
    const first = await api.get('getRiskPoint', at(point.change.at))
    expect(first).toMatchObject({ name: '最初名称', version: 1, validUntil: renamed.change.at })
    const second = await api.get('getRiskPoint', at(renamed.change.at))
    expect(second).toMatchObject({ name: '后来名称', version: 2, validUntil: null })
    const today = await api.get('getRiskPoint', at(api.today))
    expect(today.version).toBe(2)
    const yesterday = at(addDays(api.today, -1))
    expect((await api.problem(yesterday)).status).toBe(404)
  })

  test('lists of a past date have what was there then, at the level of then', async () => {
    const point = await api.register({ grading: LEC(3, 6, 15), name: '列表旧版' })
    const raised = await change(point, { grading: LEC(6, 6, 15) })
    const asOf = (instant: string, level: string) =>
      api.get(
        'listRiskPoints',
        `/api/risk-points?park=${api.park.code}&level=${level}&limit=1000&asOf=${encodeURIComponent(instant)}`,
      )
    const codes = async (instant: string, level: string) =>
      (await asOf(instant, level)).items.map(({ code }) => code)
    expect(await codes(point.change.at, 'larger')).toContain(point.code)
    expect(await codes(point.change.at, 'major')).not.toContain(point.code)
    expect(await codes(raised.change.at, 'major')).toContain(point.code)
  })

  test.each(['2026-02-31', 'yesterday', '2026-11-23T09:00'])('%s is no date', async (text) => {
    expect((await api.problem(`/api/risk-points?asOf=${text}`)).status).toBe(400)
  })
})
