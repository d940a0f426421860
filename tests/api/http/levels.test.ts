import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RiskPointDetail } from '#data/contract/responses'
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

const historyOf = async (point: RiskPointDetail) =>
  (await api.get('getRiskPointHistory', `${addressOf(point)}/history`)).versions

describe('the level', () => {
  test('follows from the inputs, or from an override with its reason', async () => {
    const point = await api.register({ grading: LEC(1, 6, 15) })
    expect(point.level).toBe('general')
    const matrix = { method: 'LS', inputs: { likelihood: 4, severity: 4 } }
    const graded = await change(point, { grading: matrix, trigger: 'survey' })
    expect(graded).toMatchObject({ score: 16, level: 'larger', gradingMethod: 'LS' })
    const levelOverride = { level: 'major', reason: '邻近幼儿园' }
    const raised = await change(graded, { levelOverride })
    expect(raised).toMatchObject({ level: 'major', gradedLevel: 'larger', levelOverride })
    const versions = await historyOf(point)
    expect(versions[0]?.fields.map(({ field }) => field).sort()).toEqual([
      'level',
      'levelOverride',
      'reviewDue',
    ])
  })

  test('a level that contradicts its inputs is refused with what to do', async () => {
    const point = await api.register()
    const version = point.version
    const body = { reason: '测试', grading: LEC(6, 6, 15), level: 'low' }
    const problem = await api.refusal('updateRiskPoint', addressOf(point), { body, version })
    expect(problem.status).toBe(422)
    expect(problem.detail).toMatch(/540 gives major, not low: correct the inputs/)
    expect(problem.parameters).toMatchObject([{ parameter: 'level' }])
    const alone = { body: { reason: '测试', level: 'low' }, version }
    expect((await api.refusal('updateRiskPoint', addressOf(point), alone)).status).toBe(422)
    expect((await api.get('getRiskPoint', addressOf(point))).version).toBe(1)
  })

  test('the database itself refuses a score or a level that contradicts the inputs', async () => {
    const point = await api.register()
    for (const assignment of ['score = 1', 'level = 4', 'graded_level = 1', 'override_level = 1']) {
      const update = api.db.query(`UPDATE risk_points SET ${assignment} WHERE id = $1`, [point.id])
      await expect(update, assignment).rejects.toMatchObject({ code: '23514' })
    }
  })

  test('values outside the tables are refused by name', async () => {
    const point = await api.register()
    const body = { reason: '测试', grading: LEC(5, 6, 15) }
    const problem = await api.refusal('updateRiskPoint', addressOf(point), { body, version: 1 })
    expect(problem).toMatchObject({
      status: 400,
      detail: expect.stringContaining('must be one of'),
    })
  })
})
