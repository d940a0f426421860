import { describe, expect, test } from 'vitest'
import type { HiddenDangerEventBody } from '#data/contract/hiddenDangerBodies'
import type { HiddenDangerFacts } from '#data/domain/hiddenDangerFacts'
import { missingFor, offeredActions } from '#data/domain/hiddenDangerGuards'
import {
  FIVE_REQUIREMENT_ORDER,
  PLAN_ITEM_ORDER,
  type HandlingLevel,
} from '#data/domain/hiddenDangers'

const TODAY = '2026-11-23'
const facts = (fields: Partial<HiddenDangerFacts> = {}): HiddenDangerFacts => ({
  code: 'HD-1',
  parkCode: 'P-1',
  state: 'rectifying',
  severity: 'general',
  suspectedMajor: false,
  handlingLevel: 'community',
  foundOn: '2026-11-20',
  deadline: '2026-11-30',
  extendedDeadline: null,
  requestedDeadline: null,
  assignedBefore: false,
  responsibleUnit: '试验厂',
  responsiblePerson: '演示负责人A01',
  fiveRequirements: {},
  rectificationPlan: {},
  rectifiedOn: null,
  mergedFrom: [],
  supervision: null,
  ...fields,
})
const chinese = (
  body: HiddenDangerEventBody,
  fields: Partial<HiddenDangerFacts> = {},
  into?: HiddenDangerFacts | null,
) =>
  missingFor(body, facts(fields), { today: TODAY, into: into ?? null }).map((each) => each['zh-CN'])

const filled = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, '有']))

describe('派单 of a 重大事故隐患', () => {
  const major = { severity: 'major' } as const
  const five = filled(FIVE_REQUIREMENT_ORDER)
  const plan = filled(PLAN_ITEM_ORDER)

  test.each(FIVE_REQUIREMENT_ORDER)('names %s alone when it alone is missing', (key) => {
    const fiveRequirements = { ...five, [key]: undefined }
    const missing = chinese({ action: 'assign', fiveRequirements, rectificationPlan: plan }, major)
    expect(missing).toHaveLength(1)
    expect(missing[0]).toMatch(/五落实,尚缺:[^、]+。$/)
  })

  test.each(PLAN_ITEM_ORDER)('names %s alone when it alone is missing', (key) => {
    const rectificationPlan = { ...plan, [key]: undefined }
    const missing = chinese({ action: 'assign', fiveRequirements: five, rectificationPlan }, major)
    expect(missing).toHaveLength(1)
    expect(missing[0]).toMatch(/治理方案六项,尚缺:[^、]+。$/)
  })

  test('what is on record already need not be said again', () => {
    const onRecord = { ...major, fiveRequirements: five, rectificationPlan: plan }
    expect(chinese({ action: 'assign' }, onRecord)).toEqual([])
  })

  test('a 一般 one needs none of it', () => {
    expect(chinese({ action: 'assign' })).toEqual([])
    expect(chinese({ action: 'assign' }, { responsiblePerson: null })).toEqual([])
  })
})

