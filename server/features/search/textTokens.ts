/** More words than this narrow nothing further and cost a comparison a row each. */
const MOST_TOKENS = 8

/**
 * The words of a search text, in the small letters of every search_key; all of them must be found.
 * NFKC makes full-width letters of a Chinese keyboard plain ones.
 */
export function textTokens(text: string): string[] {
  const tokens = text.normalize('NFKC').toLowerCase().split(/\s+/)
  return [...new Set(tokens.filter((token) => token !== ''))].slice(0, MOST_TOKENS)
}

/** A LIKE pattern for texts that contain a word, whatever signs it holds. */
export function containsPattern(token: string): string {
  return `%${escapeLike(token)}%`
}

/** A word with the signs that mean something in a LIKE pattern made plain. */
export function escapeLike(token: string): string {
  return token.replace(/[\\%_]/g, '\\$&')
}
