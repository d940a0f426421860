/** Knuth's multiplicative hash: neighbours in number land far apart, evenly over the range. */
const GOLDEN = 2_654_435_769
const BUCKET_BITS = 12

const bucketOf = (id: number) => Math.imul(id, GOLDEN) >>> (32 - BUCKET_BITS)

/**
 * Leaves `budget` rows, the same ones for the same input and evenly over it. A point stays or goes
 * by the hash of its id, so that it does not flicker while the view moves and others come and go.
 */
export function thinRows(id: Uint32Array, rows: Uint32Array, budget: number): Uint32Array {
  if (rows.length <= budget) return rows
  const histogram = new Uint32Array(1 << BUCKET_BITS)
  for (let index = 0; index < rows.length; index += 1) {
    histogram[bucketOf(id[rows[index]!]!)]! += 1
  }
  let last = 0
  let whole = 0
  while (whole + histogram[last]! <= budget) {
    whole += histogram[last]!
    last += 1
  }
  // Of the bucket that does not fit whole, as many as there is room for.
  let room = budget - whole
  const kept = new Uint32Array(budget)
  let count = 0
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!
    const bucket = bucketOf(id[row]!)
    if (bucket > last || (bucket === last && room === 0)) continue
    if (bucket === last) room -= 1
    kept[count] = row
    count += 1
  }
  return kept
}
