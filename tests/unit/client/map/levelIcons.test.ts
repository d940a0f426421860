import { describe, expect, it } from 'vitest'
import { RISK_LEVELS, RISK_LEVEL_ORDER } from '#data/domain/riskLevels'
import { drawLevelIcons, type LevelIconPixels } from '../../../../client/map/layers/levelIcons.ts'
import { MARK_COLOURS, MARK_SIZES, rgbOf } from '../../../../client/map/layers/markStyle.ts'
import { SCALES } from '../../../../client/map/scale.ts'
import { THEMES } from '../../../../client/stores/session.ts'

function pixelAt({ width, data }: LevelIconPixels, x: number, y: number) {
  const at = (Math.floor(y) * width + Math.floor(x)) * 4
  return { colour: [...data.subarray(at, at + 3)], alpha: data[at + 3]! }
}

/** Share of an icon's frame that is painted in the colour of the level. */
function filledShare(
  icons: LevelIconPixels,
  frame: LevelIconPixels['frames']['major'],
  fill: number[],
) {
  let filled = 0
  for (let y = 0; y < frame.height; y += 1) {
    for (let x = 0; x < frame.width; x += 1) {
      const { colour } = pixelAt(icons, frame.x + x, frame.y + y)
      if (colour.every((value, channel) => Math.abs(value - fill[channel]!) < 2)) filled += 1
    }
  }
  return filled / (frame.width * frame.height)
}

describe('drawLevelIcons', () => {
  it.each(THEMES)('paints every level in its colour of the %s theme, outlined', (theme) => {
    for (const scale of SCALES) {
      const icons = drawLevelIcons(theme, scale, 2)
      const outline = rgbOf(MARK_COLOURS[theme].outline)
      for (const level of RISK_LEVEL_ORDER) {
        const frame = icons.frames[level]
        const centre = pixelAt(icons, frame.x + frame.width / 2, frame.y + frame.height / 2)
        expect(centre).toEqual({ colour: rgbOf(RISK_LEVELS[level].colours[theme]), alpha: 255 })
        expect(pixelAt(icons, frame.x, frame.y)).toEqual({ colour: outline, alpha: 0 })
      }
    }
  })

  it('gives every level another shape: what it fills of its frame differs', () => {
    const icons = drawLevelIcons('dark', 'park', 3)
    const shares = RISK_LEVEL_ORDER.map((level) =>
      filledShare(icons, icons.frames[level], rgbOf(RISK_LEVELS[level].colours.dark)),
    )
    const [square, triangle, diamond, circle] = shares as [number, number, number, number]
    expect(square).toBeGreaterThan(circle)
    expect(circle).toBeGreaterThan(diamond)
    expect(Math.min(triangle, diamond)).toBeGreaterThan(0.2)
  })

  it('draws a triangle narrow above and wide below', () => {
    const icons = drawLevelIcons('dark', 'park', 3)
    const frame = icons.frames.larger
    const widthAt = (share: number) =>
      Array.from({ length: frame.width }, (_, x) =>
        pixelAt(icons, frame.x + x, frame.y + frame.height * share),
      ).filter(({ alpha }) => alpha > 127).length
    expect(widthAt(0.35)).toBeLessThan(widthAt(0.65))
  })

  it('keeps the frames apart and inside the picture', () => {
    for (const pixelRatio of [1, 1.25, 2, 3]) {
      const { width, height, frames } = drawLevelIcons('light', 'district', pixelRatio)
      const ordered = RISK_LEVEL_ORDER.map((level) => frames[level])
      ordered.forEach((frame, index) => {
        const next = ordered[index + 1]?.x ?? width
        expect(frame.x + frame.width).toBeLessThan(next)
        expect(frame.y + frame.height).toBeLessThan(height)
      })
    }
  })

  it('draws higher levels larger at every scale', () => {
    for (const scale of SCALES) {
      const sizes = RISK_LEVEL_ORDER.map((level) => MARK_SIZES[scale][level])
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    }
  })
})
