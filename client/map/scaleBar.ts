/** A length on the ground that is round, and how many pixels it takes. */
export type ScaleBar = { metres: number; pixels: number; label: string }

/** The longest 1, 2 or 5 times a power of ten of metres that fits into `mostPixels`. */
export function scaleBar(metresPerPixel: number, mostPixels: number): ScaleBar {
  const most = metresPerPixel * mostPixels
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = power * ([5, 2, 1].find((step) => step * power <= most) ?? 1)
  return {
    metres,
    pixels: metres / metresPerPixel,
    label: metres < 1000 ? `${metres} m` : `${metres / 1000} km`,
  }
}
