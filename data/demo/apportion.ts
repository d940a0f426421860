/** A share of the total that one of several receives: at least `least`, at most `most`. */
export type Share = { weight: number; least?: number; most?: number }

/**
 * Whole numbers in proportion to weights that sum exactly to the total (largest remainder, ties to
 * the earlier), each within its bounds.
 * @throws RangeError when the bounds do not admit the total.
 */
export function apportion(total: number, shares: readonly Share[]): number[] {
  const result = shares.map(({ least = 0 }) => least)
  let left = total - sum(result)
  while (left > 0) {
    const open = shares.flatMap((share, index) =>
      share.weight > 0 && result[index]! < (share.most ?? Infinity) ? [index] : [],
    )
    if (open.length === 0) break
    left -= distribute(left, open, shares, result)
  }
  if (left !== 0) throw new RangeError(`${total} cannot be shared: ${left} left over`)
  return result
}

/** One round: whole parts up to the bounds, then single units by remainder; answers what it gave. */
function distribute(
  left: number,
  open: readonly number[],
  shares: readonly Share[],
  result: number[],
): number {
  const weightSum = sum(open.map((index) => shares[index]!.weight))
  const ideal = new Map(open.map((index) => [index, (left * shares[index]!.weight) / weightSum]))
  let given = 0
  for (const [index, part] of ideal) {
    const room = (shares[index]!.most ?? Infinity) - result[index]!
    const whole = Math.min(Math.floor(part), room)
    result[index]! += whole
    given += whole
  }
  if (given > 0 && given < left - open.length) return given
  const byRemainder = [...open].sort((a, b) => (ideal.get(b)! % 1) - (ideal.get(a)! % 1) || a - b)
  for (const index of byRemainder) {
    if (given === left) break
    if (result[index]! >= (shares[index]!.most ?? Infinity)) continue
    result[index]!++
    given++
  }
  return given
}

export function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
