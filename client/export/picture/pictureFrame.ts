/** In CSS pixels of the page. */
export type Box = { left: number; top: number; width: number; height: number }

/** Smaller than this there is nothing to see: the whole map is taken then. */
const LEAST_SIDE = 160

/**
 * The part of the map that is seen: what the bar and the panel cover is left out, the panel at the
 * left of a desk or the sheet from below of a phone, and an open drawer, beside which the view is
 * fitted. What lies small above the map (legend, buttons) covers nothing: the picture has the map there.
 * @param covered pixels at the right edge that a drawer covers
 */
export function pictureFrame(map: Box, bar: Box | null, panel: Box | null, covered = 0): Box {
  let { left, top } = map
  let right = map.left + map.width - covered
  let bottom = map.top + map.height
  if (bar) top = Math.max(top, bar.top + bar.height)
  if (panel && panel.width >= map.width * 0.9) bottom = Math.min(bottom, panel.top)
  else if (panel && panel.left < map.left + map.width / 4) {
    left = Math.max(left, panel.left + panel.width)
  }
  if (right - left < LEAST_SIDE || bottom - top < LEAST_SIDE) {
    ;({ left, top } = map)
    right = map.left + map.width
    bottom = map.top + map.height
  }
  return { left: left - map.left, top: top - map.top, width: right - left, height: bottom - top }
}
