import { beforeAll, expect, it } from 'vitest'
import { comparisonTable } from '../../../client/components/comparison/comparisonTable.ts'
import { toCsv } from '../../../client/export/csv.ts'
import { i18n, loadMessages } from '../../../client/i18n.ts'
import { comparedPlace } from './comparedPlace.ts'

beforeAll(() => loadMessages('comparison'))

it('is a row for each thing on the page, with both sides, their cases and what is missing', () => {
  const left = comparedPlace()
  const right = comparedPlace({ code: '440307012', name: '南湾街道', officialAreaKm2: null })
  const table = comparisonTable(
    { left, right: { ...right, campaigns: [] } },
    {
      t: (key, values = {}) => i18n.global.t(`comparison.${key}`, values),
      words: (labels) => labels['zh-CN'],
      percent: (share) => `${share * 100}%`,
    },
  )
  const lines = toCsv([table.columns.map(({ label }) => label), ...table.rows]).split('\r\n')
  expect(lines[0]).toBe(
    '\uFEFF部分,项目,月份,单位,横岗街道 440307017,横岗街道 440307017 分子,横岗街道 440307017 分母,横岗街道 440307017 备注,南湾街道 440307012,南湾街道 440307012 分子,南湾街道 440307012 分母,南湾街道 440307012 备注,左减右',
  )
  expect(lines).toContain('比率,逾期率,,%,10,5,50,,10,5,50,,0')
  expect(lines).toContain('按规模,每平方公里较大以上风险点,,个,2.5,,,,,,,无公布面积,')
  expect(lines).toContain('总量,重大风险点,,个,10,,,,10,,,,0')
  expect(lines).toContain('近12个月隐患,月末未销号,2026-03,处,22,,,,22,,,,0')
  expect(lines).toContain('专项行动,粉尘专项 (时间进度 50%),,%,25,10,40,,,0,0,无对象,')
})
