import { expect, test } from 'vitest'
import {
  createDecisions,
  type UrgentDanger,
} from '../../../data/demo/indicators/createDecisions.ts'

const DAY = '2026-11-23'
const danger = (number: number): UrgentDanger => ({
  ...{ code: `DEMO-H-0000${number}`, areaCode: '440307017001', parkCode: `DEMO-P-00${number}` },
  ...{ parkName: '石坜五金工业园', streetName: '横岗街道', deadline: '2026-11-10' },
})
const STREET = { code: '440307017', name: '横岗街道' }
const decisions = createDecisions([1, 2, 3].map(danger), STREET, DAY)
const answered = new Set(decisions.map(({ answers }) => answers))
const open = decisions.filter(({ kind, number }) => kind !== 'reply' && !answered.has(number))

test('some wait for their reply, one is late, and others were replied to', () => {
  expect(open.filter(({ dueOn }) => dueOn !== null && dueOn < DAY)).toHaveLength(1)
  expect(open.filter(({ dueOn }) => dueOn !== null && dueOn >= DAY)).toHaveLength(2)
  expect(decisions.filter(({ kind }) => kind === 'reply')).toHaveLength(2)
  expect(new Set(decisions.map(({ kind }) => kind)).size).toBe(4)
})

test('a reply comes after what it answers and is about the same; nothing lies in the future', () => {
  for (const [index, decision] of decisions.entries()) {
    expect(decision.number).toBe(index + 1)
    expect(decision.at.slice(0, 10) < DAY).toBe(true)
    if (decision.kind !== 'reply') continue
    const asked = decisions.find(({ number }) => number === decision.answers)
    expect(asked && asked.at < decision.at).toBe(true)
    expect([asked?.entity, asked?.code]).toEqual([decision.entity, decision.code])
    expect([decision.toUnit, decision.dueOn]).toEqual([null, null])
  }
})

test('a district without an open major hidden danger has what concerns the street only', () => {
  expect(createDecisions([], STREET, DAY).map(({ entity }) => entity)).toEqual(['area'])
})
