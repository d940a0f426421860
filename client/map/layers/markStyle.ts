import type { RiskLevel } from '#data/domain/riskLevels'
import type { Theme } from '../../stores/session.ts'
import type { Scale } from '../scale.ts'

/**
 * Width of a mark in CSS pixels. The higher the level the larger, at every scale, so that size says
 * it too; legible from 9 pixels on, and at the district small enough to leave the streets readable.
 */
export const MARK_SIZES: Record<Scale, Record<RiskLevel, number>> = {
  district: { major: 15, larger: 12, general: 10, low: 9 },
  street: { major: 16, larger: 13, general: 10, low: 9 },
  community: { major: 18, larger: 15, general: 13, low: 11 },
  park: { major: 22, larger: 19, general: 17, low: 15 },
}

/** Colours around the marks; those of the levels themselves are in RISK_LEVELS. */
export type MarkColours = {
  /** Line around every mark, so that neighbours and the ramp under them stay apart. */
  outline: string
  /** Rings of hazard sources: a quantity, never a level, so none of the four colours. */
  ring: string
  /** Around what is selected, bold, and what is hovered, thin: the accent of the page. */
  selected: string
}

export const MARK_COLOURS: Record<Theme, MarkColours> = {
  dark: {
    outline: '#0a1420',
    ring: '#f2f7fc',
    selected: '#35c2d6',
  },
  light: {
    outline: '#ffffff',
    ring: '#10202f',
    selected: '#0b7285',
  },
}

export type Rgb = [number, number, number]

/** @throws RangeError for anything but `#rrggbb`. */
export function rgbOf(colour: string): Rgb {
  const digits = /^#([0-9a-f]{6})$/i.exec(colour)?.[1]
  if (!digits) throw new RangeError(`${colour} is not a colour like #35c2d6`)
  const number = parseInt(digits, 16)
  return [number >> 16, (number >> 8) & 0xff, number & 0xff]
}
