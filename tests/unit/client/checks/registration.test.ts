import { afterEach, expect, test, vi } from 'vitest'
import { checkCreationSchema } from '../../../../data/contract/hiddenDangerBodies.ts'
import { idempotencyKey } from '../../../../client/api/idempotencyKey.ts'
import {
  addFinding,
  checkBody,
  chooseObject,
  EMPTY_DRAFT,
  findingProblems,
  newFinding,
} from '../../../../client/components/checks/checkDraft.ts'
import {
  readRegister,
  writeRegister,
} from '../../../../client/components/checks/registerAddress.ts'
import { codesOf } from '../../../../client/components/checks/useCheckRegistration.ts'

const TODAY = '2026-11-23'
const WHO = { kind: 'routine' as const, department: ' 街道应急办 ', inspector: '演示安全员A07' }
const OBJECT = { parkCode: 'DEMO-P-001', enterpriseCode: null, name: '某园区', context: '' }
const WORDS = { location: ' 二楼 ', description: '堆货', category: 'fire' as const }

afterEach(() => vi.unstubAllGlobals())

test('a new finding has an id of its own, even after one was removed, and a proposed deadline', () => {
  const first = addFinding(EMPTY_DRAFT, 'deadlineSet', TODAY)
  const second = addFinding(first.draft, 'suspectedMajor', TODAY)
  const without = { ...second.draft, findings: [first.finding] }
  const third = addFinding(without, 'rectifiedOnTheSpot', TODAY)
  const findings = [first, second, third].map(({ finding }) => finding)
  expect(findings.map(({ id }) => id)).toEqual([1, 2, 3])
  expect(findings.map(({ deadline }) => deadline)).toEqual(['2026-11-30', '2026-12-08', ''])
  expect(third.draft.findings.map(({ id }) => id)).toEqual([1, 3])
})

test('another object has other risk points; the same one chosen again keeps them', () => {
  const known = { riskPointCode: 'DEMO-R-0000001' }
  const draft = chooseObject(addFinding(EMPTY_DRAFT, 'deadlineSet', TODAY, known).draft, OBJECT)
  expect(draft.findings[0]!.riskPointCode).toBe('')
  const tied = { ...draft, findings: [{ ...draft.findings[0]!, ...known }] }
  const again = chooseObject(tied, { ...OBJECT, context: '别的说法' })
  expect(again.findings[0]!.riskPointCode).toBe('DEMO-R-0000001')
  const other = chooseObject(tied, { ...OBJECT, enterpriseCode: 'DEMO-E-00002' })
  expect(other.findings[0]!.riskPointCode).toBe('')
})

test('five things are asked for; on the spot there is no deadline', () => {
  const empty = { ...newFinding(1, 'deadlineSet', TODAY), deadline: '' }
  expect([...findingProblems([empty], TODAY).values()]).toEqual([
    'location',
    'description',
    'category',
    'deadline',
  ])
  const past = { ...empty, ...WORDS, deadline: '2026-11-22' }
  expect([...findingProblems([past], TODAY)]).toEqual([['1.deadline', 'deadlinePast']])
  expect(findingProblems([{ ...past, outcome: 'rectifiedOnTheSpot' }], TODAY).size).toBe(0)
})

test('the body is what the contract takes, trimmed, without what was left empty', () => {
  const finding = newFinding(1, 'rectifiedOnTheSpot', TODAY, WORDS)
  const body = checkBody({ object: OBJECT, remark: ' ', findings: [finding], lastId: 1 }, WHO)
  expect(body).toEqual({
    parkCode: 'DEMO-P-001',
    kind: 'routine',
    department: '街道应急办',
    inspector: '演示安全员A07',
    findings: [
      { outcome: 'rectifiedOnTheSpot', location: '二楼', description: '堆货', category: 'fire' },
    ],
  })
  expect(checkCreationSchema.safeParse(body).success).toBe(true)
})

test('photos find their hidden danger by its words, two alike each one', () => {
  const alike = [1, 2].map((id) => newFinding(id, 'deadlineSet', TODAY, WORDS))
  const registered = ['B', 'A'].map((code) => ({ code, location: '二楼', description: '堆货' }))
  expect([...codesOf(alike, registered)]).toEqual([
    [1, 'B'],
    [2, 'A'],
  ])
  expect(codesOf(alike, []).size).toBe(0)
})

test('a link names whom to visit, and nonsense names nobody', () => {
  const target = {
    parkCode: 'DEMO-P-001',
    enterpriseCode: null,
    riskPointCode: 'DEMO-R-0000001',
  }
  expect(writeRegister(target)).toBe('DEMO-P-001,,DEMO-R-0000001')
  expect(readRegister(writeRegister(target))).toEqual(target)
  expect(writeRegister({ parkCode: 'DEMO-P-001' })).toBe('DEMO-P-001')
  expect(readRegister('new')).toBeNull()
  expect(readRegister('<script>')).toBeNull()
})

test('without randomUUID, as over plain http, a key is still a UUID of version 4, and another each time', () => {
  const { getRandomValues } = crypto
  vi.stubGlobal('crypto', { getRandomValues: getRandomValues.bind(crypto) })
  const keys = [idempotencyKey(), idempotencyKey()]
  for (const key of keys) {
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  }
  expect(keys[0]).not.toBe(keys[1])
})
