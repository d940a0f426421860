import { expect, test } from 'vitest'
import { containsPattern, textTokens } from '../../../../../server/features/search/textTokens.ts'

test('words are small letters, each once', () => {
  expect(textTokens('坂田')).toEqual(['坂田'])
  expect(textTokens(' BT  工业区\u3000bt ')).toEqual(['bt', '工业区'])
  expect(textTokens('ＢＴ')).toEqual(['bt'])
  expect(textTokens('1 2 3 4 5 6 7 8 9 10')).toHaveLength(8)
})

test('signs of LIKE mean themselves', () => {
  expect(containsPattern('100%')).toBe('%100\\%%')
  expect(containsPattern('a_b')).toBe('%a\\_b%')
  expect(containsPattern('a\\b')).toBe('%a\\\\b%')
  expect(containsPattern("o'b")).toBe("%o'b%")
})
