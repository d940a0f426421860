import { expect } from 'vitest'
import type { HiddenDangerEventInput } from '#data/contract/hiddenDangerBodies'
import type { HiddenDangerDetail } from '#data/contract/hiddenDangerResponses'
import { addDays } from '#data/domain/clock'
import { FIVE_REQUIREMENT_ORDER, PLAN_ITEM_ORDER } from '#data/domain/hiddenDangers'
import type { HiddenDangerState } from '#data/domain/hiddenDangers'
import type { Writable } from '../serveWritable.ts'

type Fields = Record<string, unknown>
const filled = (keys: readonly string[]): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [key, `试验${key}`]))
/** What a 重大事故隐患 needs before it is assigned. */
export const FIVE = filled(FIVE_REQUIREMENT_ORDER)
export const PLAN = filled(PLAN_ITEM_ORDER)

export const addressOf = ({ code }: { code: string }, action = ''): string =>
  `/api/hidden-dangers/${code}${action && `/${action}`}`

/** Refused with 422 and a sentence, and nothing has happened. */
export async function expectRefused(
  api: Writable,
  record: HiddenDangerDetail,
  body: Record<string, unknown>,
  ...sentences: RegExp[]
): Promise<void> {
  const problem = await api.problem(addressOf(record, 'events'), {
    method: 'POST',
    headers: { 'If-Match': `"${record.version}"`, 'Accept-Language': 'zh-CN' },
    body,
  })
  expect(problem.status, problem.detail).toBe(422)
  for (const sentence of sentences) expect(problem.detail).toMatch(sentence)
  expect(problem.parameters).toHaveLength(sentences.length)
  const asOf = expect.any(String) as string
  expect(await api.get('getHiddenDanger', addressOf(record))).toEqual({ ...record, asOf })
}
/** Real records, driven from state to state over HTTP. */
export function hiddenDangerRecords(api: Writable) {
  const day = (offset: number): string => addDays(api.today, offset)

  const creation = (fields: Fields = {}): Fields => ({
    parkCode: api.park.code,
    source: 'otherDepartment',
    department: '试验街道应急管理办',
    location: '一楼东侧',
    description: '配电箱缺盖',
    category: 'electrical',
    foundOn: day(-2),
    deadline: day(7),
    ...fields,
  })
  const register = (fields: Fields = {}): Promise<HiddenDangerDetail> =>
    api.send('registerHiddenDanger', '/api/hidden-dangers', { body: creation(fields) })

  const act = (
    { code, version }: { code: string; version: number },
    body: HiddenDangerEventInput,
  ): Promise<HiddenDangerDetail> =>
    api.send('actOnHiddenDanger', `/api/hidden-dangers/${code}/events`, { body, version })
  const refuse = ({ code, version }: { code: string; version: number }, body: unknown) =>
    api.refusal('actOnHiddenDanger', `/api/hidden-dangers/${code}/events`, { body, version })

  /** The steps that lead from registration to each state; `assign` and the like in their plainest form. */
  const assess = { action: 'assess', severity: 'general' } as const
  const assign = { action: 'assign', responsibleUnit: '试验五金厂' } as const
  const rectify = { action: 'submitRectification', rectifiedOn: day(-1), result: '已整改' } as const
  const pass = { action: 'passReview', reviewer: '演示安全员A02', result: '合格' } as const
  const why = { reason: '试验' } as const
  const paths: Record<Exclude<HiddenDangerState, 'merged'>, readonly HiddenDangerEventInput[]> = {
    pendingAssessment: [],
    returnedToRegistrant: [{ action: 'returnToRegistrant', ...why }],
    pendingAssignment: [assess],
    rectifying: [assess, assign],
    extensionRequested: [assess, assign, { action: 'requestExtension', deadline: day(20), ...why }],
    pendingReview: [assess, assign, rectify],
    returned: [
      assess,
      assign,
      rectify,
      { action: 'failReview', reviewer: '演示安全员A02', ...why },
    ],
    pendingClosure: [assess, assign, rectify, pass],
    transferred: [assess, assign, { action: 'transfer', ...why }],
    closed: [assess, assign, rectify, pass, { action: 'close' }],
    dismissed: [{ action: 'dismiss', ...why }],
  }

  const take = async (
    start: HiddenDangerDetail,
    steps: readonly HiddenDangerEventInput[],
  ): Promise<HiddenDangerDetail> => {
    let record = start
    for (const step of steps) record = await act(record, step)
    return record
  }
  /** A record of its own that stands in a state. */
  const inState = async (
    state: HiddenDangerState,
    fields: Fields = {},
  ): Promise<HiddenDangerDetail> => {
    if (state !== 'merged') return take(await register(fields), paths[state])
    const into = await register()
    return act(await register(fields), { action: 'merge', into: into.code, ...why })
  }
  /** A 重大事故隐患 that stands in a state of work. */
  const majorInState = async (
    state: 'pendingAssignment' | 'rectifying' | 'pendingReview' | 'pendingClosure',
    fields: Fields = {},
  ): Promise<HiddenDangerDetail> => {
    const steps = paths[state].map((step): HiddenDangerEventInput => {
      if (step.action === 'assess') {
        return { action: 'assess', severity: 'major', basis: '应急管理部令第10号第11条(十)' }
      }
      if (step.action !== 'assign') return step
      const five = { fiveRequirements: FIVE, rectificationPlan: PLAN }
      return { ...assign, responsiblePerson: '演示负责人A01', ...five }
    })
    return take(await register(fields), steps)
  }
  return { day, creation, register, act, refuse, inState, majorInState, why, assign, rectify, pass }
}
export type HiddenDangerRecords = ReturnType<typeof hiddenDangerRecords>
