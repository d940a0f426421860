type Term = { tonnes: number; criticalTonnes: number; beta: number }

/** The sums behind S and R with their numbers: "26/10 + 1.4/1" and "2×26/10 + 1.5×1.4/1". */
export function workingOf(terms: readonly Term[]): { s: string; r: string } {
  const quotients = terms.map(({ tonnes, criticalTonnes }) => `${tonnes}/${criticalTonnes}`)
  return {
    s: quotients.join(' + '),
    r: terms.map(({ beta }, index) => `${beta}×${quotients[index]}`).join(' + '),
  }
}

/** S or R to six digits; what is below 1 never reads as 1, since 1 is where a 重大危险源 begins. */
export function ratioText(value: number): string {
  const rounded = Number(value.toPrecision(6))
  return String(rounded === 1 && value < 1 ? value : rounded)
}
