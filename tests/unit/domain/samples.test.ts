import { expect, test, vi } from 'vitest'
import { comparedRatio, RATIO_GAPS } from '#data/domain/comparison'
import { MEASURES } from '#data/domain/measures'
import type { AreaFigures } from '#data/domain/figures'
import { selectWeighted } from '../../../client/analysis/density/selectWeighted.ts'
import { EMPTY_FILTER } from '../../../client/analysis/pointFilter.ts'
import { tableOf } from '../client/analysis/tableArbitrary.ts'

// Other numbers than the real ones: what says its own number instead of asking for it is found out.
vi.mock('#data/domain/samples', () => ({ FEWEST_SAMPLES: 10, FEWEST_ENTERPRISES: 37 }))
vi.mock(import('#data/domain/figures'), async (load) => ({
  ...(await load()),
  OVERDUE_FACTOR: 5 as 2,
}))

test('the fewest enterprises are one number for the map, the comparison and their words', () => {
  const figures = (enterprises: number) => ({ enterprises, riskValue: 30 }) as AreaFigures
  const perHundred = (enterprises: number) =>
    comparedRatio('riskValuePerEnterprises', {
      figures: figures(enterprises),
      headcount: 0,
      officialAreaKm2: null,
    }).value
  for (const value of [
    MEASURES.perHundredEnterprises.value,
    ({ enterprises }: AreaFigures) => perHundred(enterprises),
  ]) {
    expect(value(figures(36))).toBeNull()
    expect(value(figures(60))).toBe(50)
  }
  expect(RATIO_GAPS.fewEnterprises.labels['zh-CN']).toContain('不足37家')
  expect(RATIO_GAPS.fewEnterprises.labels.en).toContain('under 37 ')
})

test('what is overdue counts as many times in the heat as in the figures of areas', () => {
  const table = tableOf([{ level: 1, overdueHiddenDangers: 1 }])
  expect([...selectWeighted(table, EMPTY_FILTER, 'riskValue').weight]).toEqual([10])
})
