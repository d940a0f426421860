import type { PARK_FEATURE_KINDS } from '#data/domain/parkFeatures'
import { type ParkFeatureKind } from '#data/domain/parkFeatures'
import type { Theme } from '../../../stores/session.ts'
import { addPainter, canvasOf } from '../../images.ts'
import { MAP_THEMES } from '../../mapTheme.ts'
import { colourOf } from './siteStyle.ts'

type Shape = 'square' | 'shield' | 'house' | 'octagon' | 'circle' | 'board'
type PointKind = {
  [Kind in ParkFeatureKind]: (typeof PARK_FEATURE_KINDS)[Kind]['geometry'] extends 'Point'
    ? Kind
    : never
}[ParkFeatureKind]

/** A shape and a character for each: two of one colour are told apart without it. */
export const SITE_SIGNS: Record<PointKind, { shape: Shape; character: string }> = {
  gate: { shape: 'square', character: '门' },
  hydrant: { shape: 'shield', character: '栓' },
  microFireStation: { shape: 'shield', character: '站' },
  volunteerBrigade: { shape: 'shield', character: '队' },
  assemblyPoint: { shape: 'house', character: '集' },
  gasIsolationPoint: { shape: 'octagon', character: '气' },
  powerIsolationPoint: { shape: 'octagon', character: '电' },
  camera: { shape: 'circle', character: '视' },
  alarm: { shape: 'circle', character: '警' },
  riskNoticeBoard: { shape: 'board', character: '告' },
}

type Sign = { kind: PointKind; theme: Theme } | { kind: 'hatch'; theme: Theme }

export const siteImageName = ({ kind, theme }: Sign) => `site|${theme}|${kind}`

const SIDE = 24
const MIDDLE = SIDE / 2
const FONT = '600 12px "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif'

const corners = (context: CanvasRenderingContext2D, points: readonly [number, number][]) => {
  points.forEach(([x, y], index) => (index ? context.lineTo(x, y) : context.moveTo(x, y)))
  context.closePath()
}

const TRACES: Record<Shape, (context: CanvasRenderingContext2D) => void> = {
  square: (context) => context.roundRect(3, 3, 18, 18, 3),
  circle: (context) => context.arc(MIDDLE, MIDDLE, 9.5, 0, 2 * Math.PI),
  board: (context) => context.rect(1.5, 4, 21, 16),
  shield: (context) => {
    context.moveTo(3, 3)
    context.lineTo(21, 3)
    context.lineTo(21, 13)
    context.quadraticCurveTo(21, 19, MIDDLE, 22.5)
    context.quadraticCurveTo(3, 19, 3, 13)
    context.closePath()
  },
  house: (context) =>
    corners(context, [
      [MIDDLE, 0.8],
      [22.5, 8],
      [20, 22],
      [4, 22],
      [1.5, 8],
    ]),
  octagon: (context) =>
    corners(
      context,
      Array.from({ length: 8 }, (_, corner) => {
        const angle = ((corner + 0.5) * Math.PI) / 4
        return [MIDDLE + 11 * Math.cos(angle), MIDDLE + 11 * Math.sin(angle)]
      }),
    ),
}

function drawSign(kind: PointKind, theme: Theme) {
  const { canvas, context } = canvasOf(SIDE, SIDE)
  const { shape, character } = SITE_SIGNS[kind]
  const { halo } = MAP_THEMES[theme]
  context.beginPath()
  TRACES[shape](context)
  context.lineJoin = 'round'
  context.lineWidth = 2.5
  context.strokeStyle = halo
  context.stroke()
  context.fillStyle = colourOf(kind, theme)
  context.fill()
  context.font = FONT
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle = halo
  context.fillText(character, MIDDLE, shape === 'house' ? 13.5 : MIDDLE + 0.5)
  return canvas
}

/** Two directions, so that it is no hatch of an area without a park. */
function drawHatch(theme: Theme) {
  const size = 8
  const { canvas, context } = canvasOf(size, size)
  context.strokeStyle = MAP_THEMES[theme].label
  context.lineWidth = 1.1
  context.beginPath()
  for (const shift of [-size, 0, size]) {
    context.moveTo(shift, size)
    context.lineTo(shift + size, 0)
    context.moveTo(shift, 0)
    context.lineTo(shift + size, size)
  }
  context.stroke()
  return canvas
}

/** The sign that a name stands for; null for a name that is none of a site's. */
export function parseSiteImage(name: string): Sign | null {
  const [prefix, theme, kind] = name.split('|')
  if (prefix !== 'site' || (theme !== 'dark' && theme !== 'light') || !kind) return null
  if (kind === 'hatch') return { kind, theme }
  return kind in SITE_SIGNS ? { kind: kind as PointKind, theme } : null
}

addPainter((name) => {
  const sign = parseSiteImage(name)
  if (!sign) return null
  return sign.kind === 'hatch' ? drawHatch(sign.theme) : drawSign(sign.kind, sign.theme)
})
