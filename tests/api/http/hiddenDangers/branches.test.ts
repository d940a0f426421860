import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveWritable, type Writable } from '../serveWritable.ts'
import {
  addressOf,
  expectRefused,
  hiddenDangerRecords,
  type HiddenDangerRecords,
} from './records.ts'

let api: Writable
let records: HiddenDangerRecords
beforeAll(async () => {
  api = await serveWritable()
  records = hiddenDangerRecords(api)
})
afterAll(() => api.close())

const supervise = (fields: Record<string, unknown> = {}) => ({
  action: 'supervise' as const,
  level: 'street' as const,
  documentNumber: '试验督〔2026〕3号',
  deadline: records.day(10),
  ...fields,
})

describe('升级、挂牌督办', () => {
  test('it only goes up', async () => {
    const record = await records.act(await records.inState('rectifying'), {
      action: 'escalate',
      level: 'district',
      reason: '久拖不改',
    })
    expect(record.handlingLevel).toBe('district')
    for (const level of ['community', 'street', 'district']) {
      await expectRefused(
        api,
        record,
        { action: 'escalate', level, reason: '试验' },
        /只能向上升级/,
      )
    }
  })

  test('only 重大, with a deadline from today on, and not twice', async () => {
    const general = await records.inState('rectifying')
    await expectRefused(api, general, supervise(), /只有重大事故隐患/)
    const major = await records.majorInState('rectifying')
    await expectRefused(api, major, supervise({ deadline: records.day(-1) }), /早于今天/)
    const supervised = await records.act(major, supervise())
    expect(supervised.supervision).toMatchObject({
      level: 'street',
      documentNumber: '试验督〔2026〕3号',
      deadline: records.day(10),
      endedAt: null,
    })
    await expectRefused(api, supervised, supervise(), /已由街道挂牌督办/)
    const raised = await records.act(supervised, supervise({ level: 'district' }))
    expect(raised.supervision?.level).toBe('district')
    await expectRefused(api, raised, supervise(), /已由区级挂牌督办/)
  })

  test('no close-out before the supervision has ended, and no way round it', async () => {
    const district = await records.act(await records.majorInState('pendingClosure'), {
      action: 'escalate',
      level: 'district',
      reason: '试验',
    })
    const record = await records.act(district, supervise())
    await expectRefused(api, record, { action: 'close' }, /挂牌督办尚未核销/)
    await expectRefused(
      api,
      record,
      { action: 'reassess', severity: 'general', basis: '试验' },
      /不能改定为一般/,
    )
    const ended = await records.act(record, { action: 'endSupervision' })
    expect(ended.supervision?.endedAt).not.toBeNull()
    await expectRefused(api, ended, { action: 'endSupervision' }, /无须核销/)
    expect((await records.act(ended, { action: 'close' })).state).toBe('closed')
  })
})

