import { describe, expect, it, test } from 'vitest'
import { COMPARED_COUNTS, COMPARED_RATIOS, RATIO_GAPS } from '#data/domain/comparison'

const rows = [...Object.entries(COMPARED_COUNTS), ...Object.entries(COMPARED_RATIOS)]

describe.each(rows)('%s', (_, { labels, unit }) => {
  it('is said in English without Chinese', () => {
    expect(`${labels.en} ${unit.en}`).not.toMatch(/\p{Script=Han}/u)
  })
  it('is marked as a proposed value in both languages or in neither', () => {
    expect(labels.en.includes('(proposed)')).toBe(labels['zh-CN'].includes('(建议值)'))
  })
})

test('parks are counted as parks', () => {
  expect(COMPARED_COUNTS.parks.unit).toEqual({ 'zh-CN': '家', en: 'parks' })
  expect(COMPARED_COUNTS.riskPoints.unit.en).toBe('points')
})

test('why there is no ratio is said in English without Chinese', () => {
  for (const { labels } of Object.values(RATIO_GAPS)) {
    expect(labels.en).not.toMatch(/\p{Script=Han}/u)
  }
})
