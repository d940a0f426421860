import type { ExportLegend } from '../../stores/exportables.ts'

/** Everything that is said around the map, in the reader's language. */
export type PictureContent = {
  title: string
  /** Filters, the day looked back to: what the figures are narrowed to. */
  lines: readonly string[]
  legends: readonly ExportLegend[]
  /** Date and source. */
  facts: readonly string[]
  /** The standing notes, short. */
  notes: readonly string[]
}