describe('合并', () => {
  const merge = ({ code }: { code: string }) => ({ action: 'merge', into: code, reason: '同一处' })

  test('into itself, into nothing, into what is gone', async () => {
    const record = await records.register()
    await expectRefused(api, record, merge(record), /不能并入自身/)
    await expectRefused(api, record, merge({ code: 'HD-NONE' }), /没有编号为 HD-NONE/)
    for (const state of ['merged', 'closed', 'dismissed'] as const) {
      await expectRefused(api, record, merge(await records.inState(state)), /只能并入未销号/)
    }
  })

  test('into one of another park', async () => {
    const { features } = await api.get('listParks', '/api/parks')
    const other = features[1]?.properties.code
    const record = await records.register()
    await expectRefused(api, record, merge(await records.register({ parkCode: other })), /另一园区/)
  })

  test('what is graver, suspected or overdue into what is not', async () => {
    const general = await records.inState('rectifying')
    await expectRefused(
      api,
      await records.majorInState('rectifying'),
      merge(general),
      /重大事故隐患不能并入一般/,
    )
    await expectRefused(
      api,
      await records.register({ suspectedMajor: true }),
      merge(general),
      /疑似重大事故隐患,尚未核定/,
    )
    await expectRefused(
      api,
      await records.register({ foundOn: records.day(-20), deadline: records.day(-1) }),
      merge(general),
      /已逾期/,
    )
    const supervised = await records.act(await records.majorInState('rectifying'), supervise())
    await expectRefused(
      api,
      supervised,
      merge(await records.majorInState('rectifying')),
      /挂牌督办中,不能合并/,
    )
  })

  test('what was assessed into what may still be dismissed', async () => {
    const assessed = await records.inState('rectifying')
    for (const state of ['pendingAssessment', 'returnedToRegistrant'] as const) {
      await expectRefused(api, assessed, merge(await records.inState(state)), /尚未核定/)
    }
  })

  test('what stands for others is not dismissed, and not assigned until a later day', async () => {
    const stays = await records.register()
    const goes = await records.act(await records.register(), {
      action: 'merge',
      into: stays.code,
      reason: '同一处',
    })
    await expectRefused(
      api,
      await api.get('getHiddenDanger', addressOf(stays)),
      { action: 'dismiss', reason: '误报' },
      new RegExp(`${goes.code} 已并入本条,不能不予认定`),
    )
    const assessed = await records.act(stays, { action: 'assess', severity: 'general' })
    const later = { ...records.assign, deadline: records.day(9) }
    await expectRefused(api, assessed, later, /只能提前/)
    const earlier = { ...records.assign, deadline: records.day(5) }
    expect(await records.act(assessed, earlier)).toMatchObject({ deadline: records.day(5) })
  })

  test('the one that stays tells of the departments that found it too', async () => {
    const stays = await records.register()
    const goes = await records.register({ department: '试验消防救援站' })
    const merged = await records.act(goes, {
      action: 'merge',
      into: stays.code,
      reason: '同一处',
    })
    expect(merged).toMatchObject({ state: 'merged', mergedInto: stays.code, actions: [] })
    const { merged: parts } = await api.get('getHiddenDanger', addressOf(stays))
    expect(parts).toEqual([{ code: goes.code, registeredDepartment: '试验消防救援站' }])
  })
})

describe('登记', () => {
  test.each([
    [{ deadline: -3 }, /早于发现日/],
    [{ foundOn: 1, deadline: 2 }, /晚于今天/],
  ])('%j', async (offsets, sentence) => {
    const days = Object.entries(offsets).map(([key, offset]) => [key, records.day(offset)])
    const body = records.creation(Object.fromEntries(days) as Record<string, unknown>)
    const problem = await api.problem('/api/hidden-dangers', {
      method: 'POST',
      headers: { 'Accept-Language': 'zh' },
      body,
    })
    expect(problem.status).toBe(422)
    expect(problem.detail).toMatch(sentence)
  })

  test.each([
    [{ parkCode: 'NO-PARK' }, 'parkCode'],
    [{ enterpriseCode: 'NO-ENTERPRISE' }, 'enterpriseCode'],
    [{ riskPointCode: 'NO-POINT' }, 'riskPointCode'],
    [{ clauseNumber: 999 }, 'clauseNumber'],
  ])('%j names nothing', async (fields, parameter) => {
    const body = records.creation(fields)
    const problem = await api.refusal('registerHiddenDanger', '/api/hidden-dangers', { body })
    expect(problem.status).toBe(422)
    expect(problem.parameters?.map((each) => each.parameter)).toEqual([parameter])
  })

  test('what the clause or the words suggest is kept for whoever assesses it', async () => {
    const byClause = await records.register({ clauseNumber: 9 })
    const byWords = await records.register({ description: '砂光车间除尘管道内粉尘堆积' })
    const plain = await records.register({ description: '灭火器压力不足' })
    expect([byClause, byWords, plain].map(({ suspectedMajor }) => suspectedMajor)).toEqual([
      true,
      true,
      false,
    ])
    // Suspected, not decided.
    expect(byClause.severity).toBe('general')
  })
})