describe('days at their edges', () => {
  test('an assignment until today is possible, until yesterday not', () => {
    expect(chinese({ action: 'assign', deadline: TODAY })).toEqual([])
    expect(chinese({ action: 'assign', deadline: '2026-11-22' })).toHaveLength(1)
  })

  test('the deadline as it stands may be named again, also once it has passed', () => {
    const passed = { deadline: '2026-11-21' }
    expect(chinese({ action: 'assign', deadline: '2026-11-21' }, passed)).toEqual([])
    expect(chinese({ action: 'assign', deadline: '2026-12-21' }, passed)).toHaveLength(1)
    expect(
      chinese({ action: 'assign', deadline: '2026-12-21' }, { assignedBefore: true }),
    ).toHaveLength(1)
  })

  test('rectified on the day of discovery and today, not beyond', () => {
    const on = (rectifiedOn: string) =>
      chinese({ action: 'submitRectification', rectifiedOn, result: '已改' })
    expect([on('2026-11-20'), on(TODAY)]).toEqual([[], []])
    expect([on('2026-11-19'), on('2026-11-24')].map(({ length }) => length)).toEqual([1, 1])
  })

  test('an extension is measured by the deadline as extended', () => {
    const ask = (deadline: string) =>
      ({ action: 'requestExtension', deadline, reason: '试' }) as const
    const extended = { extendedDeadline: '2026-12-10' }
    expect(chinese(ask('2026-12-10'), extended)).toHaveLength(1)
    expect(chinese(ask('2026-12-11'), extended)).toEqual([])
    expect(chinese(ask('2026-12-01'))).toEqual([])
    expect(chinese(ask('2026-11-30'))).toHaveLength(1)
  })

  test('a supervision until today is possible', () => {
    const until = (deadline: string) =>
      chinese(
        { action: 'supervise', level: 'street', documentNumber: '1', deadline },
        { severity: 'major' },
      )
    expect(until(TODAY)).toEqual([])
    expect(until('2026-11-22')).toHaveLength(1)
  })
})

test('what is assessed anew changes, and only the district lowers it', () => {
  const to = (severity: 'major' | 'general') =>
    ({ action: 'reassess', severity, basis: '试' }) as const
  expect(chinese(to('major'), { severity: 'major' })[0]).toMatch(/等级没有改变/)
  expect(chinese(to('major'), { severity: 'general' })).toEqual([])
  const lowered = (handlingLevel: HandlingLevel) =>
    chinese(to('general'), { severity: 'major', handlingLevel })
  expect(lowered('street')[0]).toMatch(/须由区级办理/)
  expect(lowered('district')).toEqual([])
})

test('what a record rules out is not offered', () => {
  const facts = { state: 'pendingClosure', severity: 'general', supervision: null } as const
  const street = offeredActions({ ...facts, handlingLevel: 'street' })
  expect(street).toEqual(['close', 'reassess', 'escalate', 'control'])
  const district = offeredActions({ ...facts, severity: 'major', handlingLevel: 'district' })
  expect(district).toEqual(['close', 'reassess', 'supervise', 'control'])
})

test('a supervision that has ended bars nothing', () => {
  const ended = { level: 'street', endedAt: '2026-11-22T09:00:00+08:00' } as const
  const supervision = { ...ended, endedAt: null }
  const rectifiedOn = '2026-11-22'
  expect(chinese({ action: 'close' }, { rectifiedOn, supervision: ended })).toEqual([])
  expect(chinese({ action: 'close' }, { rectifiedOn, supervision })).toHaveLength(1)
  const body = { action: 'reassess', severity: 'general', basis: '试' } as const
  const major = { severity: 'major', handlingLevel: 'district' } as const
  expect(chinese(body, { ...major, supervision: ended })).toEqual([])
  expect(chinese(body, { ...major, supervision })).toHaveLength(1)
  expect(chinese({ action: 'endSupervision' }, { supervision: ended })).toHaveLength(1)
})

test('every sentence is there in both languages, ends, and calls nothing 重大 alone', () => {
  const bodies: HiddenDangerEventBody[] = [
    { action: 'assess', severity: 'major' },
    { action: 'resubmit' },
    { action: 'assign', deadline: '2026-11-01' },
    { action: 'submitRectification', rectifiedOn: '2026-01-01', result: '试' },
    { action: 'passReview', reviewer: '试', result: '试' },
    { action: 'close' },
    { action: 'requestExtension', deadline: '2026-01-01', reason: '试' },
    { action: 'escalate', level: 'community', reason: '试' },
    { action: 'supervise', level: 'street', documentNumber: '1', deadline: '2026-01-01' },
    { action: 'endSupervision' },
    { action: 'merge', into: 'HD-1', reason: '试' },
    { action: 'merge', into: 'HD-9', reason: '试' },
  ]
  for (const body of bodies) {
    const missing = missingFor(body, facts(), { today: TODAY, into: null })
    expect(missing.length, body.action).toBeGreaterThan(0)
    for (const { 'zh-CN': zh, en } of missing) {
      expect(zh).toMatch(/。$/)
      expect(en).toMatch(/\.$/)
      expect(zh).not.toMatch(/重大(?!事故隐患|风险点|危险源|事故)/)
      expect(zh + en).not.toMatch(/[!!]/)
    }
  }
})

