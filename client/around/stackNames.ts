/** Between a sign and its name, and between two lines of names, in units of the picture. */
const GAP = 2.8
const LINE = 3.4
/** From the middle of a line of letters to its baseline. */
const BASELINE = 1

/**
 * Where the names of signs stand: towards the middle of the picture, one below the other where signs of
 * one side are closer than a line.
 */
export function stackNames<S extends { x: number; y: number }>(
  signs: readonly S[],
  { width, height }: { width: number; height: number },
): (S & { isLeft: boolean })[] {
  const named = signs.map((sign) => {
    const isLeft = sign.x > width / 2
    return { ...sign, isLeft, x: sign.x + (isLeft ? -GAP : GAP), y: sign.y + BASELINE }
  })
  return [true, false].flatMap((isLeft) => {
    const side = named.filter((name) => name.isLeft === isLeft).sort((a, b) => a.y - b.y)
    let free = LINE
    const down = side.map((name) => {
      const y = Math.max(name.y, free)
      free = y + LINE
      return { ...name, y }
    })
    // What was pushed over the lower edge is lifted again, and what it meets with it.
    let least = height - BASELINE
    return down
      .reverse()
      .map((name) => {
        const y = Math.min(name.y, least)
        least = y - LINE
        return { ...name, y }
      })
      .reverse()
  })
}
