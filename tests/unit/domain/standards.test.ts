import { expect, test } from 'vitest'
import { addDays, dayNumber } from '#data/domain/clock'
import { CLAUSE_SUGGESTIONS, CLAUSES } from '#data/domain/clauses'
import { citation, editionOn, STANDARDS, type StandardKey } from '#data/domain/standards'

const KEYS = Object.keys(STANDARDS) as StandardKey[]

test('editions follow one another without overlap, the last one open', () => {
  for (const key of KEYS) {
    const { editions } = STANDARDS[key]
    editions.forEach(({ effectiveFrom, effectiveUntil }, index) => {
      const next = editions[index + 1]
      if (!next) return expect(effectiveUntil, key).toBeNull()
      expect(effectiveUntil, key).not.toBeNull()
      expect(dayNumber(effectiveUntil!)).toBeGreaterThan(dayNumber(effectiveFrom))
      expect(dayNumber(next.effectiveFrom)).toBeGreaterThan(dayNumber(effectiveUntil!))
    })
  }
})

test.each<[StandardKey, string, string | null]>([
  ['accidentClassification', '2026-06-30', 'GB 6441-1986'],
  ['accidentClassification', '2026-07-01', 'GB 6441-2025'],
  ['majorHazardSources', '2019-02-28', 'GB 18218-2009'],
  ['majorHazardSources', '2019-03-01', 'GB 18218-2018'],
  ['hazardousChemicals', '2026-04-30', '危险化学品安全管理条例(国务院令第591号)'],
  ['hazardousChemicals', '2026-05-01', '危险化学品安全法'],
  ['safetySigns', '2026-03-01', 'GB 2894-2025'],
  ['majorFireHiddenDangers', '2025-11-01', 'GB 35181-2025'],
  ['tradeMajorHiddenDangers', '2023-05-15', '应急管理部令第10号'],
  ['tradeMajorHiddenDangers', '2023-05-14', null],
  ['workSafetyLaw', '2021-08-31', '安全生产法(2014年修正)'],
  ['workSafetyLaw', '2021-09-01', '安全生产法(2021年修正)'],
])('%s on %s is %s', (standard, day, edition) => {
  expect(editionOn(standard, day)?.edition ?? null).toBe(edition)
})

test('the day before the first edition there is none, the day itself there is one', () => {
  for (const key of KEYS) {
    const [first] = STANDARDS[key].editions
    expect(editionOn(key, addDays(first.effectiveFrom, -1)), key).toBeNull()
    expect(editionOn(key, first.effectiveFrom), key).toBe(first)
  }
})

test('a citation says which edition it means', () => {
  const reference = { standard: 'tradeMajorHiddenDangers', clause: '第11条(一)' } as const
  expect(citation(reference, '2026-11-23')).toBe('应急管理部令第10号(2023-05-15起施行)第11条(一)')
  expect(citation({ standard: 'workSafetyLaw', clause: '第41条' }, '2021-08-31')).toBe(
    '安全生产法(2014年修正)(2014-12-01起施行)第41条',
  )
  expect(citation({ standard: 'electricitySafety', clause: null }, '2026-11-23')).toBe(
    'GB/T 13869-2017(2018-07-01起施行)',
  )
})

test('before an edition was in force nothing can be cited', () => {
  const reference = { standard: 'tradeMajorHiddenDangers', clause: '第14条' } as const
  expect(() => citation(reference, '2023-05-14')).toThrow(/no edition of 应急管理部令第10号/)
  expect(() => citation(reference, '23 May')).toThrow(RangeError)
})

test('thirty clauses, numbered, fifteen of either kind, all citable today', () => {
  expect(CLAUSES.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
  for (const { number, text, suggests, references } of CLAUSES) {
    expect(suggests, text).toBe(number <= 15 ? 'majorHiddenDanger' : 'hiddenDanger')
    expect(Object.keys(CLAUSE_SUGGESTIONS)).toContain(suggests)
    for (const reference of references) {
      expect(citation(reference, '2026-11-23'), text).toMatch(/起施行\)(第\d+条.*)?$/)
    }
  }
})

test('no word stands for 重大 alone', () => {
  const words = [
    ...Object.values(CLAUSE_SUGGESTIONS).map(({ labels }) => labels['zh-CN']),
    ...CLAUSES.map(({ text }) => text),
  ]
  for (const word of words) {
    expect(word.replaceAll(/重大(事故隐患|危险源|风险点|火灾隐患|事故)/g, '')).not.toContain('重大')
  }
})
