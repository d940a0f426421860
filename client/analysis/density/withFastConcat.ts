/**
 * Runs work of turf with a `concat` that makes ordinary arrays.
 *
 * apache-arrow marks its vectors with Symbol.isConcatSpreadable. From then on V8's own `concat`
 * takes its slow path and answers arrays in dictionary mode, out of which turf's isobands splices
 * thousands of segments: 1,500 instead of 50 ms on 10,000 nodes, measured in Node 20. The
 * replacement lasts as long as the work, which is synchronous.
 */
export function withFastConcat<Result>(work: () => Result): Result {
  const own = Array.prototype.concat
  Array.prototype.concat = function (this: unknown[], ...parts: unknown[]) {
    return [...this, ...parts.flat()]
  }
  try {
    return work()
  } finally {
    Array.prototype.concat = own
  }
}
