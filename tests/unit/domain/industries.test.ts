import { expect, test } from 'vitest'
import { INDUSTRIES as TRADES } from '#data/demo/industries'
import {
  INDUSTRIES,
  INDUSTRY_SECTIONS,
  industryCodeSchema,
  industryOf,
} from '#data/domain/industries'

/** GB/T 4754-2017: first and last division of each section. */
const SPANS =
  'A01-05 B06-12 C13-43 D44-46 E47-50 F51-52 G53-60 H61-62 I63-65 J66-69 K70-70 L71-72 M73-75 ' +
  'N76-79 O80-82 P83-83 Q84-85 R86-90 S91-96 T97-97'

test('ninety-seven divisions in twenty sections, each where it belongs', () => {
  const codes = SPANS.split(' ').flatMap((span) => {
    const [first, last] = span.slice(1).split('-').map(Number) as [number, number]
    return Array.from(
      { length: last - first + 1 },
      (_, index) => span[0] + String(first + index).padStart(2, '0'),
    )
  })
  expect(codes).toHaveLength(97)
  expect(Object.keys(INDUSTRIES)).toEqual(codes)
  expect(Object.keys(INDUSTRY_SECTIONS).join('')).toBe('ABCDEFGHIJKLMNOPQRST')
  for (const [key, { code, name, english }] of Object.entries(INDUSTRIES)) {
    expect([code, name.trim(), english.trim()]).toEqual([key, name, english])
  }
  const names = Object.values(INDUSTRIES).map(({ name }) => name)
  expect(new Set(names).size).toBe(97)
})

test.each(['C33', 'C33 金属制品业', ' C33金属制品业 ', 'C3311 金属结构制造', 'C331'])(
  '%j is metal products',
  (text) => {
    expect(industryOf(text)).toBe(INDUSTRIES.C33)
  },
)

test.each(['', 'C', 'C12', 'A33', 'C99', '33', '金属制品业', 'C33 家具制造业', 'C33111', 'c33'])(
  '%j is no industry',
  (text) => {
    expect(industryOf(text)).toBeNull()
  },
)

test('codes parse as codes only', () => {
  expect(industryCodeSchema.safeParse('G59').success).toBe(true)
  expect(industryCodeSchema.safeParse('G59 装卸搬运和仓储业').success).toBe(false)
  expect(industryCodeSchema.safeParse('toString').success).toBe(false)
})

test('the demo writes its industries as the standard has them', () => {
  for (const { industry, word } of TRADES) {
    const found = industryOf(industry)
    expect(found && `${found.code} ${found.name}`, word).toBe(industry)
  }
})
