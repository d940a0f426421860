/** A chart in its own units: x by month, y by count, as an SVG polyline has its points. */
export const CHART = { width: 308, height: 120, left: 34, right: 6, top: 8, bottom: 18 }

/** The next round number that is not below: 1, 2, 2.5 or 5 times a power of ten. */
export function roundUp(value: number): number {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= value) ?? 10
  return Math.max(1, factor * power)
}

export function scale(count: number, most: number) {
  const { width, height, left, right, top, bottom } = CHART
  const step = count < 2 ? 0 : (width - left - right) / (count - 1)
  return {
    x: (index: number) => left + index * step,
    y: (value: number) => height - bottom - (value / most) * (height - top - bottom),
  }
}

/** `34,102 59,80 …` */
export function linePoints(values: readonly number[], most: number): string {
  const { x, y } = scale(values.length, most)
  return values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
}
