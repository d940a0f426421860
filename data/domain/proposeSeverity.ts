import { CLAUSE_WORDS } from './clauseWords.ts'
import { CLAUSES, type Clause } from './clauses.ts'
import type { Labels } from './locales.ts'
import { citation, editionOn } from './standards.ts'

export type ClauseMatch = {
  clause: Clause
  /** From 0 to 1: the part of what the entry speaks of that the finding speaks of too. */
  share: number
  /** From 0 to 1: pairs of letters that the entry and the finding have in common. */
  likeness: number
}

/** Below it a finding and an entry only happen to share a word. */
const LEAST_SHARE = 0.5

/** Letters and digits alone, so that punctuation and spaces separate no words. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))

function likenessOf(first: string, second: string): number {
  const [pairs, others] = [pairsOf(first), pairsOf(second)]
  const common = [...pairs].filter((pair) => others.has(pair)).length
  return pairs.size + others.size === 0 ? 0 : (2 * common) / (pairs.size + others.size)
}

function matchOf(clause: Clause, text: string): ClauseMatch {
  const groups = CLAUSE_WORDS[clause.number] ?? []
  const spoken = groups.filter((words) => words.some((word) => text.includes(word)))
  const likeness = likenessOf(plain(clause.text), text)
  // The words of the library itself say all of it.
  const share = text.includes(plain(clause.text)) ? 1 : spoken.length / groups.length
  return { clause, share, likeness }
}

/** Entries of the clause library that a finding may be, the best first. */
export function matchClauses(finding: string): ClauseMatch[] {
  const text = plain(finding)
  return CLAUSES.map((clause) => matchOf(clause, text))
    .filter(({ share, likeness }) => share > LEAST_SHARE || (share > 0 && likeness > LEAST_SHARE))
    .sort(
      (a, b) => b.share - a.share || b.likeness - a.likeness || a.clause.number - b.clause.number,
    )
}

/** The entry for 重大事故隐患 of which the words of a finding speak of all that it speaks of. */
const findSpokenMajor = (finding: string): Clause | undefined =>
  matchClauses(finding).find(
    ({ clause, share }) => share === 1 && clause.suggests === 'majorHiddenDanger',
  )?.clause

export const wordsSuggestMajor = (finding: string): boolean =>
  findSpokenMajor(finding) !== undefined

export function findClause(number: number): Clause | undefined {
  return CLAUSES.find((clause) => clause.number === number)
}

/** Why a number names no entry. */
export const noSuchClause = (number: number): Labels => ({
  'zh-CN': `条目库中没有第 ${number} 条。请从条目库选择,或留空。`,
  en: `The clause library has no entry ${number}: choose one of /api/registries/clauses, or leave it out.`,
})

/** The entry for 重大事故隐患 that the clause or the words of a finding suggest; a person decides. */
export function findMajorClause(clauseNumber: number | null, finding: string): Clause | undefined {
  const clause = clauseNumber === null ? undefined : findClause(clauseNumber)
  return clause?.suggests === 'majorHiddenDanger' ? clause : findSpokenMajor(finding)
}

export const suggestsMajor = (clauseNumber: number | null, finding: string): boolean =>
  findMajorClause(clauseNumber, finding) !== undefined

/** The clauses that an entry offends, in the editions in force on a day; a person decides. */
export function basisOf({ references }: Clause, day: string): string {
  return references
    .filter(({ standard }) => editionOn(standard, day) !== null)
    .map((reference) => citation(reference, day))
    .join(';')
}
