import { expect, test } from 'vitest'
import { flatten, MESSAGES } from './messages.ts'

const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test.each(MESSAGES)('both languages of $part have the same keys and placeholders', (messages) => {
  const chinese = flatten(messages.zhCN)
  const english = new Map(flatten(messages.en))
  expect([...english.keys()].sort()).toEqual(chinese.map(([key]) => key).sort())
  for (const [key, text] of chinese) {
    expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text))
  }
})

test.each(MESSAGES)('重大 never stands alone in $part: it always says of what', ({ zhCN }) => {
  for (const [key, text] of flatten(zhCN)) {
    const alone = text
      .replace(/重大(风险点|事故隐患|危险源|事故)/g, '')
      // In a sentence about risk points the levels are enumerated: "(重大25、较大499)".
      .replace(/风险点\{n\}个\(重大\{major\}/g, '')
      .replace(/V = 重大×2/g, '')
    expect(alone, key).not.toContain('重大')
  }
})

test.each(MESSAGES)('$part is short and official, without exclamation marks', ({ zhCN, en }) => {
  for (const [key, text] of [...flatten(zhCN), ...flatten(en)])
    expect(text, key).not.toMatch(/[!!亲]/)
})

test('no part takes the words of another', () => {
  const tops = MESSAGES.flatMap(({ zhCN }) => Object.keys(zhCN))
  expect(new Set(tops).size).toBe(tops.length)
})
