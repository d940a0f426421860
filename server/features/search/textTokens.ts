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

/**
 * Whether the trigram index can look a word up: it needs three letters in a row. For a shorter word
 * it would read itself whole and then every row (7 s for two of them over a million points).
 */
export function hasTrigrams(token: string): boolean {
  return /[\p{L}\p{N}]{3}/u.test(token)
}
