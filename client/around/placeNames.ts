/** Everything in units of the picture, y down. */
export type Box = { left: number; right: number; top: number; bottom: number }
type Named = { x: number; y: number; text: string }
export type PlacedName<N extends Named> = N & {
  /** Baseline, at the end of the letters that `anchor` tells. */
  at: { x: number; y: number }
  anchor: 'start' | 'middle' | 'end'
  box: Box
}

/** Size of the letters, and of a line of them. */
export const LETTERS = 2.6
const LINE = 3.4
/** Between a sign's middle and its name beside, above or below it. */
const GAP = 2.8
/** From the middle of a line of letters to its baseline. */
const BASELINE = 0.95
/** How many lines up or down a name may stand from its sign. */
const MOST_LINES = 6

/** How much room letters take: Chinese ones are squares, Latin ones and figures about half of one. */
export const widthOf = (text: string) =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.6), 0) * LETTERS

export const meets = (one: Box, other: Box) =>
  one.left < other.right &&
  one.right > other.left &&
  one.top < other.bottom &&
  one.bottom > other.top

/** Beside the sign, towards the middle of the picture and away from it; then line by line further off. */
function* standsOf({ x, y, text }: Named, width: number) {
  const letters = widthOf(text)
  const stand = (anchor: PlacedName<Named>['anchor'], middle: number, at: number) => {
    const left = anchor === 'start' ? at : anchor === 'end' ? at - letters : at - letters / 2
    const box = { left, right: left + letters, top: middle - LINE / 2, bottom: middle + LINE / 2 }
    return { at: { x: at, y: middle + BASELINE }, anchor, box }
  }
  const beside = (middle: number) => {
    const [right, left] = [stand('start', middle, x + GAP), stand('end', middle, x - GAP)]
    return x > width / 2 ? [left, right] : [right, left]
  }
  yield* beside(y)
  for (let line = 1; line <= MOST_LINES; line += 1) {
    for (const middle of [y + line * LINE, y - line * LINE]) {
      yield* beside(middle)
      yield stand('middle', middle, x)
    }
  }
}

/**
 * Where the names of signs stand, each in turn where it meets neither another name nor what is `taken`
 * nor the edge of the picture. A name without such a place is left out.
 */
export function placeNames<N extends Named>(
  named: readonly N[],
  { width, height }: { width: number; height: number },
  taken: readonly Box[] = [],
): PlacedName<N>[] {
  const full = [...taken]
  return named.flatMap((name) => {
    for (const stand of standsOf(name, width)) {
      const { left, right, top, bottom } = stand.box
      const isInside = left >= 1 && right <= width - 1 && top >= 0.5 && bottom <= height - 0.5
      if (!isInside || full.some((box) => meets(box, stand.box))) continue
      full.push(stand.box)
      return [{ ...name, ...stand }]
    }
    return []
  })
}
