import type { ScaleBar } from '../../map/scaleBar.ts'
import type { Theme } from '../../stores/session.ts'
import { PICTURE_COLOURS, PICTURE_FONT } from './pictureColours.ts'

type Corner = { x: number; y: number }

const PAD = 10
const NORTH_SIZE = 40

/**
 * Scale bar and north arrow in the corner whose lower right end is `corner`; `bearing` in degrees
 * clockwise from north, as MapLibre counts it.
 */
export function drawFurniture(
  context: CanvasRenderingContext2D,
  theme: Theme,
  corner: Corner,
  bar: ScaleBar,
  bearing: number,
): void {
  const { plate, text } = PICTURE_COLOURS[theme]
  const width = bar.pixels + NORTH_SIZE + 3 * PAD
  const height = NORTH_SIZE + 2 * PAD
  const left = corner.x - width
  const top = corner.y - height
  context.fillStyle = plate
  context.fillRect(left, top, width, height)
  drawScaleBar(context, { x: left + PAD, y: corner.y - PAD }, bar, text)
  const centre = { x: corner.x - PAD - NORTH_SIZE / 2, y: top + height / 2 }
  drawNorth(context, centre, bearing, text)
}

/** From `at`, its lower left end: a ruler of four parts, every other one filled. */
function drawScaleBar(
  context: CanvasRenderingContext2D,
  at: Corner,
  bar: ScaleBar,
  colour: string,
): void {
  const part = bar.pixels / 4
  context.strokeStyle = colour
  context.fillStyle = colour
  context.lineWidth = 1
  context.strokeRect(at.x, at.y - 6, bar.pixels, 5)
  context.fillRect(at.x, at.y - 6, part, 5)
  context.fillRect(at.x + 2 * part, at.y - 6, part, 5)
  context.font = `400 11px ${PICTURE_FONT}`
  context.textBaseline = 'alphabetic'
  context.textAlign = 'left'
  context.fillText('0', at.x, at.y - 11)
  context.textAlign = 'right'
  context.fillText(bar.label, at.x + bar.pixels, at.y - 11)
  context.textAlign = 'left'
}

function drawNorth(
  context: CanvasRenderingContext2D,
  centre: Corner,
  bearing: number,
  colour: string,
): void {
  context.save()
  context.translate(centre.x, centre.y)
  context.rotate((-bearing * Math.PI) / 180)
  context.strokeStyle = colour
  context.fillStyle = colour
  context.lineWidth = 1.2
  context.lineJoin = 'round'
  context.stroke(new Path2D('M0 -6 8 18 0 12 -8 18z'))
  context.fill(new Path2D('M0 -6 0 12 -8 18z'))
  context.font = `700 12px ${PICTURE_FONT}`
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  context.fillText('N', 0, -9)
  context.restore()
}
