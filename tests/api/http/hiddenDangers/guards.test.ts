import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveWritable, type Writable } from '../serveWritable.ts'
import {
  expectRefused,
  FIVE,
  hiddenDangerRecords,
  PLAN,
  type HiddenDangerRecords,
} from './records.ts'

let api: Writable
let records: HiddenDangerRecords
beforeAll(async () => {
  api = await serveWritable()
  records = hiddenDangerRecords(api)
})
afterAll(() => api.close())

describe('核定、派单', () => {
  test('重大 needs a basis', async () => {
    const record = await records.register()
    await expectRefused(api, record, { action: 'assess', severity: 'major' }, /须写明依据/)
    const assessed = await records.act(record, {
      action: 'assess',
      severity: 'major',
      basis: '应急管理部令第10号第11条(十)',
    })
    expect(assessed).toMatchObject({
      severity: 'major',
      severityBasis: '应急管理部令第10号第11条(十)',
    })
  })

  test('重大 names which of the five and of the six are missing', async () => {
    const record = await records.majorInState('pendingAssignment')
    const unit = { action: 'assign', responsibleUnit: '试验厂', responsiblePerson: '演示负责人A01' }
    await expectRefused(
      api,
      record,
      unit,
      /五落实,尚缺:责任、措施、资金、时限、预案。/,
      /治理方案六项,尚缺:目标任务、方法措施、经费物资、机构责任人、时限要求、安全措施和预案。/,
    )
    await expectRefused(
      api,
      record,
      {
        ...unit,
        fiveRequirements: { ...FIVE, funds: undefined, contingencyPlan: undefined },
        rectificationPlan: { ...PLAN, organisation: undefined },
      },
      /尚缺:资金、预案。/,
      /尚缺:机构责任人。/,
    )
  })

  test('重大 needs a person, and every one a unit', async () => {
    const major = await records.majorInState('pendingAssignment')
    const five = { fiveRequirements: FIVE, rectificationPlan: PLAN, responsibleUnit: '试验厂' }
    const free = { ...major, responsiblePerson: null, responsibleUnit: null }
    await api.db.query(
      `UPDATE hidden_dangers SET responsible_unit = NULL, responsible_person = NULL
       WHERE code = $1`,
      [major.code],
    )
    await expectRefused(api, free, { action: 'assign', ...five }, /须写明责任人/)
    const general = await records.inState('pendingAssignment')
    await api.db.query('UPDATE hidden_dangers SET responsible_unit = NULL WHERE code = $1', [
      general.code,
    ])
    await expectRefused(
      api,
      { ...general, responsibleUnit: null },
      { action: 'assign' },
      /未写明责任单位/,
    )
  })

  test('a deadline before the discovery or before today', async () => {
    const record = await records.inState('pendingAssignment')
    const assign = (offset: number) => ({ ...records.assign, deadline: records.day(offset) })
    await expectRefused(api, record, assign(-3), /早于发现日/)
    await expectRefused(api, record, assign(-1), /早于今天/)
    expect(await records.act(record, assign(0))).toMatchObject({ deadline: records.day(0) })
  })

  test('an assignment is no way round the deadline of the statistics', async () => {
    const overdue = await records.inState('pendingAssignment', {
      foundOn: records.day(-20),
      deadline: records.day(-5),
    })
    expect(overdue.overdue).toBe(true)
    const later = { ...records.assign, deadline: records.day(9) }
    await expectRefused(api, overdue, later, /已逾期,原期限 .* 不再更改/)
    expect(await records.act(overdue, records.assign)).toMatchObject({ overdue: true })
    const raised = await records.act(await records.majorInState('rectifying'), {
      action: 'escalate',
      level: 'district',
      reason: '改定等级',
    })
    const again = await records.act(raised, {
      action: 'reassess',
      severity: 'general',
      basis: '现场复核',
    })
    await expectRefused(api, again, later, /已派过单,原期限 .* 不再更改/)
  })
})

