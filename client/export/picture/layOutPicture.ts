import type { ExportLegend, ExportSwatch } from '../../stores/exportables.ts'
import type { PictureContent } from './pictureContent.ts'
import { flowText, wrapText } from './wrapText.ts'

/** How texts are set; sizes in pixels of the picture at a ratio of 1. */
export const TEXT_STYLES = {
  title: { size: 20, weight: 700, line: 28 },
  line: { size: 13, weight: 400, line: 20 },
  heading: { size: 13, weight: 700, line: 20 },
  finding: { size: 12, weight: 400, line: 18 },
  entry: { size: 12, weight: 400, line: 18 },
  explain: { size: 11, weight: 400, line: 16 },
  note: { size: 11, weight: 400, line: 16 },
} as const
export type TextStyle = keyof typeof TEXT_STYLES

export type PictureItem =
  | { kind: 'text'; style: TextStyle; text: string; x: number; y: number; strong: boolean }
  | { kind: 'swatch'; swatch: ExportSwatch; x: number; y: number }

type Rectangle = { x: number; y: number; width: number; height: number }

/** Where everything stands, in pixels at a ratio of 1; `y` of a text is the middle of its line. */
export type PictureLayout = {
  width: number
  height: number
  map: Rectangle
  legend: Rectangle
  items: readonly PictureItem[]
}

export type MeasureStyle = (text: string, style: TextStyle) => number

const MARGIN = 16
const GAP = 12
const COLUMN = 216
export const SWATCH_WIDTH = 22
const ENTRY_INDENT = SWATCH_WIDTH + 8
/** A map narrower than this has its legend below. */
const LEAST_WIDTH_FOR_SIDE = 640

/** Writes lines one under another and returns where the next would stand. */
function setLines(
  items: PictureItem[],
  lines: readonly string[],
  style: TextStyle,
  at: { x: number; y: number },
  strong = false,
): number {
  const { line } = TEXT_STYLES[style]
  lines.forEach((text, index) => {
    items.push({ kind: 'text', style, text, x: at.x, y: at.y + line * (index + 0.5), strong })
  })
  return at.y + line * lines.length
}

/** One legend in a column `width` wide from `at` down; returns its end. */
function setLegend(
  items: PictureItem[],
  legend: ExportLegend,
  at: { x: number; y: number },
  width: number,
  measure: MeasureStyle,
): number {
  const wrapped = (text: string, style: TextStyle, room: number) =>
    wrapText(text, room, (piece) => measure(piece, style))
  const title = legend.unit ? `${legend.title} (${legend.unit})` : legend.title
  let y = setLines(items, wrapped(title, 'heading', width), 'heading', at, true)
  if (legend.finding) {
    y =
      setLines(items, wrapped(legend.finding, 'finding', width), 'finding', { x: at.x, y }, true) +
      4
  }
  for (const { swatch, label } of legend.entries) {
    items.push({ kind: 'swatch', swatch, x: at.x, y: y + TEXT_STYLES.entry.line / 2 })
    const lines = wrapped(label, 'entry', width - ENTRY_INDENT)
    y = setLines(items, lines, 'entry', { x: at.x + ENTRY_INDENT, y })
  }
  for (const line of legend.lines) {
    y = setLines(items, wrapped(line, 'explain', width), 'explain', { x: at.x, y: y + 2 })
  }
  return y
}

/** The legends in as many columns as fit, each where there is the most room; returns their end. */
function setLegends(
  items: PictureItem[],
  legends: readonly ExportLegend[],
  at: { x: number; y: number },
  columns: number,
  measure: MeasureStyle,
): number {
  const ends = Array.from({ length: columns }, () => at.y)
  for (const legend of legends) {
    const column = ends.indexOf(Math.min(...ends))
    const x = at.x + column * (COLUMN + GAP)
    ends[column] = setLegend(items, legend, { x, y: ends[column]! }, COLUMN, measure) + GAP
  }
  return Math.max(...ends)
}

/**
 * Title on top, the map, its legend beside it (below on a narrow map), date, source and notes at the
 * foot. Nothing is cut off: every text is wrapped by its measured width, and the picture grows.
 */
export function layOutPicture(
  content: PictureContent,
  map: { width: number; height: number },
  measure: MeasureStyle,
): PictureLayout {
  const items: PictureItem[] = []
  const isBeside = map.width >= LEAST_WIDTH_FOR_SIDE
  const width = isBeside
    ? MARGIN + map.width + GAP + COLUMN + MARGIN
    : Math.max(MARGIN + map.width + MARGIN, COLUMN + 2 * MARGIN)
  const room = width - 2 * MARGIN
  const wrapped = (text: string, style: TextStyle) =>
    wrapText(text, room, (piece) => measure(piece, style))

  let y: number = setLines(
    items,
    wrapped(content.title, 'title'),
    'title',
    { x: MARGIN, y: GAP },
    true,
  )
  for (const line of content.lines) {
    y = setLines(items, wrapped(line, 'line'), 'line', { x: MARGIN, y })
  }
  const mapBox = { x: MARGIN, y: y + 8, width: map.width, height: map.height }
  const mapEnd = mapBox.y + mapBox.height
  const columns = isBeside ? 1 : Math.max(1, Math.floor((room + GAP) / (COLUMN + GAP)))
  const start = isBeside
    ? { x: MARGIN + map.width + GAP, y: mapBox.y }
    : { x: MARGIN, y: mapEnd + GAP }
  const legendEnd = setLegends(items, content.legends, start, columns, measure)
  const legend = {
    ...start,
    width: isBeside ? COLUMN : room,
    height: Math.max(0, legendEnd - GAP - start.y),
  }

  y = Math.max(mapEnd, legendEnd - GAP) + 8
  const flowed = (words: readonly string[]) =>
    flowText(words, '  ·  ', room, (piece) => measure(piece, 'note'))
  y = setLines(items, flowed(content.facts), 'note', { x: MARGIN, y }, true)
  y = setLines(items, flowed(content.notes), 'note', { x: MARGIN, y })
  return { width, height: y + GAP, map: mapBox, legend, items }
}
