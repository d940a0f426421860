/**
 * Widths of characters as shares of the size of letters, a little wider than the widest of the
 * fonts that the page may be printed in: what is laid out with them never runs out of its box.
 */
const NARROW = 0.36
const USUAL = 0.6
const WIDE = 0.74
const FULL = 1.02

function characterWidth(character: string): number {
  if (/[ .,:;'|!()[\]ijl]/.test(character)) return NARROW
  if (/[A-Z&@%]/.test(character)) return WIDE
  if (/[mw—–…·]/.test(character)) return 0.95
  return character.charCodeAt(0) < 0x2000 ? USUAL : FULL
}

/** How wide a line is at most, in the unit of the size. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + characterWidth(character), 0) * size
}

/** Pieces that a line is not broken within: Latin words and numbers; Chinese breaks anywhere. */
const piecesOf = (text: string) =>
  text.match(/[\u0021-\u024f]+ ?|[^\u0021-\u024f][,。、;:)」〕!?]*/gu) ?? []

/** A word that is longer than a line is cut where the line ends. */
function cut(piece: string, width: number, size: number): string[] {
  if (textWidth(piece, size) <= width) return [piece]
  const parts: string[] = ['']
  for (const character of piece) {
    const longer = parts.at(-1)! + character
    if (parts.at(-1) && textWidth(longer, size) > width) parts.push(character)
    else parts[parts.length - 1] = longer
  }
  return parts
}

/**
 * Breaks a text into lines of at most `width`, both in the unit of the size (millimetres here).
 * Where more than `most` lines are needed the last of them ends with an ellipsis.
 */
export function wrapText(text: string, width: number, size: number, most = Infinity): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text).flatMap((each) => cut(each, width, size))) {
    if (line && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  if (line.trim()) lines.push(line.trimEnd())
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  let last = kept.pop() ?? ''
  while (last && textWidth(`${last}…`, size) > width) last = last.slice(0, -1)
  return [...kept, `${last}…`]
}
