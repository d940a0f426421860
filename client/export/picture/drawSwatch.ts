import { RISK_LEVELS } from '#data/domain/riskLevels'
import { LEVEL_PATHS } from '../../map/levelPaths.ts'
import type { ExportSwatch } from '../../stores/exportables.ts'
import type { Theme } from '../../stores/session.ts'
import { SWATCH_WIDTH } from './layOutPicture.ts'
import { PICTURE_COLOURS, PICTURE_FONT } from './pictureColours.ts'

type Pen = { context: CanvasRenderingContext2D; theme: Theme; x: number; y: number }
type Drawing<K extends ExportSwatch['kind']> = (
  pen: Pen,
  swatch: Extract<ExportSwatch, { kind: K }>,
) => void

const HEIGHT = 12

/** Diagonal lines within a rectangle, as areas without a park have them. */
function hatch({ context, theme, x, y }: Pen) {
  context.save()
  context.beginPath()
  context.rect(x, y - HEIGHT / 2, SWATCH_WIDTH, HEIGHT)
  context.clip()
  context.beginPath()
  for (let from = x - HEIGHT; from < x + SWATCH_WIDTH; from += 4) {
    context.moveTo(from, y + HEIGHT / 2)
    context.lineTo(from + HEIGHT, y - HEIGHT / 2)
  }
  context.strokeStyle = PICTURE_COLOURS[theme].soft
  context.lineWidth = 1
  context.stroke()
  context.restore()
}

/** Each kind in a box SWATCH_WIDTH wide whose left edge is x and whose middle is y. */
const DRAWINGS: { [K in ExportSwatch['kind']]: Drawing<K> } = {
  level: ({ context, theme, x, y }, { level }) => {
    const { shape, colours } = RISK_LEVELS[level]
    context.save()
    context.translate(x + SWATCH_WIDTH / 2 - 7, y - 7)
    context.fillStyle = colours[theme]
    context.fill(new Path2D(LEVEL_PATHS[shape]))
    context.restore()
  },
  fill: (pen, { colour, outline, hatched }) => {
    const { context, theme, x, y } = pen
    context.fillStyle = colour
    context.fillRect(x, y - HEIGHT / 2, SWATCH_WIDTH, HEIGHT)
    if (hatched) hatch(pen)
    context.strokeStyle = outline ?? PICTURE_COLOURS[theme].line
    context.lineWidth = outline ? 2 : 1
    context.strokeRect(x + 0.5, y - HEIGHT / 2 + 0.5, SWATCH_WIDTH - 1, HEIGHT - 1)
  },
  line: ({ context, x, y }, { colour, dashed }) => {
    context.save()
    if (dashed) context.setLineDash([5, 3])
    context.strokeStyle = colour
    context.lineWidth = 2
    context.beginPath()
    context.moveTo(x, y)
    context.lineTo(x + SWATCH_WIDTH, y)
    context.stroke()
    context.restore()
  },
  ring: ({ context, x, y }, { colour, double }) => {
    context.strokeStyle = colour
    context.lineWidth = 1.5
    for (const radius of double ? [3.5, 6.5] : [5]) {
      context.beginPath()
      context.arc(x + SWATCH_WIDTH / 2, y, radius, 0, 2 * Math.PI)
      context.stroke()
    }
  },
  dot: ({ context, x, y }, { colour, outline }) => {
    context.beginPath()
    context.arc(x + SWATCH_WIDTH / 2, y, 5, 0, 2 * Math.PI)
    context.fillStyle = colour
    context.fill()
    if (!outline) return
    context.strokeStyle = outline
    context.lineWidth = 1.5
    context.stroke()
  },
  sign: ({ context, x, y }, { sign, colour, ground }) => {
    if (ground) {
      context.fillStyle = ground
      context.fillRect(x + SWATCH_WIDTH / 2 - 8, y - 8, 16, 16)
    }
    context.fillStyle = colour
    context.font = `700 ${ground ? 11 : 14}px ${PICTURE_FONT}`
    context.textAlign = 'center'
    context.fillText(sign, x + SWATCH_WIDTH / 2, y + 0.5)
    context.textAlign = 'left'
  },
}

/** The mark of an entry of a legend, in the colours of the map. */
export function drawSwatch(pen: Pen, swatch: ExportSwatch): void {
  const draw = DRAWINGS[swatch.kind] as Drawing<ExportSwatch['kind']>
  draw(pen, swatch)
}
