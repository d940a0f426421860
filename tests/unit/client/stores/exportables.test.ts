import { createPinia, setActivePinia } from 'pinia'
import { effectScope, nextTick, ref } from 'vue'
import { beforeEach, expect, test } from 'vitest'
import { useExportable } from '../../../../client/export/useExportable.ts'
import { useExportablesStore, type Exportable } from '../../../../client/stores/exportables.ts'

beforeEach(() => setActivePinia(createPinia()))

const exportable = (title: string, legend?: Exportable['legend']): Exportable => ({
  title,
  fileName: title,
  asOf: '2026-11-23T01:00:00Z',
  fictitious: true,
  source: '演示',
  notes: [],
  ...(legend ? { legend } : {}),
})

test('offers stand in the order of the keys, whoever came first', () => {
  const store = useExportablesStore()
  store.offer('parks', exportable('园区'))
  store.offer('heat', exportable('热力', { title: '热力', unit: null, entries: [], lines: [] }))
  expect(store.keys).toEqual(['heat', 'parks'])
  expect(store.legends.map(({ title }) => title)).toEqual(['热力'])
})

test('an offer follows what it is made from and goes with its scope', async () => {
  const store = useExportablesStore()
  const title = ref<string | null>('一')
  const scope = effectScope()
  scope.run(() => useExportable('heat', () => (title.value ? exportable(title.value) : null)))
  expect(store.exportables.heat?.title).toBe('一')
  title.value = '二'
  await nextTick()
  expect(store.exportables.heat?.title).toBe('二')
  title.value = null
  await nextTick()
  expect(store.keys).toEqual([])
  title.value = '三'
  await nextTick()
  scope.stop()
  expect(store.keys).toEqual([])
})
