import { expect, it } from 'vitest'
import { searchKey } from '../../../server/searchKey.ts'

it.each([
  ['坂田街道', '440307005', '坂田街道 bantianjiedao btjd 440307005'],
  ['LNG储罐2号', 'DEMO-R-00001', 'lng储罐2号 lngchuguan2hao lngcg2h demo-r-00001'],
  ['绿色', 'A', '绿色 lvse ls a'],
])('makes %s findable by name, pinyin, initials and code', (name, code, key) => {
  expect(searchKey(name, code)).toBe(key)
})
