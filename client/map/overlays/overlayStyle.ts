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
