/** Whether every word that was typed stands in one of the texts; nothing typed fits everything. */
export function matches(typed: string, ...texts: string[]): boolean {
  const hay = texts.join(' ').toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word))
}
