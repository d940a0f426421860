import { RISK_LEVELS, RISK_LEVEL_ORDER, type RiskLevel } from '#data/domain/riskLevels'
import type { Theme } from '../../stores/session.ts'
import type { Scale } from '../scale.ts'
import { MARK_COLOURS, MARK_SIZES, rgbOf, type Rgb } from './markStyle.ts'

type Shape = (typeof RISK_LEVELS)[RiskLevel]['shape']

const OUTLINE_PIXELS = 1
/** Free pixels around an icon, so that a linear texture filter never reaches its neighbour. */
const GAP = 2

const HALF_ROOT_3 = Math.sqrt(3) / 2

/**
 * Distance of a place from the edge of a shape whose half width is 1, negative inside; x to the
 * right, y down. The shapes are balanced to weigh the same to the eye at one size.
 */
const DISTANCES: Record<Shape, (x: number, y: number) => number> = {
  square: (x, y) => Math.max(Math.abs(x), Math.abs(y)) - 0.84,
  triangle: (x, y) => Math.max(y - 0.72, HALF_ROOT_3 * Math.abs(x) - 0.5 * y - 0.5),
  diamond: (x, y) => (Math.abs(x) + Math.abs(y) - 1.04) * Math.SQRT1_2,
  circle: (x, y) => Math.hypot(x, y) - 0.9,
}

/** Pixels of a picture: four bytes each, colour not multiplied by alpha. */
type Pixels = { width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> }
type IconFrame = { x: number; y: number; width: number; height: number }
export type LevelIconPixels = Pixels & { frames: Record<RiskLevel, IconFrame> }

const share = (value: number) => Math.max(0, Math.min(1, value))

type IconDrawing = { shape: Shape; fill: Rgb; outline: Rgb; radius: number; line: number }

/** Every pixel carries the outline's colour where it is clear, so that no edge is fringed. */
function drawIcon(pixels: Pixels, frame: IconFrame, drawing: IconDrawing) {
  const { shape, fill, outline, radius, line } = drawing
  const centre = frame.width / 2
  for (let y = 0; y < frame.height; y += 1) {
    for (let x = 0; x < frame.width; x += 1) {
      const across = (x + 0.5 - centre) / radius
      const down = (y + 0.5 - centre) / radius
      const distance = DISTANCES[shape](across, down) * radius
      const filled = share(0.5 - distance)
      const at = ((frame.y + y) * pixels.width + frame.x + x) * 4
      for (let channel = 0; channel < 3; channel += 1) {
        pixels.data[at + channel] =
          outline[channel]! + (fill[channel]! - outline[channel]!) * filled
      }
      pixels.data[at + 3] = share(0.5 + line - distance) * 255
    }
  }
}

/**
 * The four level marks in one picture, each as large as it is drawn at this scale on a screen of
 * this pixel ratio: a texel meets a pixel, and the shapes stay crisp from 9 CSS pixels on.
 */
export function drawLevelIcons(theme: Theme, scale: Scale, pixelRatio: number): LevelIconPixels {
  const line = OUTLINE_PIXELS * pixelRatio
  const radiusOf = (level: RiskLevel) => (MARK_SIZES[scale][level] / 2) * pixelRatio
  const sideOf = (level: RiskLevel) => Math.ceil((radiusOf(level) + 2 * line + 1) * 2)
  let width = GAP
  const frames = {} as Record<RiskLevel, IconFrame>
  for (const level of RISK_LEVEL_ORDER) {
    const side = sideOf(level)
    frames[level] = { x: width, y: GAP, width: side, height: side }
    width += side + GAP
  }
  const height = Math.max(...RISK_LEVEL_ORDER.map(sideOf)) + 2 * GAP
  const pixels = { width, height, data: new Uint8ClampedArray(width * height * 4) }
  const outline = rgbOf(MARK_COLOURS[theme].outline)
  for (const level of RISK_LEVEL_ORDER) {
    const { shape, colours } = RISK_LEVELS[level]
    const fill = rgbOf(colours[theme])
    drawIcon(pixels, frames[level], { shape, fill, outline, radius: radiusOf(level), line })
  }
  return { ...pixels, frames }
}

export type LevelIcons = { atlas: ImageData; frames: Record<RiskLevel, IconFrame> }

const drawn = new Map<string, LevelIcons>()

/** The same picture for the same arguments, drawn once: a layer keeps its texture while it is. */
export function levelIcons(theme: Theme, scale: Scale, pixelRatio: number): LevelIcons {
  const key = `${theme} ${scale} ${pixelRatio}`
  const known = drawn.get(key)
  if (known) return known
  const { width, height, data, frames } = drawLevelIcons(theme, scale, pixelRatio)
  const icons = { atlas: new ImageData(data, width, height), frames }
  drawn.set(key, icons)
  return icons
}
