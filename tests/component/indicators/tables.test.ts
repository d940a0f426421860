import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import DecisionsCard from '../../../client/components/decisions/DecisionsCard.vue'
import IndicatorTable from '../../../client/components/indicators/IndicatorTable.vue'
import StreetTable from '../../../client/components/indicators/StreetTable.vue'
import { READS } from '../quality/answers.ts'
import { fakeServer } from '../quality/fakeServer.ts'
import { answerOf, decision, indicator, itemsWith, street } from './answers.ts'
import { mountIndicators } from './mountIndicators.ts'

let server: ReturnType<typeof fakeServer>
beforeEach(() => {
  server = fakeServer({ ...READS })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

const CORRECTED = indicator('onTimeRate', {
  ...{ value: 82, numerator: 41, denominator: 50 },
  corrections: [
    {
      ...{ oldValue: 82, newValue: 86, reason: '补录两处销号', by: '演示统计员A03' },
      at: '2026-11-05T10:00:00+08:00',
    },
  ],
})
const FROZEN = { by: '演示统计员A03', at: '2026-11-02T10:00:00+08:00' }

test('a corrected number is the one that is shown, marked, with who, why and what it was', async () => {
  const answer = answerOf({ period: '2026-10', frozen: FROZEN, items: itemsWith(CORRECTED) })
  const { wrapper } = await mountIndicators(IndicatorTable, { answer, period: '2026-10' })
  const row = wrapper.get('[data-indicator="onTimeRate"]')
  expect(row.get('b').text()).toBe('86')
  expect(row.get('.number').text()).toContain('更正')
  expect(row.get('.number').text()).not.toContain('41/50')
  expect(row.text()).toContain('82 改为 86。补录两处销号')
})

test('an indicator names its unit, period, formula and sources in words', async () => {
  const answer = answerOf({
    items: itemsWith(indicator('accidents', { value: null, gap: 'notConnected' })),
  })
  const { wrapper } = await mountIndicators(IndicatorTable, { answer, period: 'now' })
  expect(wrapper.get('[data-indicator="accidents"] b').text()).toBe('未接入')
  const text = wrapper.get('[data-indicator="checkPlanRate"]').text()
  for (const said of ['%', '本月', '建议值', '应检企业', '检查计划、检查记录']) {
    expect(text).toContain(said)
  }
  expect(wrapper.text()).not.toMatch(/[a-z]_[a-z]/)
})

test('a street with a corrected number stands where the correction puts it', async () => {
  const rate = (value: number) => indicator('onTimeRate', { value, denominator: 50 })
  const children = [
    street('440307017', '横岗街道', CORRECTED),
    street('440307006', '坪地街道', rate(84)),
  ]
  const { wrapper } = await mountIndicators(StreetTable, {
    answer: answerOf({ period: '2026-10', frozen: FROZEN, children }),
    indicator: 'onTimeRate',
  })
  const rows = wrapper.findAll('tbody tr')
  expect(rows.map((row) => row.attributes('data-code'))).toEqual(['440307006', '440307017'])
  expect(rows[1]?.text()).toContain('86')
  expect(rows[1]?.text()).toContain('更正')
})

test('a decision stands above its reply, and one whose reply is late says by how many days', async () => {
  server.answer('GET /api/decisions', {
    items: [
      decision({ id: 3, kind: 'urging', text: '请尽快回告', toUnit: '坂田街道' }),
      decision({ id: 1, overdue: false, replies: 1, dueOn: null }),
      decision({ id: 2, kind: 'reply', text: '已整改完毕', answers: 1, toUnit: null, dueOn: null }),
    ],
    asOf: '2026-11-23T09:00:00+08:00',
  })
  const { wrapper } = await mountIndicators(DecisionsCard, { entity: 'park', code: 'DEMO-P-001' })
  const shown = wrapper.findAll('.decision-item')
  expect(shown.map((item) => item.attributes('data-decision'))).toEqual(['3', '1', '2'])
  expect(shown[0]?.text()).toContain('回告已逾期 3 天')
  expect(shown[1]?.text()).toContain('已回告')
})
