import { useI18n } from 'vue-i18n'
import { DISTRICT_CODE } from '#data/domain/areas'
import { CONSEQUENCE_NOTE } from '#data/grading/consequences'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { useStandingNotes } from '../composables/useStandingNotes.ts'
import { useTerms } from '../composables/useTerms.ts'
import type { Exportable, ExportWork } from '../stores/exportables.ts'
import { exportFileName } from './fileName.ts'
import { geoJsonFile } from './geoJsonFile.ts'
import { saveCsv, saveFile } from './saveFile.ts'
import { tableCsv } from './tableCsv.ts'
import { usePlaceWords } from './usePlaceWords.ts'

export type FileKind = 'geojson' | 'csv'

/** Makes the files of one result: how far it is, that it failed, and a way to stop it. */
export function useExportFiles() {
  const { t } = useI18n()
  const { words } = useTerms()
  const { fictitious, mapNumber } = useStandingNotes()
  const { areaName } = usePlaceWords()
  const busy = ref<FileKind | null>(null)
  const progress = ref<{ done: number; total: number | null } | null>(null)
  const saved = ref<{ name: string; count: number } | null>(null)
  const error = shallowRef<unknown>(null)
  let abort: AbortController | null = null

  /** What every file tells with its figures. */
  const notesOf = (exportable: Exportable, told: readonly string[]) => [
    ...(exportable.fictitious || fictitious.value ? [t('notes.demo')] : []),
    t('notes.scope'),
    ...exportable.notes,
    ...told,
  ]
  const mapNotes = () => [
    t('notes.boundary'),
    words(CONSEQUENCE_NOTE.short),
    mapNumber.value ? t('notes.mapNumberOf', { n: mapNumber.value }) : t('notes.mapNumber'),
  ]

  async function csv(exportable: Exportable, work: ExportWork, told: readonly string[]) {
    const table = await exportable.rows!(work)
    const names = {
      asOf: t('export.data.asOf'),
      source: t('export.data.source'),
      note: t('export.data.note'),
    }
    const text = tableCsv(table, exportable, names, notesOf(exportable, told).join(' | '))
    return { count: table.rows.length, save: (name: string) => saveCsv(name, text) }
  }
  async function geojson(exportable: Exportable, work: ExportWork, told: readonly string[]) {
    const collection = await exportable.features!(work)
    const { place, title, asOf, source } = exportable
    const text = geoJsonFile(collection, {
      title: place ? t('export.picture.heading', { place, what: title }) : title,
      asOf,
      day: exportable.day ?? null,
      source,
      unit: exportable.unit ?? null,
      fictitious: exportable.fictitious,
      notes: [...new Set([...mapNotes(), ...notesOf(exportable, told)])],
    })
    const file = new Blob([text], { type: 'application/geo+json' })
    return {
      count: collection.features.length,
      save: (name: string) => saveFile(name, file),
    }
  }

  async function save(exportable: Exportable, kind: FileKind) {
    const controller = new AbortController()
    abort = controller
    busy.value = kind
    progress.value = saved.value = error.value = null
    const told: string[] = []
    const work: ExportWork = {
      signal: controller.signal,
      tell: (note) => told.push(note),
      report: (done, total) => (progress.value = { done, total }),
    }
    try {
      const made = await (kind === 'csv' ? csv : geojson)(exportable, work, told)
      if (controller.signal.aborted) return
      const district = areaName(DISTRICT_CODE).replace(/区$/, '')
      const name = exportFileName(district, exportable.fileName, exportable, kind)
      made.save(name)
      saved.value = { name, count: made.count }
    } catch (cause) {
      if (!controller.signal.aborted) error.value = cause
    } finally {
      if (abort === controller) {
        abort = null
        busy.value = null
        progress.value = null
      }
    }
  }
  const cancel = () => abort?.abort()
  onScopeDispose(cancel)

  return { busy, progress, saved, error, save, cancel }
}
