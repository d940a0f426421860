import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { useRiskPointExport } from '../../client/export/standing/useRiskPointExport.ts'
import { useExportFiles } from '../../client/export/useExportFiles.ts'
import { loadMessages } from '../../client/i18n.ts'
import { useExportablesStore } from '../../client/stores/exportables.ts'
import { mountWith } from './mountWith.ts'

const saved = vi.hoisted(() => ({ csv: '' }))
vi.mock('../../client/export/saveFile.ts', () => ({
  saveCsv: (_: string, text: string) => (saved.csv = text),
  saveFile: () => {},
}))

beforeAll(() => loadMessages('export'))
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

const point = (id: number, longitude: number | null) => ({
  id,
  code: `R-${id}`,
  name: '配电房',
  longitude,
  latitude: longitude === null ? null : 22.7,
  level: 'low',
  score: 40,
  areaCode: '440307001001',
  parkCode: 'P-1',
  parkName: '砚塱智造园',
  enterpriseCode: null,
  enterpriseName: null,
  location: '一层',
  accidentTypes: ['火灾'],
  responsiblePerson: null,
  reviewDue: '2027-01-01',
  reviewOverdue: false,
  fictitious: true,
})

test('the note on coordinates counts the rows of the file, not those of the district', async () => {
  const items = [point(1, 114.2), point(2, null), point(3, 114.3)]
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ items, nextCursor: null })))
  let files: ReturnType<typeof useExportFiles> | undefined
  const Host = defineComponent(() => {
    useRiskPointExport(ref(false))
    files = useExportFiles()
    return () => h('i')
  })
  const district = { missingCoordinates: 125, source: '演示系统', fictitious: true }
  const { pinia } = mountWith(Host, {}, [
    [['summary', '440307'], { ...district, asOf: '2026-11-23T01:00:00Z' }],
  ])
  await files!.save(useExportablesStore(pinia).exportables.riskPoints!, 'csv')
  expect(files!.error.value).toBeNull()
  const rows = saved.csv.trimEnd().split('\r\n').slice(1)
  expect(rows).toHaveLength(3)
  for (const row of rows) expect(row).toContain('缺坐标 1 个:')
})
