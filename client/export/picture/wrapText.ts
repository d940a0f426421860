/** Width of a text in the font that is meant. */
export type Measure = (text: string) => number

/** Figures and Latin words stay whole, marks stay with what they close or open. */
const PIECES = /[(《“([]*(?:[\w.,%<>=≥≤–°:/×²'-]+|.)[,。、;:)》”)\]]*\s*/gsu

/** Breaks a text into lines no wider than `width`; a piece that is wider alone is broken anywhere. */
export function wrapText(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  const push = () => {
    if (line.trim()) lines.push(line.trim())
    line = ''
  }
  for (const piece of text.match(PIECES) ?? []) {
    if (measure((line + piece).trimEnd()) <= width) {
      line += piece
      continue
    }
    push()
    if (measure(piece.trimEnd()) <= width) {
      line = piece
      continue
    }
    for (const letter of piece) {
      if (line && measure(line + letter) > width) push()
      line += letter
    }
  }
  push()
  return lines
}

/** Words one after another on lines, whole as long as one fits a line. */
export function flowText(
  words: readonly string[],
  separator: string,
  width: number,
  measure: Measure,
): string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    const joined = last === undefined ? word : last + separator + word
    if (last !== undefined && measure(joined) <= width) lines[lines.length - 1] = joined
    else lines.push(...wrapText(word, width, measure))
  }
  return lines
}