describe('合并', () => {
  const body = { action: 'merge', into: 'HD-2', reason: '试' } as const
  const into = (fields: Partial<HiddenDangerFacts> = {}) => facts({ code: 'HD-2', ...fields })
  const unassessed = { state: 'pendingAssessment' } as const
  const suspected = { ...unassessed, suspectedMajor: true }

  test.each<[string, Partial<HiddenDangerFacts>, Partial<HiddenDangerFacts>, RegExp | null]>([
    ['its like', {}, {}, null],
    ['as grave', { severity: 'major' }, { severity: 'major' }, null],
    ['less grave', { severity: 'major' }, {}, /重大事故隐患不能并入一般/],
    ['graver', {}, { severity: 'major' }, null],
    ['due on the same day', { deadline: '2026-12-01' }, { deadline: '2026-12-01' }, null],
    ['due a day later', {}, { deadline: '2026-12-01' }, /晚于本条的期限 2026-11-30/],
    ['due a day earlier', {}, { deadline: '2026-11-29' }, null],
    ['later in time from overdue', { deadline: '2026-11-22' }, {}, /本条已逾期/],
    ['later but overdue too', { deadline: '2026-11-20' }, { deadline: '2026-11-22' }, /已逾期/],
    ['extended beyond', {}, { extendedDeadline: '2026-12-20' }, null],
    ['of a lower level', { handlingLevel: 'street' }, {}, /由街道负责.*请先升级 HD-2/],
    ['of a higher level', {}, { handlingLevel: 'district' }, null],
    ['not assessed from assessed', {}, unassessed, /尚未核定/],
    ['returned from assessed', {}, { state: 'returnedToRegistrant' }, /尚未核定/],
    ['not assessed from not assessed', unassessed, unassessed, null],
    ['assessed from not assessed', unassessed, {}, null],
    ['suspected from suspected', suspected, suspected, null],
    ['plain from suspected', suspected, unassessed, /疑似重大事故隐患,尚未核定/],
    [
      'once suspected, assessed as general',
      suspected,
      { suspectedMajor: true },
      /疑似重大事故隐患/,
    ],
    ['major from suspected', suspected, { severity: 'major' }, null],
  ])('into one that is %s', (_, fields, target, sentence) => {
    const missing = chinese(body, fields, into(target))
    if (sentence === null) return expect(missing).toEqual([])
    expect(missing).toHaveLength(1)
    expect(missing[0]).toMatch(sentence)
    expect(missing[0]).not.toMatch(/重大(?!事故隐患|风险点|危险源|事故)/)
  })
})

test('what stands for others is not dismissed, and due no later', () => {
  const mergedFrom = ['HD-7']
  const dismiss = { action: 'dismiss', reason: '试' } as const
  const waiting = { state: 'pendingAssessment' } as const
  expect(chinese(dismiss, waiting)).toEqual([])
  expect(chinese(dismiss, { ...waiting, mergedFrom })).toEqual([
    'HD-7 已并入本条,不能不予认定。请先核定本条,再按流程办理。',
  ])
  const until = (deadline: string) => chinese({ action: 'assign', deadline }, { mergedFrom })
  expect(until('2026-11-29')).toEqual([])
  expect(until('2026-12-01')).toHaveLength(1)
})

test('what is completed names an entry of the library', () => {
  expect(chinese({ action: 'resubmit', clauseNumber: 9 })).toEqual([])
  expect(chinese({ action: 'resubmit', clauseNumber: null })).toEqual([])
  expect(chinese({ action: 'resubmit', clauseNumber: 99 })).toEqual([
    '条目库中没有第 99 条。请从条目库选择,或留空。',
  ])
})
