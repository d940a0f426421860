import { afterEach, beforeAll, expect, test } from 'vitest'
import GradingWorking from '../../../client/components/grading/GradingWorking.vue'
import { loadMessages } from '../../../client/i18n.ts'
import { mountWith } from '../mountWith.ts'

beforeAll(() => loadMessages('grading'))
afterEach(() => document.body.replaceChildren())

const LEC = {
  method: 'LEC',
  version: 'LEC-2026.1',
  inputs: { l: 3, e: 6, c: 15 },
  score: 270,
  gradedLevel: 'larger',
  level: 'larger',
  levelOverride: null,
} as const
const textOf = (props: Parameters<typeof mountWorking>[0]) =>
  mountWorking(props).text().replace(/\s+/g, ' ')
const mountWorking = (props: Record<string, unknown>) =>
  mountWith(GradingWorking, { props: props as never }).wrapper

test('the rows in words, the product, the band and the level', () => {
  const text = textOf(LEC)
  expect(text).toContain('L3 可能,但不经常')
  expect(text).toContain('E6 每天工作时间内暴露')
  expect(text).toContain('C15 非常严重,一人死亡')
  expect(text).toContain('D = L × E × C = 3 × 6 × 15 = 270')
  expect(text).toContain('160 ≤ D ≤ 320 → 较大风险点')
  expect(text).not.toContain('理由')
})

test('the bands are those that the version names, not those of today', () => {
  const text = textOf({
    ...LEC,
    version: 'LEC-2026.1(>250,>=160,>=70)',
    gradedLevel: 'major',
    level: 'major',
  })
  expect(text).toContain('D > 250 → 重大风险点')
  expect(textOf({ ...LEC, version: 'LEC-1999.4' })).not.toContain('≤')
})

test('the risk matrix in its own letters', () => {
  const text = textOf({
    ...LEC,
    method: 'LS',
    version: 'LS-2026.1',
    inputs: { likelihood: 4, severity: 4 },
    score: 16,
  })
  expect(text).toContain('S4 一人死亡或多人重伤')
  expect(text).toContain('R = L × S = 4 × 4 = 16')
  expect(text).toContain('15 ≤ R < 20 → 较大风险点')
})

test('an override stands with its reason beside what the inputs give', () => {
  const levelOverride = { level: 'major', reason: '周边有学校' } as const
  const wrapper = mountWorking({ ...LEC, level: 'major', levelOverride })
  expect(wrapper.get('.level').text()).toBe('重大风险点')
  expect(wrapper.get('.band').text()).toContain('较大风险点')
  expect(wrapper.get('.override').text()).toBe('人工定为重大风险点,理由: 周边有学校')
})
