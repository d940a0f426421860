import type { ExpressionSpecification } from 'maplibre-gl'
import type { Theme } from '../../stores/session.ts'

/** What the overlays of analyses depend on besides the answer itself. */
export type OverlayStyle = {
  theme: Theme
  /** 1 at a desk; larger where the page's type is larger, as on walls. */
  textScale: number
  /** 0 to 1, of fills. */
  opacity: number
}

/** While a slider moves nothing may lag behind it. */
export const AT_ONCE = { duration: 0, delay: 0 } as const

/** An edge of 400 m spans some 40 pixels at zoom 13; there a hexagon has room for what lies in it. */
export const roomFrom = (edgeMetres: number) => 13 + Math.log2(400 / edgeMetres)

/** What is left of the colour where one hexagon fills the screen and its points speak. */
const FADED = 0.2

/** Strength of the fill of hexagons: all of it while they are many, little once one is the window. */
export const fillStrength = (edgeMetres: number, opacity: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  roomFrom(edgeMetres) + 1,
  opacity,
  roomFrom(edgeMetres) + 3,
  opacity * FADED,
]
