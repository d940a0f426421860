import { afterEach, beforeAll, expect, test } from 'vitest'
import { defineComponent, h } from 'vue'
import { EMPTY_FILTER } from '../../../client/analysis/pointFilter.ts'
import { useAnalysisExport } from '../../../client/components/analysis/useAnalysisExport.ts'
import { loadMessages } from '../../../client/i18n.ts'
import { useAnalysisStore, type AnalysisResult } from '../../../client/stores/analysis.ts'
import { useExportablesStore, type ExportTable } from '../../../client/stores/exportables.ts'
import { CLUSTERS, SURFACE } from '../../unit/client/map/overlays/analysisAnswers.ts'
import { mountWith } from '../mountWith.ts'

beforeAll(async () => {
  await loadMessages('analysis')
  await loadMessages('export')
})
afterEach(() => document.body.replaceChildren())

const NARROWED = { ...EMPTY_FILTER, areaCode: '440307003', levels: ['major'] as const }
const HEAT: AnalysisResult = {
  mode: 'heat',
  weight: 'openHiddenDangers',
  day: null,
  filter: NARROWED,
  breakRule: 'quantile',
  bandwidthByRule: false,
  answer: { ...SURFACE, bandwidthMetres: 800, hiddenDangersOffMap: 12 },
}

async function offered(result: AnalysisResult) {
  const Host = defineComponent(() => {
    useAnalysisExport(() => result)
    return () => h('i')
  })
  const asOf = '2026-11-23T01:00:00Z'
  const { wrapper, pinia } = mountWith(Host, {}, [
    [['areas'], { features: [{ properties: { code: '440307003', name: '横岗街道' } }] }],
    [['summary', '440307'], { source: '演示系统', fictitious: true, asOf }],
  ])
  useAnalysisStore(pinia).finishLoading({ asOf } as never)
  await wrapper.vm.$nextTick()
  return useExportablesStore(pinia).exportables[result.mode]!
}

test('an analysis tells what was counted, where, with which filter, and how', async () => {
  const { notes, place, title } = await offered(HEAT)
  expect(title).toBe('热力:未销号隐患')
  expect(place).toBe('横岗街道')
  expect(notes).toEqual(
    expect.arrayContaining([
      '热力:未销号隐患',
      '计入范围:横岗街道',
      '筛选:重大风险点',
      '高斯核,带宽 800 m',
      '分位分级',
      '仅计横岗街道 520 个点',
      '缺坐标 4 个未计',
      '未落到图上 12 处(不分筛选)',
    ]),
  )
})

test('every row of its table names what a point counted for', async () => {
  const exportable = await offered(HEAT)
  const table = (await exportable.rows!({} as never)) as ExportTable
  expect(table.columns[0]).toMatchObject({ key: 'weighed', label: '计法' })
  expect(table.rows.map(([weighed]) => weighed)).toEqual(['未销号隐患'])
})

test.each([
  [HEAT, '热力-未销号隐患-横岗街道-筛选'],
  [{ ...HEAT, filter: EMPTY_FILTER }, '热力-未销号隐患'],
  [{ ...HEAT, weight: 'count', filter: EMPTY_FILTER }, '热力-风险点数'],
  [
    { mode: 'clusters', weight: 'count', day: null, filter: EMPTY_FILTER, answer: CLUSTERS },
    '聚合',
  ],
] as [AnalysisResult, string][])('file %# has a name of its own', async (result, name) => {
  expect((await offered(result)).fileName).toBe(name)
})
