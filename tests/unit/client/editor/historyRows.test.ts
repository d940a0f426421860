import { expect, test } from 'vitest'
import { historyRows } from '../../../../client/components/editor/historyRows.ts'
import { recordTexts, type Words } from '../../../../client/components/editor/recordTexts.ts'

const WORDS: Words = {
  t: (key, values) => `${key}${values ? ` ${JSON.stringify(values)}` : ''}`,
  words: (labels) => labels['zh-CN'],
  isEnglish: false,
  nameOf: (code) => ({ 'P-1': '榕嶂科创园' })[code] ?? code,
}
const texts = recordTexts(WORDS)
const rowsOf = (fields: Record<string, [before: unknown, after: unknown]>) =>
  historyRows(
    Object.entries(fields).map(([field, [before, after]]) => ({ field, before, after })),
    texts,
    WORDS,
  )

test('a move is one line with the distance', () => {
  const rows = rowsOf({
    longitude: [114.005, 114.006],
    latitude: [22.605, 22.605],
    coordinateOrigin: ['generated', 'wgs84'],
    coordinateErrorMetres: [10, 2],
  })
  expect(rows).toEqual([
    {
      key: 'longitude',
      before: '114.005000, 22.605000 (演示生成)',
      after: '114.006000, 22.605000 (WGS84/CGCS2000)',
      note: 'records.history.moved {"n":"103"}',
    },
    {
      key: 'coordinateErrorMetres',
      before: 'records.metres {"n":10}',
      after: 'records.metres {"n":2}',
    },
  ])
})

test('a position of its own, where there was none', () => {
  const [row] = rowsOf({ longitude: [null, 114.006], latitude: [null, 22.6] })
  expect(row).toEqual({
    key: 'longitude',
    before: 'riskPoint.coordinatesNone',
    after: '114.006000, 22.600000',
  })
})

test('a new grading is one line with its working, besides the level', () => {
  expect(
    rowsOf({
      level: ['larger', 'general'],
      gradedLevel: ['larger', 'general'],
      gradingMethod: ['LEC', 'LS'],
      gradingInputs: [
        { l: 3, e: 6, c: 15 },
        { likelihood: 3, severity: 4 },
      ],
      score: [270, 12],
      gradingVersion: ['LEC-2026.1', 'LS-2026.1'],
    }),
  ).toEqual([
    { key: 'level', before: '较大风险点', after: '一般风险点' },
    {
      key: 'gradingInputs',
      before: 'D = L × E × C = 3 × 6 × 15 = 270',
      after: 'R = L × S = 3 × 4 = 12',
    },
  ])
})

test.each<[string, [unknown, unknown], [string, string]]>([
  ['controlLevel', ['team', 'company'], ['班组级', '公司级']],
  [
    'levelOverride',
    [null, { level: 'major', reason: '曾有事故' }],
    ['records.none', '重大风险点 · 曾有事故'],
  ],
  ['parkCode', ['P-1', 'P-2'], ['榕嶂科创园', 'P-2']],
  ['enterpriseCode', [null, 'E-1'], ['riskPoint.publicArea', 'E-1']],
  ['accidentTypes', [['火灾'], ['火灾', '中毒']], ['火灾', '火灾、中毒']],
  ['accidentTypesOriginal', [null, ['中毒和窒息']], ['records.none', '中毒和窒息']],
  ['responsiblePerson', [null, '演示责任人01'], ['records.none', '演示责任人01']],
  ['reviewTrigger', [null, 'processChange'], ['records.none', '工艺、设备或物料变化']],
  ['gradingVersion', ['LEC-2026.1', 'LEC-2026.2'], ['LEC-2026.1', 'LEC-2026.2']],
  ['somethingNew', [1, 'x'], ['1', 'x']],
])('%s is told in the words of the screen', (field, values, [before, after]) => {
  expect(rowsOf({ [field]: values })).toEqual([{ key: field, before, after }])
})

test('in English the types are English', () => {
  const english = recordTexts({ ...WORDS, isEnglish: true })
  expect(english.accidentTypes(['火灾', '中毒'])).toBe('Fire, Poisoning')
})
