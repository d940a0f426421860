import { RISK_LEVELS, type RiskLevel } from '#data/domain/riskLevels'
import type { Theme } from '../stores/session.ts'
import { MAP_THEMES } from './mapTheme.ts'

/** Images the style refers to by name, drawn when MapLibre first misses them. */
export type MapImage =
  | { kind: 'badge'; level: RiskLevel; text: string; theme: Theme }
  | { kind: 'cluster'; level: RiskLevel; radius: number; theme: Theme }
  | { kind: 'star'; theme: Theme }
  | { kind: 'hatch'; theme: Theme }

export function imageName(image: MapImage): string {
  if (image.kind === 'badge') return `badge|${image.theme}|${image.level}|${image.text}`
  if (image.kind === 'cluster') return `cluster|${image.theme}|${image.level}|${image.radius}`
  return `${image.kind}|${image.theme}`
}

/** The image a name stands for, or null for a name that is not ours. */
export function parseImageName(name: string): MapImage | null {
  const [kind, theme, level, text] = name.split('|')
  if (theme !== 'dark' && theme !== 'light') return null
  if (kind === 'star' || kind === 'hatch') return { kind, theme }
  if (!level || !(level in RISK_LEVELS) || text === undefined) return null
  if (kind === 'badge') return { kind, theme, level: level as RiskLevel, text }
  const radius = Number(text)
  if (kind !== 'cluster' || !(radius > 0 && radius < 100)) return null
  return { kind, theme, level: level as RiskLevel, radius }
}

/** Draws the image that a name stands for, or answers null for a name that is none of its own. */
type Painter = (name: string) => HTMLCanvasElement | null
const painters: Painter[] = []

/** Images of a part that comes after the first frame. */
export const addPainter = (painter: Painter) => painters.push(painter)

/** Drawn at three times its size, so that it stays crisp on dense screens and walls. */
export const PIXEL_RATIO = 3

export function canvasOf(width: number, height: number) {
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width * PIXEL_RATIO)
  canvas.height = Math.ceil(height * PIXEL_RATIO)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('This browser cannot draw on a canvas')
  context.scale(PIXEL_RATIO, PIXEL_RATIO)
  return { canvas, context }
}

/** Traces the shape of a level, centred, within `radius`: square, triangle, diamond or circle. */
function traceLevel(context: CanvasRenderingContext2D, level: RiskLevel, x: number, y: number) {
  const trace: Record<(typeof RISK_LEVELS)[RiskLevel]['shape'], () => void> = {
    square: () => context.rect(x - 4, y - 4, 8, 8),
    triangle: () => polygon(context, [x, y - 5], [x + 5, y + 4], [x - 5, y + 4]),
    diamond: () => polygon(context, [x, y - 5], [x + 5, y], [x, y + 5], [x - 5, y]),
    circle: () => context.arc(x, y, 4.4, 0, 2 * Math.PI),
  }
  context.beginPath()
  trace[RISK_LEVELS[level].shape]()
}

function polygon(context: CanvasRenderingContext2D, ...points: [number, number][]) {
  points.forEach(([x, y], index) => (index ? context.lineTo(x, y) : context.moveTo(x, y)))
  context.closePath()
}

function drawBadge({ level, text, theme }: Extract<MapImage, { kind: 'badge' }>) {
  const font = '600 12px "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif'
  const ruler = canvasOf(1, 1).context
  ruler.font = font
  const width = Math.ceil(ruler.measureText(text).width) + 29
  const { canvas, context } = canvasOf(width, 20)
  const colours = MAP_THEMES[theme]
  const colour = RISK_LEVELS[level].colours[theme]
  context.beginPath()
  context.roundRect(1, 1, width - 2, 18, 9)
  context.fillStyle = colours.badge
  context.fill()
  context.lineWidth = 1.5
  context.strokeStyle = colour
  context.stroke()
  traceLevel(context, level, 12, 10)
  context.fillStyle = colour
  context.fill()
  context.font = font
  context.textBaseline = 'middle'
  context.fillStyle = colours.badgeText
  context.fillText(text, 20, 10.5)
  return canvas
}

/** A ring that lets the marks under it be seen: a cluster never hides a 重大 or 较大 point. */
function drawCluster({ level, radius, theme }: Extract<MapImage, { kind: 'cluster' }>) {
  const middle = radius + 1
  const { canvas, context } = canvasOf(2 * middle, 2 * middle)
  context.beginPath()
  context.arc(middle, middle, radius, 0, 2 * Math.PI)
  context.globalAlpha = 0.72
  context.fillStyle = MAP_THEMES[theme].badge
  context.fill()
  context.globalAlpha = 1
  context.lineWidth = 1.25
  context.strokeStyle = RISK_LEVELS[level].colours[theme]
  context.stroke()
  return canvas
}

function drawStar(theme: Theme) {
  const { canvas, context } = canvasOf(22, 22)
  const colours = MAP_THEMES[theme]
  context.beginPath()
  for (let corner = 0; corner < 10; corner += 1) {
    const radius = corner % 2 ? 4 : 9.2
    const angle = (corner * Math.PI) / 5 - Math.PI / 2
    context.lineTo(11 + radius * Math.cos(angle), 11.5 + radius * Math.sin(angle))
  }
  context.closePath()
  context.lineJoin = 'round'
  context.lineWidth = 2.5
  context.strokeStyle = colours.halo
  context.stroke()
  context.fillStyle = colours.demonstration
  context.fill()
  return canvas
}

function drawHatch(theme: Theme) {
  const size = 10
  const { canvas, context } = canvasOf(size, size)
  context.strokeStyle = MAP_THEMES[theme].hatch
  context.globalAlpha = 0.55
  context.lineWidth = 1
  for (const shift of [-size, 0, size]) {
    context.beginPath()
    context.moveTo(shift, size)
    context.lineTo(shift + size, 0)
    context.stroke()
  }
  return canvas
}

function drawOn(image: MapImage): HTMLCanvasElement {
  switch (image.kind) {
    case 'badge':
      return drawBadge(image)
    case 'cluster':
      return drawCluster(image)
    case 'star':
      return drawStar(image.theme)
    case 'hatch':
      return drawHatch(image.theme)
  }
}

function paint(name: string): HTMLCanvasElement | null {
  const image = parseImageName(name)
  if (image) return drawOn(image)
  for (const painter of painters) {
    const canvas = painter(name)
    if (canvas) return canvas
  }
  return null
}

/** Pixels of a named image, `PIXEL_RATIO` times its size on the map; null for a name not ours. */
export function drawImage(name: string): ImageData | null {
  const canvas = paint(name)
  if (!canvas) return null
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser cannot draw on a canvas')
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
