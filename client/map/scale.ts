/** The scales of semantic zoom: what is drawn answers the question of that scale. */
export const SCALES = ['district', 'street', 'community', 'park'] as const
export type Scale = (typeof SCALES)[number]

/**
 * Zoom levels above "the whole district fits the window" from which each scale holds. Relative,
 * because a 6656-pixel wall fits the district two zoom levels later than a laptop.
 */
const FROM_ZOOM_ABOVE_FIT: Record<Scale, number> = {
  district: -Infinity,
  street: 0.8,
  community: 2.5,
  park: 4.4,
}

export function scaleAt(zoomAboveFit: number): Scale {
  return SCALES.findLast((scale) => zoomAboveFit >= FROM_ZOOM_ABOVE_FIT[scale]) ?? 'district'
}

/** True when `scale` is `least` or closer. */
export function isAtLeast(scale: Scale, least: Scale): boolean {
  return SCALES.indexOf(scale) >= SCALES.indexOf(least)
}
