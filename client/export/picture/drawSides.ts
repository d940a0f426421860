import type { Theme } from '../../stores/session.ts'
import { PICTURE_COLOURS, PICTURE_FONT } from './pictureColours.ts'

/** Where two maps meet: pixels of the layout from the left edge of the map's part. */
export type Divider = { x: number; left: string; right: string }

const LABEL_HEIGHT = 28
const LABEL_PAD = 12
const LABEL_TOP = 12
const GAP = 12

/**
 * What lies right of `at` in the second map, over the first; both are of the same part of the page.
 * @param at pixels of the canvases
 */
export function joinSides(first: HTMLCanvasElement, second: HTMLCanvasElement, at: number): void {
  const from = Math.min(first.width, Math.max(0, Math.round(at)))
  const width = first.width - from
  if (width === 0) return
  const box = [from, 0, width, first.height] as const
  first.getContext('2d')?.drawImage(second, ...box, ...box)
}

function drawLabel(
  context: CanvasRenderingContext2D,
  theme: Theme,
  text: string,
  wanted: number,
  room: number,
): void {
  const { paper, accent, text: ink } = PICTURE_COLOURS[theme]
  const width = context.measureText(text).width + 2 * LABEL_PAD
  const x = Math.max(8, Math.min(wanted, room - 8 - width))
  context.fillStyle = paper
  context.fillRect(x, LABEL_TOP, width, LABEL_HEIGHT)
  context.strokeStyle = accent
  context.lineWidth = 1
  context.strokeRect(x + 0.5, LABEL_TOP + 0.5, width - 1, LABEL_HEIGHT - 1)
  context.fillStyle = ink
  context.fillText(text, x + LABEL_PAD, LABEL_TOP + LABEL_HEIGHT / 2 + 0.5)
}

/** The border of two maps with the date of either side; a side that is not seen has none. */
export function drawDivider(
  context: CanvasRenderingContext2D,
  theme: Theme,
  { x, left, right }: Divider,
  size: { width: number; height: number },
): void {
  const { paper, accent } = PICTURE_COLOURS[theme]
  context.font = `700 13px ${PICTURE_FONT}`
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  if (x > 0 && x < size.width) {
    context.fillStyle = paper
    context.fillRect(x - 2.5, 0, 5, size.height)
    context.fillStyle = accent
    context.fillRect(x - 1.5, 0, 3, size.height)
  }
  const leftWidth = context.measureText(left).width + 2 * LABEL_PAD
  if (x > 0) drawLabel(context, theme, left, Math.min(x, size.width) - GAP - leftWidth, size.width)
  if (x < size.width) drawLabel(context, theme, right, Math.max(x, 0) + GAP, size.width)
}
