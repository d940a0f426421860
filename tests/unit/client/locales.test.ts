import { expect, test } from 'vitest'
import { en } from '../../../client/locales/en.ts'
import { zhCN } from '../../../client/locales/zhCN.ts'

type Tree = { [key: string]: string | Tree }

function flatten(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[path + key, value] as [string, string]]
      : flatten(value, `${path}${key}.`),
  )
}
const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test('both languages have the same keys with the same placeholders', () => {
  const chinese = flatten(zhCN)
  const english = new Map(flatten(en))
  expect([...english.keys()]).toEqual(chinese.map(([key]) => key))
  for (const [key, text] of chinese) {
    expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text))
  }
})

test('重大 never stands alone: it always says of what', () => {
  for (const [key, text] of flatten(zhCN)) {
    const alone = text
      .replace(/重大(风险点|事故隐患|危险源|事故)/g, '')
      // In a sentence about risk points the levels are enumerated: "(重大25、较大499)".
      .replace(/风险点\{n\}个\(重大\{major\}/g, '')
      .replace(/V = 重大×2/g, '')
    expect(alone, key).not.toContain('重大')
  }
})

test('short, official, without exclamation marks', () => {
  for (const [key, text] of [...flatten(zhCN), ...flatten(en)])
    expect(text, key).not.toMatch(/[!!亲]/)
})
