import type { RiskLevel } from '#data/domain/riskLevels'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Cell } from '../export/csv.ts'

/** In the order in which they are offered: what tools show first, then what is always there. */
export const EXPORTABLE_ORDER = [
  'heat',
  'hexagons',
  'hotspots',
  'clusters',
  'around',
  'coverage',
  'domino',
  'timeDays',
  'timeYear',
  'riskPoints',
  'areas',
  'parks',
] as const
export type ExportableKey = (typeof EXPORTABLE_ORDER)[number]

/** How an entry of a legend looks; colours as `#rrggbb` or `rgba(…)` of the theme on screen. */
export type ExportSwatch =
  | { kind: 'level'; level: RiskLevel }
  | { kind: 'fill'; colour: string; outline?: string; hatched?: boolean }
  | { kind: 'line'; colour: string; dashed?: boolean }
  | { kind: 'ring'; colour: string; double?: boolean }
  | { kind: 'dot'; colour: string; outline?: string }
  /** A letter, star or sign as the map draws it. */
  | { kind: 'sign'; sign: string; colour: string; ground?: string }

export type ExportLegend = {
  title: string
  unit: string | null
  /** What was found, in a sentence for a leader; above the entries. */
  finding?: string
  entries: readonly { swatch: ExportSwatch; label: string }[]
  /** Sentences below: what the weight is, the rule of the classes, how to read it. */
  lines: readonly string[]
}

export type ExportColumn = { key: string; label: string; unit?: string }
export type ExportTable = {
  columns: readonly ExportColumn[]
  /** One cell for each column, in their order; numbers as numbers. */
  rows: readonly (readonly Cell[])[]
}

/** Something that takes a while: how far it is, and whether it is still wanted. */
export type ExportWork = {
  signal: AbortSignal
  /** Adds a note that only the rows tell, as how many of them lack coordinates. */
  tell: (note: string) => void
  report: (done: number, total: number | null) => void
}

/**
 * A result that can be taken along. All words are those of the reader's language: offer it through
 * `useExportable`, which offers it anew when what it is made from changes.
 */
export type Exportable = {
  title: string
  /** The place whose figures these are, where the title does not name it. */
  place?: string
  /** The middle of the file's name: 热力 in 龙岗_热力_2026-11-23_0900.png. */
  fileName: string
  /** Instant of the data. */
  asOf: string
  /** The civil day looked back to, 2026-06-30; null or left out for now. */
  day?: string | null
  fictitious: boolean
  /** Where the figures come from. */
  source: string
  /** What else must be told with it: method, limits, number of points left out. */
  notes: readonly string[]
  unit?: string | null
  /** Drawn beside the picture of the map, when it is on the map. */
  legend?: ExportLegend
  /** Degrees WGS84. */
  features?: (work: ExportWork) => GeoJSON.FeatureCollection | Promise<GeoJSON.FeatureCollection>
  rows?: (work: ExportWork) => ExportTable | Promise<ExportTable>
  /** How many rows or features there will be, where it is known. */
  count?: number | null
}

/** What tools have to hand over at the moment. */
export const useExportablesStore = defineStore('exportables', () => {
  const exportables = shallowRef<Readonly<Partial<Record<ExportableKey, Exportable>>>>({})

  return {
    exportables,
    keys: computed(() => EXPORTABLE_ORDER.filter((key) => exportables.value[key])),
    /** Legends of what tools have on the map, in the order of the keys. */
    legends: computed(() =>
      EXPORTABLE_ORDER.flatMap((key) => exportables.value[key]?.legend ?? []),
    ),
    offer: (key: ExportableKey, exportable: Exportable | null) => {
      const next = { ...exportables.value }
      if (exportable) next[key] = exportable
      else delete next[key]
      exportables.value = next
    },
  }
})
