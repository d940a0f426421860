/** Entries of one name that the browser keeps; a wall that runs for weeks must not collect them. */
const MOST_ENTRIES = 500
const counts = new Map<string, number>()

/**
 * Runs a step of ours on the main thread and leaves its duration as `longgang:NAME` in the
 * browser's timeline, where tests and people look whether anything takes over 100 ms.
 */
export function measureSpan<T>(name: string, step: () => T): T {
  const entry = `longgang:${name}`
  const start = performance.now()
  try {
    return step()
  } finally {
    const count = (counts.get(entry) ?? 0) + 1
    if (count > MOST_ENTRIES) performance.clearMeasures(entry)
    counts.set(entry, count > MOST_ENTRIES ? 1 : count)
    performance.measure(entry, { start })
  }
}
