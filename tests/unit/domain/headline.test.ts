import { expect, test } from 'vitest'
import { headline, type HeadlineFacts } from '#data/domain/headline'

const FACTS: HeadlineFacts = {
  time: '11-23 09:00',
  name: '龙岗区',
  openMajor: 9,
  overdueMajor: 3,
  difference: 1,
  major: 25,
  larger: 499,
  overdue: 37,
  children: [
    { name: '平湖街道', overdue: 5 },
    { name: '坪地街道', overdue: 8 },
    { name: '横岗街道', overdue: 9 },
    { name: '布吉街道', overdue: 0 },
  ],
  accidents: null,
}
const say = (facts: Partial<HeadlineFacts> = {}) => headline({ ...FACTS, ...facts })['zh-CN']

test('the example of the page of words, to the letter', () => {
  expect(say()).toBe(
    '截至11-23 09:00,龙岗区重大事故隐患未销号9处,其中逾期3处,较上月末增1处;较大以上风险点524个(重大25、较大499);逾期未改隐患37处,横岗9处、坪地8处居前。',
  )
})

test.each([
  [{ overdueMajor: 0 }, '重大事故隐患未销号9处,无逾期,较上月末增1处'],
  [{ difference: -2 }, '较上月末减2处'],
  [{ difference: 0 }, '较上月末持平'],
  [{ difference: null }, '未销号9处,其中逾期3处;'],
  [{ children: FACTS.children.slice(0, 1) }, '逾期未改隐患37处。'],
  [{ accidents: { accidents: 1, deaths: 0 } }, '本月发生生产安全事故1起、死亡0人。截至'],
  [{ openMajor: 0, overdueMajor: 0, difference: 0 }, '重大事故隐患未销号0处,较上月末持平'],
])('%j is said as %s', (facts, words) => {
  expect(say(facts)).toContain(words)
})

test('nothing open and nothing overdue is said without a number', () => {
  expect(say({ openMajor: 0, overdueMajor: 0, overdue: 0 })).toBe(
    '截至11-23 09:00,龙岗区暂无未销号重大事故隐患,暂无逾期未改隐患。',
  )
})

test('it has at most 90 characters with larger numbers than the district has', () => {
  const large = { openMajor: 19, overdueMajor: 13, difference: 11, overdue: 137, larger: 999 }
  const children = [
    { name: '平湖街道', overdue: 55 },
    { name: '坪地街道', overdue: 38 },
  ]
  expect(say({ ...large, children }).length).toBeLessThanOrEqual(90)
  const accidents = { accidents: 2, deaths: 1 }
  const crowded = say({ ...large, children, accidents })
  expect(crowded.length).toBeLessThanOrEqual(90)
  expect(crowded).toContain('本月发生生产安全事故2起、死亡1人。')
})

test('it never says 重大 alone, and judges nothing', () => {
  expect(say()).not.toMatch(/形势平稳|总体可控|[!!]/)
})
