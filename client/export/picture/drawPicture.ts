import type { ScaleBar } from '../../map/scaleBar.ts'
import type { Theme } from '../../stores/session.ts'
import { PictureError } from './captureMap.ts'
import { drawFurniture } from './drawFurniture.ts'
import { drawDivider, type Divider } from './drawSides.ts'
import { drawSwatch } from './drawSwatch.ts'
import { layOutPicture, TEXT_STYLES, type MeasureStyle, type TextStyle } from './layOutPicture.ts'
import { PICTURE_COLOURS, PICTURE_FONT } from './pictureColours.ts'
import type { PictureContent } from './pictureContent.ts'

/** A sign that stands above the map: pixels from the upper left corner of the map's part. */
export type MapSign = { sign: string; x: number; y: number }

export type PictureParts = {
  map: HTMLCanvasElement
  /** Pixels of the map's canvas to a pixel of the layout. */
  mapRatio: number
  /** Pixels of the picture to a pixel of the layout: text stays sharp where the map is coarser. */
  ratio: number
  theme: Theme
  content: PictureContent
  signs: readonly MapSign[]
  /** Where the later of two dates begins; null for one. */
  divider: Divider | null
  bar: ScaleBar
  /** Degrees clockwise from north. */
  bearing: number
}

const fontOf = (style: TextStyle) =>
  `${TEXT_STYLES[style].weight} ${TEXT_STYLES[style].size}px ${PICTURE_FONT}`

function createMeasure(): MeasureStyle {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) throw new PictureError('tooLarge')
  return (text, style) => {
    context.font = fontOf(style)
    return context.measureText(text).width
  }
}

function drawSigns(
  context: CanvasRenderingContext2D,
  signs: readonly MapSign[],
  theme: Theme,
): void {
  const { text, paper } = PICTURE_COLOURS[theme]
  context.font = `700 11px ${PICTURE_FONT}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (const { sign, x, y } of signs) {
    context.fillStyle = paper
    context.fillRect(x - 10, y - 10, 20, 20)
    context.fillStyle = text
    context.fillRect(x - 9, y - 9, 18, 18)
    context.fillStyle = paper
    context.fillText(sign, x, y + 0.5)
  }
  context.textAlign = 'left'
}

/**
 * The whole picture: the map with its signs, scale and north, and around it title, legend, date,
 * source and notes.
 * @throws PictureError when the canvas would be larger than the browser can have.
 */
export function drawPicture(parts: PictureParts): HTMLCanvasElement {
  const { map, mapRatio, ratio, theme, content } = parts
  const size = { width: map.width / mapRatio, height: map.height / mapRatio }
  const layout = layOutPicture(content, size, createMeasure())
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(layout.width * ratio)
  canvas.height = Math.round(layout.height * ratio)
  const context = canvas.getContext('2d')
  if (!context) throw new PictureError('tooLarge')
  const colours = PICTURE_COLOURS[theme]
  context.fillStyle = colours.paper
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.scale(ratio, ratio)
  const { x, y, width, height } = layout.map
  context.imageSmoothingQuality = 'high'
  context.drawImage(map, x, y, width, height)

  context.save()
  context.beginPath()
  context.rect(x, y, width, height)
  context.clip()
  context.translate(x, y)
  drawSigns(context, parts.signs, theme)
  if (parts.divider) drawDivider(context, theme, parts.divider, { width, height })
  drawFurniture(context, theme, { x: width - 8, y: height - 8 }, parts.bar, parts.bearing)
  context.restore()
  context.strokeStyle = colours.line
  context.lineWidth = 1
  context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1)

  context.textBaseline = 'middle'
  for (const item of layout.items) {
    if (item.kind === 'swatch') {
      drawSwatch({ context, theme, x: item.x, y: item.y }, item.swatch)
      continue
    }
    context.font = fontOf(item.style)
    context.fillStyle = item.strong ? colours.text : colours.soft
    context.fillText(item.text, item.x, item.y + 0.5)
  }
  return canvas
}
