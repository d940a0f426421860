import { expect, test } from 'vitest'
import {
  HIDDEN_DANGER_ACTION_ORDER,
  type HiddenDangerAction,
} from '../../../../data/domain/hiddenDangerActions.ts'
import { hiddenDangerEventSchema } from '../../../../data/contract/hiddenDangerBodies.ts'
import {
  isStep,
  STEP_FIELDS,
  type Step,
} from '../../../../client/components/hiddenDangers/actionFields.ts'
import {
  bodyOf,
  higherLevels,
  initialValues,
  problemsOf,
} from '../../../../client/components/hiddenDangers/stepForm.ts'
import { DETAIL } from '../../../component/hiddenDangers/answers.ts'

const steps = HIDDEN_DANGER_ACTION_ORDER.filter(isStep)
const MAJOR = { ...DETAIL, severity: 'major' as const }

test.each(steps)('the form of %s asks for exactly what its body has', (step) => {
  const option = hiddenDangerEventSchema.def.options.find(
    (each) => each.def.shape.action.def.values[0] === step,
  )
  const names = Object.keys(option!.def.shape).filter((name) => name !== 'action')
  expect(STEP_FIELDS[step].map(({ name }) => name).sort()).toEqual(names.sort())
})

/** A value that every field of its kind takes. */
const FILLED: Readonly<Record<string, string>> = {
  severity: 'general',
  category: 'fire',
  clauseNumber: '16',
  deadline: '2026-12-20',
  rectifiedOn: '2026-11-22',
  fundsYuan: '5000',
  level: 'district',
  into: 'DEMO-H-00002',
}
const filled = (step: Step) => {
  const names = Object.keys(initialValues(step, MAJOR, null))
  return Object.fromEntries(names.map((name) => [name, FILLED[name] ?? '写明']))
}

test.each(steps)('%s, filled in, has no problem and a body that the contract takes', (step) => {
  const values = filled(step)
  expect([...problemsOf(step, values, MAJOR)]).toEqual([])
  expect(hiddenDangerEventSchema.safeParse(bodyOf(step, values, MAJOR)).success).toBe(true)
})

test.each(steps)('%s, empty, names what it needs and nothing else', (step) => {
  const empty = Object.fromEntries(Object.keys(filled(step)).map((name) => [name, '']))
  const isNeeded = ({ required }: { required: boolean | 'major' }) => required !== false
  const needed = STEP_FIELDS[step].filter(isNeeded).map(({ name }) => name)
  const named = [...problemsOf(step, empty, MAJOR).keys()].map((name) => name.split('.')[0])
  expect([...new Set(named)]).toEqual(needed)
})

test('a general hidden danger has neither 五落实 nor the plan in its form or body', () => {
  const values = { ...filled('assign'), 'fiveRequirements.funds': '五万元' }
  expect(Object.keys(initialValues('assign', DETAIL, null)).join()).not.toContain(
    'fiveRequirements',
  )
  expect(bodyOf('assign', values, DETAIL)).not.toHaveProperty('fiveRequirements')
})

test('an entry that is taken away is sent as none, an empty note not at all', () => {
  const values = { ...initialValues('resubmit', DETAIL, null), clauseNumber: '' }
  expect(bodyOf('resubmit', values, DETAIL)).toEqual({
    action: 'resubmit',
    location: '二楼通道',
    description: '疏散通道堆货',
    category: 'fire',
    clauseNumber: null,
  })
})

test('days: not rectified before it was found or after today, no deadline in the past', () => {
  const of = (step: Step, part: Record<string, string>) =>
    problemsOf(step, { ...filled(step), ...part }, MAJOR)
  expect(of('submitRectification', { rectifiedOn: '2026-11-19' }).get('rectifiedOn')).toEqual({
    key: 'beforeFound',
    day: '2026-11-20',
  })
  expect(of('submitRectification', { rectifiedOn: '2026-11-24' }).get('rectifiedOn')?.key).toBe(
    'afterToday',
  )
  expect(of('assign', { deadline: '2026-11-22' }).get('deadline')?.key).toBe('beforeToday')
  expect(of('assign', { deadline: '2026-11-23' }).has('deadline')).toBe(false)
  expect(of('supervise', { deadline: '2026-11-22' }).get('deadline')?.key).toBe('beforeToday')
})

test('an overdue one can be assigned as its form opens; only another day is asked to lie ahead', () => {
  const overdue = { ...DETAIL, deadline: '2026-11-10' }
  const values = initialValues('assign', overdue, null)
  expect(values.deadline).toBe('2026-11-10')
  expect([...problemsOf('assign', values, overdue)]).toEqual([])
  expect(bodyOf('assign', values, overdue)).toMatchObject({ deadline: '2026-11-10' })
  const moved = { ...values, deadline: '2026-11-11' }
  expect(problemsOf('assign', moved, overdue).get('deadline')?.key).toBe('beforeToday')
})

test('an extension is later than the deadline as extended before', () => {
  const extended = { ...DETAIL, extendedDeadline: '2026-12-01' }
  const values = { deadline: '2026-12-01', reason: '设备到货晚' }
  expect(problemsOf('requestExtension', values, extended).get('deadline')).toEqual({
    key: 'notLater',
    day: '2026-12-01',
  })
})

test('a level is only raised', () => {
  expect(higherLevels('community')).toEqual(['street', 'district'])
  expect(higherLevels('district')).toEqual([])
})

test('what makes the record, and the handover of a person, are no steps of it', () => {
  const apart: HiddenDangerAction[] = ['register', 'registerOnTheSpot', 'handOver']
  expect(apart.some(isStep)).toBe(false)
})