describe('整改、复查、销号', () => {
  test('rectified neither before it was found nor tomorrow', async () => {
    const record = await records.inState('rectifying')
    const on = (offset: number) => ({ ...records.rectify, rectifiedOn: records.day(offset) })
    await expectRefused(api, record, on(-3), /早于发现日/)
    await expectRefused(api, record, on(1), /晚于今天/)
  })

  test('no re-check of what was not reported as rectified', async () => {
    const record = await records.inState('pendingReview')
    await api.db.query('UPDATE hidden_dangers SET rectified_on = NULL WHERE code = $1', [
      record.code,
    ])
    await expectRefused(api, { ...record, rectifiedOn: null }, records.pass, /尚未报整改完成/)
  })

  test('no close-out without a re-check: there is no such step', async () => {
    const record = await records.inState('pendingReview')
    const problem = await records.refuse(record, { action: 'close' })
    expect(problem).toMatchObject({ status: 409, detail: expect.stringContaining('To be closed') })
  })

  test('what failed its re-check is rectified anew', async () => {
    expect(await records.inState('returned')).toMatchObject({ rectifiedOn: null })
  })

  test('what was completed must be completed', async () => {
    const record = await records.inState('returnedToRegistrant')
    await expectRefused(api, record, { action: 'resubmit' }, /没有补充任何内容/)
    const resubmitted = await records.act(record, {
      action: 'resubmit',
      description: '配电箱缺盖,电线裸露',
      clauseNumber: 21,
    })
    expect(resubmitted).toMatchObject({ description: '配电箱缺盖,电线裸露', clauseNumber: 21 })
    const again = await records.act(resubmitted, { action: 'returnToRegistrant', reason: '试验' })
    await expectRefused(api, again, { action: 'resubmit', clauseNumber: 998 }, /没有第 998 条/)
    const { total } = await api.get(
      'listHiddenDangers',
      `/api/hidden-dangers?q=${encodeURIComponent('电线裸露')}&park=${api.park.code}`,
    )
    expect(total).toBeGreaterThan(0)
  })
})

test('words that were completed raise the suspicion, and none take it away', async () => {
  const record = await records.inState('returnedToRegistrant')
  expect(record.suspectedMajor).toBe(false)
  const suspected = await records.act(record, { action: 'resubmit', clauseNumber: 9 })
  expect(suspected.suspectedMajor).toBe(true)
  const again = await records.act(suspected, { action: 'returnToRegistrant', reason: '试验' })
  const body = { action: 'resubmit', clauseNumber: null, note: '条款有误' } as const
  expect((await records.act(again, body)).suspectedMajor).toBe(true)
})

describe('延期', () => {
  test('is to a later day, and leaves the deadline of the statistics', async () => {
    const record = await records.inState('rectifying')
    const ask = (offset: number) =>
      ({
        action: 'requestExtension',
        deadline: records.day(offset),
        reason: '备件未到',
      }) as const
    await expectRefused(api, record, ask(7), /不晚于现期限/)
    const asked = await records.act(record, ask(10))
    expect(asked).toMatchObject({
      state: 'extensionRequested',
      requestedDeadline: records.day(10),
      extendedDeadline: null,
    })
    const approved = await records.act(asked, { action: 'approveExtension' })
    expect(approved).toMatchObject({
      state: 'rectifying',
      deadline: record.deadline,
      extendedDeadline: records.day(10),
      requestedDeadline: null,
    })
    await expectRefused(api, approved, ask(10), /不晚于现期限/)
    const again = await records.act(approved, ask(12))
    const rejected = await records.act(again, { action: 'rejectExtension', reason: '不合理' })
    expect(rejected).toMatchObject({
      extendedDeadline: records.day(10),
      requestedDeadline: null,
    })
  })

  test('an extension that was approved does not take the mark 已逾期 away', async () => {
    const overdue = await records.inState('rectifying', {
      foundOn: records.day(-20),
      deadline: records.day(-5),
    })
    const ask = { action: 'requestExtension', deadline: records.day(-1), reason: '试验' } as const
    await expectRefused(api, overdue, ask, /早于今天/)
    const asked = await records.act(overdue, { ...ask, deadline: records.day(5) })
    expect(await records.act(asked, { action: 'approveExtension' })).toMatchObject({
      overdue: true,
    })
  })

  test('a request that is left by another way waits no longer', async () => {
    const asked = await records.inState('extensionRequested')
    const transferred = await records.act(asked, { action: 'transfer', reason: '拒不整改' })
    expect(transferred).toMatchObject({ state: 'transferred', requestedDeadline: null })
  })

  test('nobody approves a day that has passed', async () => {
    const asked = await records.inState('extensionRequested', {
      foundOn: records.day(-20),
      deadline: records.day(-5),
    })
    await api.db.query('UPDATE hidden_dangers SET requested_deadline = $2 WHERE code = $1', [
      asked.code,
      records.day(-1),
    ])
    const late = { ...asked, requestedDeadline: records.day(-1) }
    await expectRefused(api, late, { action: 'approveExtension' }, /已过/)
  })
})
