/**
 * Takes at most `limit` items from groups that each want to show something: round after round every
 * group gives its next best item, so a group with few leaves its share to the others.
 * @returns the items taken, group after group, in the order of the groups
 */
export function shareFairly<T>(groups: readonly (readonly T[])[], limit: number): T[] {
  const taken = groups.map(() => 0)
  let left = limit
  let gave = true
  while (left > 0 && gave) {
    gave = false
    for (const [index, group] of groups.entries()) {
      const count = taken[index] ?? 0
      if (left === 0 || count >= group.length) continue
      taken[index] = count + 1
      left--
      gave = true
    }
  }
  return groups.flatMap((group, index) => group.slice(0, taken[index]))
}
